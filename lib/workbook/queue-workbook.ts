import type { Transaction } from "@/lib/db";

/** Has the next step of a workbook done behind, by one worker. */
export const queueWorkbook = (tx: Transaction, id: number): Promise<number> =>
  tx.$executeRaw`select queue_job('workbook', json_build_object('id', ${id}::int), ${`workbook:${id}`})`;

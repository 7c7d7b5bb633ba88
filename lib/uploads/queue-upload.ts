import type { Transaction } from "@/lib/db";

/** Has the next step of an uploaded file done behind, by one worker. */
export const queueUpload = (tx: Transaction, id: number): Promise<number> =>
  tx.$executeRaw`select queue_job('import-upload', json_build_object('id', ${id}::int), ${`import-upload:${id}`})`;

import type { Transaction } from "@/lib/db";

/** Queues the next step of a file that was sent, for one worker to do in the background. */
export const queueStep = (tx: Transaction, work: "import-upload" | "workbook", id: number): Promise<number> =>
  tx.$executeRaw`select queue_job(${work}::text, json_build_object('id', ${id}::int), ${`${work}:${id}`}::text)`;

import { Worker } from "node:worker_threads";
import { Thread, threadFromSource, TooSlow } from "@/lib/thread";
import type { ToRead } from "./read-sent";
import type { SentWorkbook } from "./sent-sheets";

const resourceLimits = { maxOldGenerationSizeMb: 400 };
const reader = new Thread<ToRead, SentWorkbook>(
  () =>
    process.env.NEXT_RUNTIME
      ? new Worker(new URL("./read-sent.worker.ts", import.meta.url), { resourceLimits })
      : threadFromSource(new URL("./read-sent.worker.ts", import.meta.url), { resourceLimits }),
  { waiting: 20, milliseconds: 20_000 },
);

const tooMuch = "This file takes too long to read. Start again from a new template";

/**
 * The sheets of a workbook or CSV file that someone sent, as text, or why it was refused. Read in its own thread with
 * limits on time and memory, because a small file can take a lot of work to read.
 */
export async function sentWorkbook(given: ToRead): Promise<SentWorkbook> {
  try {
    return await reader.ask(given);
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (fault instanceof TooSlow || code === "ERR_WORKER_OUT_OF_MEMORY") return { refused: tooMuch };
    throw fault;
  }
}

/** Ends the thread, for tests and scripts that finish. */
export const endReadingWorkbooks = (): Promise<void> => reader.end();

import { Worker } from "node:worker_threads";
import { Thread, threadFromSource } from "@/lib/thread";
import type { ToMark } from "./marked-workbook";

const resourceLimits = { maxOldGenerationSizeMb: 400 };
const marker = new Thread<ToMark, Uint8Array>(
  () =>
    process.env.NEXT_RUNTIME
      ? new Worker(new URL("./mark-workbook.worker.ts", import.meta.url), { resourceLimits })
      : threadFromSource(new URL("./mark-workbook.worker.ts", import.meta.url), { resourceLimits }),
  { waiting: 20, milliseconds: 20_000 },
);

/**
 * The workbook with its faulty cells marked, made in a thread of its own with limits on time and memory: a large one is
 * seconds of work, and no one else waits for it.
 */
export const markedInThread = (given: ToMark): Promise<Uint8Array> => marker.ask(given);

/** Ends the thread, for tests and scripts that finish. */
export const endMarkingWorkbooks = (): Promise<void> => marker.end();

import { Worker } from "node:worker_threads";
import { done, refusedAt, type Outcome } from "@/lib/outcome";
import { Thread, threadFromSource, TooSlow } from "@/lib/thread";
import { uploadBounds, type readUpload, type UploadRead } from "./read-upload";
import type { Row } from "./rows";

export { uploadBounds } from "./read-upload";

const resourceLimits = { maxOldGenerationSizeMb: 192 };
const reader = new Thread<Parameters<typeof readUpload>[0], UploadRead>(
  () =>
    process.env.NEXT_RUNTIME
      ? new Worker(new URL("./read-upload.worker.ts", import.meta.url), { resourceLimits })
      : threadFromSource(new URL("./read-upload.worker.ts", import.meta.url), { resourceLimits }),
  { waiting: 2, milliseconds: uploadBounds.milliseconds },
);

/** How many files may be read or wait at once in this process. Anyone who sends another is asked to try again. */
const mostAtOnce = 2;
let reading = 0;

/**
 * The lines of an .xlsx or .csv file that someone sent, as text. Refuses a file that is too large, packed too tightly,
 * damaged or not a spreadsheet, in one sentence. Read in its own thread, so that no one else has to wait. `elapsed`
 * returns the milliseconds since the file began to arrive.
 */
export async function uploadedRows(bytes: Uint8Array, name: string, elapsed: () => number): Promise<Outcome<Row[]>> {
  if (bytes.length === 0) return refusedAt("file", "Choose a file");
  if (bytes.length > uploadBounds.bytes) return refusedAt("file", "Choose a file of 2 MB or less");
  if (reading >= mostAtOnce)
    return refusedAt("file", "We are reading other files at the moment. Send yours again in a minute");
  const tooLong = refusedAt("file", `${shown(name)}: this file takes too long to read. Use fewer lines`);
  if (elapsed() > uploadBounds.milliseconds) return tooLong;
  reading++;
  try {
    const read = await reader.ask({ bytes: Uint8Array.from(bytes), name: shown(name) });
    return "rows" in read ? done(read.rows) : refusedAt("file", read.refused);
  } catch (fault) {
    if (fault instanceof TooSlow) return tooLong;
    throw fault;
  } finally {
    reading--;
  }
}

/** Ends the thread, for tests and scripts that finish. */
export const endReadingUploads = (): Promise<void> => reader.end();

/** A file's name that is safe to show. */
const shown = (name: string) =>
  name
    .replace(/[^\p{L}\p{N} ._()-]+/gu, " ")
    .trim()
    .slice(-80) || "The file";

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openArchive, type ArchiveBounds } from "./archive";
import { layoutOf, rowsOf } from "./source-file";
import type { Row } from "./rows";
import { Unreadable, WrongKind } from "./unreadable";
import { done, refusedAt, type Outcome } from "@/lib/outcome";

/** What a spreadsheet that a person fills in may be: 2 MB packed, 32 MB unpacked, 5,000 lines, 10 seconds to read. */
export const uploadBounds = { bytes: 2_000_000, lines: 5_000, cells: 250_000, milliseconds: 10_000 };
/** How many are read at once in this process: the next is asked to wait. */
const mostAtOnce = 2;
let reading = 0;
const bounds: ArchiveBounds = { parts: 500, unpacked: 32_000_000, ratio: 120, small: 1_000_000 };

/**
 * The lines of an .xlsx or .csv file that someone sent, as text. What is too large, packed too tightly, damaged or not
 * a spreadsheet is refused in one sentence before it costs anything; it is read as a stream, so that others are not
 * kept waiting meanwhile. `elapsed` tells the milliseconds since reading began.
 */
export async function uploadedRows(bytes: Uint8Array, name: string, elapsed: () => number): Promise<Outcome<Row[]>> {
  if (bytes.length === 0) return refusedAt("file", "Choose a file");
  if (bytes.length > uploadBounds.bytes) return refusedAt("file", "Choose a file of 2 MB or less");
  if (reading >= mostAtOnce)
    return refusedAt("file", "Other files are being read at this moment. Send yours again in a minute");
  reading++;
  try {
    return await readFrom(bytes, shown(name), elapsed);
  } finally {
    reading--;
  }
}

async function readFrom(bytes: Uint8Array, name: string, elapsed: () => number): Promise<Outcome<Row[]>> {
  const folder = await mkdtemp(path.join(tmpdir(), "capacity-upload-"));
  const file = { path: path.join(folder, "upload"), name };
  try {
    await writeFile(file.path, bytes);
    return await read(file, elapsed);
  } catch (fault) {
    if (fault instanceof Unreadable)
      return refusedAt("file", fault instanceof WrongKind ? notOurs(name) : fault.message);
    throw fault;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function read(file: { path: string; name: string }, elapsed: () => number): Promise<Outcome<Row[]>> {
  const layout = await layoutOf(file);
  if (layout !== "xlsx" && layout !== "csv") return refusedAt("file", notOurs(file.name));
  if (layout === "xlsx") (await openArchive(file.path, file.name, bounds)).close();
  const rows: Row[] = [];
  let cells = 0;
  for await (const batch of rowsOf(file, layout)) {
    for (const row of batch) cells += row.cells.length;
    if (cells > uploadBounds.cells) return refusedAt("file", "This file has too many columns. Start from the template");
    rows.push(...batch);
    await new Promise(setImmediate);
    if (rows.length > uploadBounds.lines + 100)
      return refusedAt("file", `Use ${uploadBounds.lines} lines or fewer in one file`);
    if (elapsed() > uploadBounds.milliseconds)
      return refusedAt("file", `${file.name}: reading it takes too long. Use fewer lines`);
  }
  return done(rows);
}

const notOurs = (name: string) => `${name}: this is not an .xlsx or .csv file. Save it as one of these`;

/** A file's name as it may be shown. */
const shown = (name: string) =>
  name
    .replace(/[^\p{L}\p{N} ._()-]+/gu, " ")
    .trim()
    .slice(-80) || "The file";

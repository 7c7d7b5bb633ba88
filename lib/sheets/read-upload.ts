import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openArchive, type ArchiveBounds } from "./archive";
import { layoutOf, rowsOf } from "./source-file";
import type { Row } from "./rows";
import { Unreadable, WrongKind } from "./unreadable";

/** Limits for a spreadsheet that a person fills in: 2 MB packed, 32 MB unpacked, 5,000 lines, 10 seconds to read. */
export const uploadBounds = { bytes: 2_000_000, lines: 5_000, cells: 250_000, milliseconds: 10_000 };
const bounds: ArchiveBounds = { parts: 500, unpacked: 32_000_000, ratio: 120, small: 1_000_000 };

/** The lines of a file, or the sentence that says why it was refused. */
export type UploadRead = { rows: Row[] } | { refused: string };

/** Reads a spreadsheet that someone sent, in its own thread, because a small file can take a lot of work to read. */
export async function readUpload({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<UploadRead> {
  const folder = await mkdtemp(path.join(tmpdir(), "capacity-upload-"));
  const file = { path: path.join(folder, "upload"), name };
  try {
    await writeFile(file.path, bytes);
    return await read(file);
  } catch (fault) {
    if (fault instanceof Unreadable) return { refused: fault instanceof WrongKind ? notOurs(name) : fault.message };
    throw fault;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function read(file: { path: string; name: string }): Promise<UploadRead> {
  const layout = await layoutOf(file);
  if (layout !== "xlsx" && layout !== "csv") return { refused: notOurs(file.name) };
  if (layout === "xlsx") (await openArchive(file.path, file.name, bounds)).close();
  const rows: Row[] = [];
  let cells = 0;
  for await (const batch of rowsOf(file, layout)) {
    for (const row of batch) cells += row.cells.length;
    if (cells > uploadBounds.cells) return { refused: "This file has too many columns. Start from the template" };
    rows.push(...batch);
    if (rows.length > uploadBounds.lines + 100)
      return { refused: `Use ${uploadBounds.lines} lines or fewer in one file` };
  }
  return { rows };
}

const notOurs = (name: string) => `${name}: this is not an .xlsx or .csv file. Save it as one of these`;

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { gunzipped, openArchive } from "./archive";
import { csvRows } from "./csv-rows";
import { decoded, type LineTold } from "./decoded";
import { odsRows } from "./ods-rows";
import { isBlank, sheetBounds, unstorableCharacter, type Row, type Rows } from "./rows";
import { Unreadable, unreadableFile, wrongKind } from "./unreadable";
import { xlsxRows } from "./xlsx-rows";

/** A file that someone sent or named: its path here, and their name for it. */
export interface SourceFile {
  path: string;
  name: string;
}

export const sourceFile = (at: string): SourceFile => ({ path: at, name: path.basename(at) });

export type FileFormat = "ods" | "xlsx" | "csv" | "zipped csv" | "gzipped csv" | "jsonl";

/** The kind of file, judged by its first bytes and not by its name. */
export async function layoutOf(file: SourceFile): Promise<FileFormat> {
  const start = await firstBytes(file);
  if (start.length === 0) throw unreadableFile({ file: file.name }, "this file is empty.");
  if (start.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))) return zipLayout(file);
  if (start[0] === 0x1f && start[1] === 0x8b) return "gzipped csv";
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw wrongKind(file.name, "this is an old Excel workbook (.xls). Save it as .xlsx, .ods or .csv.");
  if (isUtf16(start))
    throw unreadableFile(
      { file: file.name },
      "this is text in UTF-16. Save it again as “CSV UTF-8 (Comma delimited)” or as .xlsx.",
    );
  const text = start
    .toString("latin1")
    .replace(/^\xEF\xBB\xBF/, "")
    .trimStart();
  if (start.includes(0) || text.startsWith("%PDF"))
    throw wrongKind(file.name, "this file cannot be read here. Choose an .ods, .xlsx, .csv or .jsonl file.");
  if (/^<(!doctype|html|\?xml)/i.test(text))
    throw wrongKind(file.name, "this is a web page. The download may have failed: try again.");
  return /^[{[]/.test(text) ? "jsonl" : "csv";
}

/** Recognises UTF-16, with or without a byte order mark: every second byte is zero. */
function isUtf16(start: Buffer): boolean {
  const mark = start.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") return true;
  const noughts = [0, 1].map((first) => start.filter((byte, at) => at % 2 === first && byte === 0).length);
  const half = Math.floor(start.length / 2);
  return half > 0 && Math.max(...noughts) > 0.8 * half && Math.min(...noughts) < 0.2 * half;
}

async function firstBytes(file: SourceFile): Promise<Buffer> {
  const opened = await open(file.path);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}

async function zipLayout(file: SourceFile): Promise<FileFormat> {
  const archive = await openArchive(file.path, file.name);
  archive.close();
  if (archive.names.includes("content.xml")) return "ods";
  if (archive.names.includes("xl/workbook.xml")) return "xlsx";
  if (archive.names.some(isTable)) return "zipped csv";
  throw unreadableFile({ file: file.name }, "this archive holds no spreadsheet and no .csv file.");
}

const isTable = (name: string) => /\.csv$/i.test(name) && !/(^|\/)(doc|docs|__MACOSX)\//i.test(name);

/**
 * The rows of a spreadsheet or a comma-separated file, zipped or not; blank rows are left out. `notUtf8` is called for
 * each line of text that had to be read as Windows-1252.
 */
export async function* rowsOf(file: SourceFile, layout: FileFormat, notUtf8?: LineTold): Rows {
  let read = 0;
  let gathered: Row[] = [];
  for await (const rows of unbounded(file, layout, notUtf8)) {
    read += rows.length;
    if (read > sheetBounds.rows)
      throw unreadableFile({ file: file.name }, `it has more than ${sheetBounds.rows} lines.`);
    for (const row of rows) if (!isBlank(row)) gathered.push(row);
    if (gathered.length < batch) continue;
    yield gathered;
    gathered = [];
  }
  if (gathered.length > 0) yield gathered;
}

/** Each batch takes a few SQL statements, so batches are large. */
const batch = 200;

async function* unbounded({ path: at, name }: SourceFile, layout: FileFormat, notUtf8?: LineTold): Rows {
  if (layout === "csv") {
    yield* csvRows(createReadStream(at), name, notUtf8);
    return;
  }
  if (layout === "gzipped csv") {
    yield* csvRows(whole(gunzipped(at, name), name), name, notUtf8);
    return;
  }
  const archive = await openArchive(at, name);
  try {
    if (layout === "ods") yield* odsRows(archive, name);
    else if (layout === "xlsx") yield* xlsxRows(archive, name);
    else
      for (const part of archive.names.filter(isTable))
        yield* named(csvRows(whole(await archive.open(part), name), `${name}, ${part}`, notUtf8), part);
  } finally {
    archive.close();
  }
}

/** If an archive holds several tables, each row has its table's name in place of a sheet's. */
async function* named(rows: Rows, part: string): Rows {
  for await (const batch of rows) yield batch.map((row) => ({ ...row, sheet: part }));
}

async function* whole(bytes: AsyncIterable<Buffer>, file: string): AsyncIterable<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw unreadableFile({ file }, `this file is incomplete (${(error as Error).message}). Download it again.`);
  }
}

/** A line of a file with one JSON record a line. */
export interface JsonLine {
  line: number;
  record: Record<string, unknown>;
}

/** The records of a file with one JSON record a line, in batches. */
export async function* jsonLines(file: SourceFile, notUtf8?: LineTold): AsyncIterable<JsonLine[]> {
  let rest = "";
  let line = 0;
  for await (const text of decoded(createReadStream(file.path), file.name, notUtf8)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > sheetBounds.line)
      throw unreadableFile({ file: file.name, line: line + lines.length + 1 }, "this line has no end.");
    yield lines.flatMap((each) => record(file.name, ++line, each));
  }
  if (rest.trim() !== "") yield record(file.name, line + 1, rest);
}

function record(file: string, line: number, text: string): JsonLine[] {
  if (text.trim() === "") return [];
  const parsed = json(text);
  if (parsed === undefined)
    throw unreadableFile(
      { file, line },
      "this line is not a complete JSON record. Each line must be one record. Download the file again.",
    );
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw unreadableFile({ file, line }, "this line is not a JSON record of one location or provider.");
  if (text.includes("\\u") && notKept.test(JSON.stringify(parsed)))
    throw unreadableFile({ file, line }, unstorableCharacter);
  return [{ line, record: parsed as Record<string, unknown> }];
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How JSON writes characters that a database cannot store: NUL, and half of a surrogate pair. */
const notKept = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

/**
 * The file's SHA-256 in hexadecimal, which an import keeps as proof of what it read. Refuses a file that does not
 * exist.
 */
export async function hashOf(file: SourceFile): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer);
  } catch (fault) {
    const { code = "" } = fault as NodeJS.ErrnoException;
    throw unreadableFile({ file: file.name }, notRead[code] ?? `the file cannot be read (${code}).`);
  }
  return hash.digest("hex");
}

const notRead: Record<string, string> = {
  ENOENT: "there is no such file.",
  EISDIR: "this is a folder and not a file.",
  EACCES: "you do not have permission to read this file.",
};

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Archive, openArchive } from "@/lib/sheets/archive";
import { from1904 } from "@/lib/sheets/rows";
import { layoutOf } from "@/lib/sheets/source-file";
import { Unreadable } from "@/lib/sheets/unreadable";
import { csvSheet } from "./csv-sheet";
import { formatsIn } from "./formats";
import { attributeIn, BrokenXml, scanXml } from "./scan-xml";
import { damaged, NotRead, type SentBounds, type SentSheet, type SentWorkbook } from "./sent-sheets";
import { sheetRows } from "./sheet-rows";

export interface ToRead {
  bytes: Uint8Array;
  name: string;
  bounds: SentBounds;
}

/** Reads a workbook, or a CSV file of one sheet, that someone filled in. Runs in its own thread with limits. */
export async function readSent({ bytes, name, bounds }: ToRead): Promise<SentWorkbook> {
  const folder = await mkdtemp(path.join(tmpdir(), "capacity-workbook-"));
  try {
    const at = path.join(folder, "workbook");
    await writeFile(at, bytes);
    const kind = await kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), at);
    if (kind === "csv") return { sheets: [csvSheet(bytes, name, bounds)] };
    return { sheets: await sheetsIn(at, bounds) };
  } catch (fault) {
    if (fault instanceof NotRead) return { refused: fault.message };
    if (fault instanceof BrokenXml || fault instanceof Unreadable) return { refused: damaged };
    throw fault;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Decided by the contents of the file, whatever its name. */
async function kindOf(bytes: Buffer, at: string): Promise<"xlsx" | "csv"> {
  if (bytes.length === 0) throw new NotRead("This file is empty. Choose the workbook that you filled in");
  if (bytes.subarray(0, 4).equals(Buffer.from("d0cf11e0", "hex")))
    throw new NotRead(
      bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))
        ? "This workbook is protected by a password. Save it without one, then send it again"
        : "This is an old Excel workbook (.xls). Save it as .xlsx, then send it again",
    );
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") return "csv";
  const layout = await layoutOf({ path: at, name: "" }).catch((fault: unknown) => {
    if (!(fault instanceof Unreadable)) throw fault;
    throw new NotRead(bytes.subarray(0, 2).toString("latin1") === "PK" ? refusedArchive(fault) : notOurs);
  });
  if (layout === "xlsx" || layout === "csv") return layout;
  if (layout === "ods")
    throw new NotRead("This is an OpenDocument spreadsheet (.ods). Save it as .xlsx, then send it again");
  throw new NotRead(notOurs);
}

const notOurs = "This is not an Excel workbook (.xlsx) or a CSV file. Choose the workbook that you filled in";
const refusedArchive = ({ message }: Unreadable) =>
  message.includes("refused")
    ? "This workbook is larger inside than any that we make. Start again from a new template"
    : damaged;

async function sheetsIn(at: string, bounds: SentBounds): Promise<SentSheet[]> {
  const limits = { parts: 2_000, unpacked: bounds.unpacked, ratio: 250, small: 5_000_000 };
  const archive = await openArchive(at, "", limits).catch((fault: unknown) => {
    throw fault instanceof Unreadable ? new NotRead(refusedArchive(fault)) : fault;
  });
  try {
    if (archive.names.some((name) => /vbaProject\.bin$|macrosheets\//i.test(name)))
      throw new NotRead("This workbook holds macros. Save it as .xlsx without them, then send it again");
    const part = (name: string) => textOf(archive, name);
    const related = relationsIn(await part("xl/_rels/workbook.xml.rels"));
    const texts = archive.names.includes("xl/sharedStrings.xml") ? sharedTexts(await part("xl/sharedStrings.xml")) : [];
    const formats = archive.names.includes("xl/styles.xml") ? formatsIn(await part("xl/styles.xml")) : [];
    const sheets: SentSheet[] = [];
    const book = await part("xl/workbook.xml");
    const dayOffset = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(book) ? from1904 : 0;
    for (const { name, id } of sheetNames(book)) {
      const target = related.get(id);
      if (target === undefined || !archive.names.includes(target)) continue;
      sheets.push({ name, rows: sheetRows(await part(target), name, { texts, formats, dayOffset }, bounds) });
    }
    return sheets;
  } finally {
    archive.close();
  }
}

async function textOf(archive: Archive, name: string): Promise<string> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of await archive.open(name)) pieces.push(piece as Buffer);
  } catch {
    throw new NotRead(damaged);
  }
  const bytes = Buffer.concat(pieces);
  return bytes.subarray(0, 2).toString("hex") === "fffe"
    ? bytes.toString("utf16le")
    : bytes.toString("utf8").replace(/^\uFEFF/, "");
}

const nothing = () => undefined;

function sheetNames(xml: string): { name: string; id: string }[] {
  const found: { name: string; id: string }[] = [];
  const open = (tag: string, attributes: string) => {
    if (tag === "sheet") found.push({ name: attributeIn(attributes, "name") ?? "", id: relationOf(attributes) });
  };
  scanXml(xml, { open, close: nothing, text: nothing });
  return found.slice(0, mostSheets);
}

const mostSheets = 100;
/** `r:id`, with any prefix. Not to be confused with `sheetId`. */
const relationOf = (attributes: string) => /:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "";

function relationsIn(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  const open = (tag: string, attributes: string) => {
    if (tag !== "Relationship") return;
    const target = attributeIn(attributes, "Target") ?? "";
    found.set(
      attributeIn(attributes, "Id") ?? "",
      target.startsWith("/") ? target.slice(1) : path.posix.join("xl", target),
    );
  };
  scanXml(xml, { open, close: nothing, text: nothing });
  return found;
}

function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let text = "";
  let reading = false;
  let phonetic = false;
  scanXml(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
      reading = name === "t" && !phonetic;
    },
    close(name) {
      if (name === "rPh") phonetic = false;
      else if (name === "t") reading = false;
      else if (name === "si") texts.push(text);
    },
    text(more) {
      if (reading) text += more;
    },
  });
  return texts;
}

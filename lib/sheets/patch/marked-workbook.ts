import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { escaped } from "@/lib/sheets/template/xml-text";
import { type CellMark, markCells } from "./mark-cells";
import { markStyles } from "./mark-styles";
import { noteCells } from "./note-cells";
import { addSheet, sheetParts } from "./package-parts";

/** One thing to correct: what, and in which cell. */
export interface ToDo {
  message: string;
  /** Why, with an example; "" where the message says it all. */
  help: string;
  sheet: string;
  cell: string;
  location: string;
}

/** A workbook that someone sent, and what to mark in it. */
export interface ToMark {
  bytes: Uint8Array;
  marks: readonly CellMark[];
  toDo: readonly ToDo[];
}

export const toDoSheet = "Do these first";

/**
 * The same file that someone sent, with the faulty cells coloured and given a note, and a sheet added that lists what
 * to correct. Other parts and other cells keep every byte: the workbook is never loaded and saved again, so no
 * formatting is lost.
 */
export function markedWorkbook({ bytes, marks, toDo }: ToMark): Uint8Array {
  const parts: Zippable = {};
  for (const [name, part] of Object.entries(unzipSync(bytes))) parts[name] = part;
  const text = (name: string): string | undefined => {
    const part = parts[name];
    return part instanceof Uint8Array ? strFromU8(part) : undefined;
  };
  const put = (name: string, xml: string) => void (parts[name] = strToU8(xml));
  const styles = text("xl/styles.xml");
  const marked = styles === undefined ? null : markStyles(styles);
  for (const { name, part } of sheetParts(text)) {
    const own = marks.filter(({ sheet }) => sheet === name);
    const xml = text(part);
    if (own.length === 0 || xml === undefined) continue;
    put(part, marked ? markCells(xml, own, marked.styleFor) : xml);
    noteCells(part, own, text, put);
  }
  if (marked) put("xl/styles.xml", marked.xml());
  addSheet(toDoSheet, toDoXml(toDo), text, put);
  return zipSync(parts, { mtime: "1980-01-02" });
}

const headings = ["What to do", "Sheet", "Cell", "Location", "Help"];

function toDoXml(toDo: readonly ToDo[]): string {
  const row = (cells: readonly string[], at: number) =>
    `<row r="${at}">${cells.map((cell, column) => `<c r="${"ABCDE"[column]}${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join("")}</row>`;
  const rows = [
    headings,
    ...toDo.map(({ message, sheet, cell, location, help }) => [message, sheet, cell, location, help]),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><tabColor rgb="FFD5281B"/></sheetPr><cols><col min="1" max="1" width="90" customWidth="1"/><col min="2" max="3" width="22" customWidth="1"/><col min="4" max="4" width="34" customWidth="1"/><col min="5" max="5" width="120" customWidth="1"/></cols><sheetData>${rows.map((cells, index) => row(cells, index + 1)).join("")}</sheetData></worksheet>`;
}

import { londonTime } from "@/lib/london";
import { utils, write, type CellObject } from "xlsx";

/** A time is written as London's date and time. */
export type Cell = string | number | Date | null | undefined;

/** A sheet to write: the name on its tab, a row of headings, and the rows below. */
export interface Sheet {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** How wide each column is, in characters. */
  widths?: readonly number[];
}

/**
 * Writes an Excel workbook. Text is always written as text, so that no cell becomes a formula; figures stay figures.
 */
export function workbook(sheets: readonly Sheet[]): Buffer {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name.slice(0, 31));
  return write(book, { type: "buffer", bookType: "xlsx", bookSST: true, compression: true }) as Buffer;
}

function sheetOf({ headings, rows, widths }: Sheet) {
  const sheet = utils.aoa_to_sheet([headings.map(cellOf), ...rows.map((row) => row.map(cellOf))]);
  if (widths) sheet["!cols"] = widths.map((wch) => ({ wch }));
  return sheet;
}

const aDay = 86_400_000;

/**
 * Days since 30 December 1899, which is how spreadsheets store dates, so that people can sort and calculate with them.
 */
function serialOf(at: Date): number {
  const { year, month, day, hour, minute } = londonTime(at);
  return (Date.UTC(year, month - 1, day, hour, minute) - Date.UTC(1899, 11, 30)) / aDay;
}

/** A cell can hold at most 32,767 characters. */
function cellOf(value: Cell): CellObject | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return { t: "n", v: value };
  if (value instanceof Date) return { t: "n", v: serialOf(value), z: "dd/mm/yyyy hh:mm" };
  return { t: "s", v: value.slice(0, 32_767), z: "@" };
}

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

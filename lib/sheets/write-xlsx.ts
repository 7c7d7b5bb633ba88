import { londonTime } from "@/lib/london";
import { utils, write, type CellObject } from "xlsx";

/** A moment is written as London's date and time. */
export type Cell = string | number | Date | null | undefined;

/** A sheet to write: its name on the tab, a row of headings, and the rows under it. */
export interface Sheet {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** How wide each column is, in characters. */
  widths?: readonly number[];
}

/**
 * An Excel workbook. Text is written as text whatever it begins with, so that no cell becomes a formula; figures
 * stay figures.
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

/** Days since the last of 1899, as spreadsheets count dates, so that they sort and can be reckoned with. */
function serialOf(at: Date): number {
  const { year, month, day, hour, minute } = londonTime(at);
  return (Date.UTC(year, month - 1, day, hour, minute) - Date.UTC(1899, 11, 30)) / aDay;
}

/** A cell holds 32,767 characters at most. */
function cellOf(value: Cell): CellObject | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return { t: "n", v: value };
  if (value instanceof Date) return { t: "n", v: serialOf(value), z: "dd/mm/yyyy hh:mm" };
  return { t: "s", v: value.slice(0, 32_767), z: "@" };
}

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

import { utils, write, type CellObject } from "xlsx";

export type Cell = string | number | null | undefined;

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

/** A cell holds 32,767 characters at most. */
function cellOf(value: Cell): CellObject | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return { t: "n", v: value };
  return { t: "s", v: value.slice(0, 32_767), z: "@" };
}

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

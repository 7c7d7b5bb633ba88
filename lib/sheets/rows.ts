/** One line of a file, as text. `sheet` is "" where a file has none. Lines count from 1, as a reader sees them. */
export interface Row {
  sheet: string;
  line: number;
  cells: string[];
  /** In a workbook that counts its days from another day than 30 December 1899: how many days later it begins. */
  dayOffset?: number;
}

/** The offset of a workbook that counts its days from 1 January 1904. */
export const from1904 = 1_462;

/** A day as a cell holds it, as text that counts from 30 December 1899 where it is a number. */
export const dayInCell = ({ dayOffset = 0 }: Row, text: string): string =>
  dayOffset !== 0 && /^\d+(\.\d+)?$/.test(text) ? String(Number(text) + dayOffset) : text;

/** The day of a number that counts from 30 December 1899, as "2026-10-31". */
export const workbookDay = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === "");

/** Rows come in batches, so that a million of them do not cost a million turns of the event loop. */
export type Rows = AsyncIterable<Row[]>;

/** Bounds of what any true file holds: beyond them a file is broken or hostile. */
export const sheetBounds = {
  columns: 1_024,
  rows: 2_000_000,
  /** Characters in one cell, and in one line. */
  cell: 32_767,
  line: 4_000_000,
  /** Lines of a spreadsheet that say the same and are stored once. */
  repeats: 1_000,
  /** Tags of a spreadsheet within one another. */
  depth: 100,
};

/** Of a line with a character that no database keeps. */
export const unstorableCharacter = "this line contains a character that cannot be stored. Download the file again.";

/** One line of a file, as text. `sheet` is "" if the file has no sheets. Lines count from 1, as people see them. */
export interface Row {
  sheet: string;
  line: number;
  cells: string[];
  /** If a workbook does not count its days from 30 December 1899: how many days later it starts. */
  dayOffset?: number;
}

/** The offset of a workbook that counts its days from 1 January 1904. */
export const from1904 = 1_462;

/** A date from a cell as text; a number is converted to count from 30 December 1899. */
export const dayInCell = ({ dayOffset = 0 }: Row, text: string): string =>
  dayOffset !== 0 && /^\d+(\.\d+)?$/.test(text) ? String(Number(text) + dayOffset) : text;

/** The date for a number of days since 30 December 1899, as "2026-10-31". */
export const workbookDay = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === "");

/** Rows come in batches, because a million single rows would take a million turns of the event loop. */
export type Rows = AsyncIterable<Row[]>;

/** Limits above what any genuine file holds: a file beyond them is broken or hostile. */
export const sheetBounds = {
  columns: 1_024,
  rows: 2_000_000,
  /** Characters in one cell, and in one line. */
  cell: 32_767,
  line: 4_000_000,
  /** Identical spreadsheet lines that are stored once. */
  repeats: 1_000,
  /** How deeply the tags of a spreadsheet may be nested. */
  depth: 100,
};

/** Refuses a line with a character that a database cannot store. */
export const unstorableCharacter = "this line contains a character that cannot be stored. Download the file again.";

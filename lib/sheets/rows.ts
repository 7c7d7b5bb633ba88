/** One line of a register file, as text. `sheet` is "" where a file has none. Lines count from 1, as a reader sees them. */
export interface Row {
  sheet: string;
  line: number;
  cells: string[];
}

/** Rows come in batches, so that a million of them do not cost a million turns of the event loop. */
export type Rows = AsyncIterable<Row[]>;

/** Bounds of what any true register file holds: beyond them a file is broken or hostile. */
export const most = {
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
export const noText = "this line holds a character that no text has. Download the file again.";

/** Why a cell cannot be taken at its word. */
export type CellFault = "formula" | "error" | "date" | "percent" | "merged";

/** A row that says something. Lines count from 1, as a reader sees them; cells are text, blank ones "". */
export interface SentRow {
  line: number;
  cells: string[];
  /** By the number of the cell, from 0. */
  faults?: Record<number, CellFault>;
}

export interface SentSheet {
  name: string;
  rows: SentRow[];
}

/** Bounds of a workbook that someone sends. */
export interface SentBounds {
  readonly bytes: number;
  readonly unpacked: number;
  readonly rows: number;
  readonly columns: number;
}

/** What was read, or the sentence that refuses it. */
export type SentWorkbook = { sheets: SentSheet[] } | { refused: string };

/** A file that cannot be read: why, in a sentence for whoever sent it. */
export class NotRead extends Error {}

export const damaged = "This workbook is damaged or incomplete. Open it, save it again as .xlsx, and send it again";

/** Why we cannot trust what a cell says. */
export type CellFault = "formula" | "error" | "date" | "percent" | "merged";

/** A row that is not blank. Lines count from 1, as people see them. Cells are text; a blank one is "". */
export interface SentRow {
  line: number;
  cells: string[];
  /** By the number of the cell, counted from 0. */
  faults?: Record<number, CellFault>;
  /** The days of those that are dates, like "2026-11-27". */
  days?: Record<number, string>;
}

export interface SentSheet {
  name: string;
  rows: SentRow[];
}

/** Limits for a workbook that someone sends. */
export interface SentBounds {
  readonly bytes: number;
  readonly unpacked: number;
  readonly rows: number;
  readonly columns: number;
}

/** What was read, or the sentence that says why it was refused. */
export type SentWorkbook = { sheets: SentSheet[] } | { refused: string };

/** A file that cannot be read, with a sentence for the person who sent it that says why. */
export class NotRead extends Error {}

export const damaged = "This workbook is damaged or incomplete. Open it, save it again as .xlsx, and send it again";

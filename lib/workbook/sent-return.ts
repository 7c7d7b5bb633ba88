import type { Collection } from "@/lib/questions/collections";
import type { OpenSurvey } from "@/lib/surveys/open-surveys";
import type { WorkbookColumn } from "./workbook-sheet";

/** A position in the file. `column` is the heading, `at` its column counted from 1. */
export interface Where {
  sheet: string;
  line: number;
  column?: string;
  at?: number;
}

/**
 * Something about a row or a cell that keeps it from being read. `field` is the form's, where it is about an answer.
 */
export interface RowProblem extends Where {
  message: string;
  code: string;
  field?: string;
}

/** What the rows of one location say of one thing, before anything is judged. */
export interface SentRows {
  locationId: number;
  typed: Record<string, string>;
  /** Field to place. */
  places: Record<string, Where>;
  /** Field to the column that it came from. */
  columns: Record<string, WorkbookColumn>;
  /** Was any figure changed since the template was made? */
  changed: boolean;
  action: string;
  reason: string;
  note: string;
  /** The figures on which its row was made. */
  looked: string;
  problems: RowProblem[];
  first: Where;
}

/** What they say for one collection. */
export interface SentReturn extends SentRows {
  collection: Collection;
}

/** What its row says to one survey. */
export interface SentAnswers extends SentRows {
  survey: OpenSurvey;
}

export interface SentReturns {
  returns: SentReturn[];
  answers: SentAnswers[];
  /** Rows that belong to no location that the person may file for, and the like. */
  strays: RowProblem[];
  rows: number;
}

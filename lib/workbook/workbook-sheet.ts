import type { BedType } from "@/lib/questions/beds";
import type { Collection } from "@/lib/questions/collections";
import type { OpenSurvey } from "@/lib/surveys/open-surveys";
import type { TemplateCell, TemplateColumn } from "@/lib/sheets/template/sheets";

/** What a column is for: to say which row it is, what is to be done with it, or an answer. */
export type ColumnRole = "id" | "register" | "name" | "from" | "action" | "reason" | "note" | "bed" | "mark" | "answer";

/**
 * One column of a sheet. The `key` of an answer is its form field; for a figure of beds, the row's bed type completes
 * it.
 */
export interface WorkbookColumn extends TemplateColumn {
  readonly role: ColumnRole;
  readonly key: string;
  /** Asks for a percentage, so that a cell may be formatted as one. */
  readonly percent?: boolean;
  /** Asks for a date, so that a cell may be one. */
  readonly date?: boolean;
  /** What a text in it means, so that "Yes", "yes " and 1,204 are known to be the same as before. */
  readonly meaning?: (text: string) => string;
  /** How an answer in a form is written in a cell. */
  readonly show?: (typed: string) => TemplateCell;
}

interface SheetToFill {
  readonly key: string;
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
}

/** One sheet of the workbook: the answers of a collection, or the beds it counts, a row for each type of bed. */
export interface WorkbookSheet extends SheetToFill {
  readonly collection: Collection;
  readonly beds: readonly BedType[] | null;
}

/** One sheet of the workbook: the answers to an open survey. */
export interface SurveySheet extends SheetToFill {
  readonly survey: OpenSurvey;
  readonly beds: null;
}

export type AnySheet = WorkbookSheet | SurveySheet;

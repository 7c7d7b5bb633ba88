import type { AreaKind, User } from "@/lib/access/user";
import type { Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import type { MandatedCollection, SeenArea } from "@/lib/reports/owing";
import type { StreamedCell } from "@/lib/sheets/stream-xlsx";
import type { Calendar } from "@/lib/windows/calendar";

/** By what the rows of a report are grouped: single locations, the organisations that run them, or a kind of area. */
export type Grouping = "location" | "provider" | AreaKind;

/** What someone can choose about a report; which of them it offers is the report's own. */
export interface ReportCriteria {
  collection: MandatedCollection;
  /** The newest window that is looked at. */
  month: Month;
  grouping: Grouping;
  /** Sums, or shares of what they are out of. */
  figures: "numbers" | "percentages";
  /** Whether locations count that were registered lately, those that were not, or both. */
  registration: "both" | "new" | "existing";
  search: string;
}

export type CriterionKey = keyof ReportCriteria;

/** All that a report is made from. */
export interface Asking {
  user: User;
  criteria: ReportCriteria;
  /** The part of what they see that they chose; null for all of it. */
  area: SeenArea | null;
  calendar: Calendar;
  asOf: Date;
  /** A relation of the locations that the person sees and chose, with location's own columns. */
  scope: Prisma.Sql;
}

type Value = string | number | boolean | null;
export type ReportRow = Readonly<Record<string, Value>>;

/** One column: a value of the row under its key, and how it is read on screen and in files alike. */
export interface ReportColumn {
  key: string;
  heading: string;
  /** What the figure means. */
  definition?: string;
  numeric?: true;
  sort?: true | "date";
  /** How the value reads; as it is, where the column does not say. */
  cell?: (row: ReportRow) => StreamedCell;
  /** Its total over all rows: the sum of a column of the source, or the sums of two divided; never of what is shown. */
  total?: readonly [sum: string] | readonly [above: string, below: string];
  width?: number;
}

/** A report as plain data: what it is called, what can be chosen, its columns, and where its rows come from. */
export interface LibraryReport {
  key: string;
  title: string;
  summary: string;
  group: ReportGroup;
  /** Its rows are single locations, people, or sums. */
  rows: "locations" | "people" | "sums";
  criteria: readonly CriterionKey[];
  /** The groupings it offers, the first unless one is chosen. */
  groupings?: readonly Grouping[];
  columns: (asking: Asking) => readonly ReportColumn[];
  /** A query with one row for each row of the report. Its columns bear the keys of `columns`, and those that totals need. */
  source: (asking: Asking) => Prisma.Sql;
  sort: { by: string; descending?: true };
  /** What one should know to read it, beside the definitions of its columns. */
  notes: readonly string[];
}

export const reportGroups = {
  returns: "Returns and compliance",
  care: "Beds and care",
  people: "Users and access",
  quality: "Data quality",
  official: "Official statistics",
  extract: "Extracts",
} as const;

export type ReportGroup = keyof typeof reportGroups;

import type { Month } from "@/lib/london";

export const questionKinds = [
  "count",
  "hours",
  "percent",
  "yesNo",
  "choice",
  "status",
  "some",
  "date",
  "text",
] as const;
export type Kind = (typeof questionKinds)[number];

/** A question of a season is asked only while support has that season, or campaign, switched on. */
export type SeasonKey = "flu" | "covid";

/**
 * What a return says to one question. null means not asked, or left blank; it never means nought. Several choices are
 * their keys with a comma between, in the order in which they are offered; a date is "2026-11-27".
 */
export type Answer = number | boolean | string | null;
export type Answers = Readonly<Record<string, Answer>>;

export type Colour = "green" | "amber" | "red" | "blue";

/** One of the answers that a choice or a status offers. `key` is what is stored. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly colour?: Colour;
}

/**
 * A figure, together with those in `with`, may not exceed the sum of those in `of`.
 *
 * `of` may name "beds.occupied" or "beds.capacity" for the home's totals. `is` ends the sentence: "the number of
 * registered nurses you employ". A soft limit asks, a hard one refuses.
 */
export interface Limit {
  readonly of: readonly string[];
  readonly with?: readonly string[];
  readonly is: string;
  readonly subject?: string;
  readonly soft?: true;
}

/** That an earlier yes-or-no question or choice was answered so: `is` is "yes", "no" or the key of a choice. */
export interface Condition {
  readonly key: string;
  readonly is: string;
}

/**
 * A question as plain data. Everything else follows from it: the form's field, its check, the workbook's column, the
 * label in reports and exports, the type of its answer.
 *
 * A key is never used again for another meaning or another kind: a question that is no longer asked gets an `until`, one
 * whose meaning changes gets a new key.
 */
export interface Question {
  /** Field name, column name and heading in exports. */
  readonly key: string;
  /** The question as it is put to the person. */
  readonly label: string;
  /** Its name in tables, exports and sentences. */
  readonly short: string;
  /** What to do when it is blank, after "Enter" or "Select". */
  readonly enter: string;
  readonly hint?: string;
  /** The word after the box: "hours". */
  readonly unit?: string;
  readonly kind: Kind;
  readonly section: string;
  /** First and last month in which it is asked, both included. */
  readonly from?: Month;
  readonly until?: Month;
  readonly season?: SeasonKey;
  /** Absent: an answer is required. "warned": blank is accepted after being asked. "freely": blank is fine. */
  readonly mayBeBlank?: "warned" | "freely";
  /** This or the named question needs an answer as soon as its section has one. */
  readonly orElse?: string;
  readonly atMost?: Limit;
  /** Asked of those who answer yes to the named question; nought for those who answer no. */
  readonly onlyIf?: string;
  /** Asked of those who gave this answer to an earlier choice; the others' answer is left out. */
  readonly shownIf?: Condition;
  /** A figure above this gives a warning. */
  readonly plausible?: number;
  /** A figure that seldom jumps, so one far from the location's own history gives a warning. */
  readonly steady?: true;
  /** A figure of the calendar month before the window's, such as hours: last month's figure is of another month. */
  readonly monthBefore?: true;
  readonly choices?: readonly Choice[];
}

/** One part of the page, saved and headed on its own. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
}

/** All questions of one collection, past and present, in page order. */
export interface QuestionSet {
  readonly key: string;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  /** The section in which beds are counted, where the collection has any. */
  readonly beds?: string;
  /** The head counts that make up its staff. */
  readonly staff?: readonly string[];
  /** Days after which unchanged head counts give a warning, by the number of staff from which this applies. */
  readonly unchangedFor?: readonly { readonly from: number; readonly days: number }[];
}

type ValueOf<Q extends Question> = Q["kind"] extends "count" | "hours" | "percent"
  ? number
  : Q["kind"] extends "yesNo"
    ? boolean
    : string;

/** The answers to a question set: one key a question, each null if not asked or left blank. */
export type AnswersTo<S extends QuestionSet> = {
  [Q in S["questions"][number] as Q["key"]]: ValueOf<Q> | null;
};

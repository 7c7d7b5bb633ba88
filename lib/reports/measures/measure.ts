import type { Prisma } from "@/lib/db";
import type { Collection } from "@/lib/questions/collections";
import type { SeasonKey } from "@/lib/questions/question";
import type { Unit } from "@/lib/reports/reading";

/** One side of a fraction: in words, and as SQL over one location's month, which is called `f`. */
export interface Part {
  readonly words: string;
  /** Null where the location does not count: it said nothing, or was not asked. */
  readonly of: Prisma.Sql;
}

export type MeasureGroup = "response" | "beds" | "home_care" | "staffing" | "vaccination" | "visiting" | "continuity";

/**
 * A measure as plain data. Dashboards, charts, comparisons, reports and their downloads are made from it. Sums come
 * first: the numerators of all locations that gave both sides, divided by their denominators, and never a mean of means.
 */
export interface Measure {
  /** Part of addresses and file headings; never used again for another meaning. */
  readonly key: string;
  readonly label: string;
  /** What it measures, in a sentence. */
  readonly definition: string;
  readonly unit: Unit;
  readonly group: MeasureGroup;
  /** Whose returns it is made from. */
  readonly collection: Collection;
  readonly numerator: Part;
  /** Absent where the measure is a total. */
  readonly denominator?: Part;
  /** The question keys that must be asked for it to have a meaning in a month. */
  readonly asks?: readonly string[];
  /** It is asked only while this season is on. */
  readonly season?: SeasonKey;
  /** Counts every location that owes the return, whether or not it answered. */
  readonly ofAllDue?: true;
  /** Each location counts as one or not at all, so that a spread over locations says nothing. */
  readonly yesOrNo?: true;
  /** Takes the missed windows of the eleven months before as well. */
  readonly standing?: true;
  readonly source: string;
  readonly limits: string;
  /** It is one of official statistics, with their numerator, denominator and rounding. */
  readonly official?: true;
}

/** How figures of a unit are rounded, only ever for showing them. */
export const roundingOf: Record<Unit, string> = {
  percent: "One decimal place, after dividing.",
  count: "None.",
  hours: "Two decimal places at most.",
};

export const selfReported =
  "Providers report these figures themselves, on different days of the window. They are the newest that each filed inside it, and not a picture of one day.";
export const returnsOf = { home: "Care home returns", care: "Home care returns" } as const;

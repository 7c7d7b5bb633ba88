import { formatNumber, formatPercent } from "@/lib/format";

/**
 * What there is to say of a measure for one area or location. Six things that never look alike: a figure, nought among
 * them; a nil return; a question that was not asked that month; one that no one answered; a figure that is withheld; and
 * a measure that has no meaning there, because no one owes the return or there is nothing to divide by.
 */
export type Measurement =
  | {
      readonly state: "known";
      readonly value: number;
      readonly numerator: number;
      /** Null where the measure is a total. */
      readonly denominator: number | null;
      /** How many locations it is made of. */
      readonly locations: number;
    }
  | { readonly state: UnknownState };

export type UnknownState = "nil" | "not_asked" | "not_reported" | "suppressed" | "not_applicable";

export type Unit = "percent" | "count" | "hours";

const words: Record<UnknownState, string> = {
  nil: "Nil return",
  not_asked: "Not asked",
  not_reported: "Not reported",
  suppressed: "Suppressed",
  not_applicable: "Not applicable",
};

/** Each state in a few words, for a key beside a chart or a note under a table. */
export const stateMeanings: Record<UnknownState, string> = {
  nil: "Every location that answered filed a nil return.",
  not_asked: "The question was not part of that month's return.",
  not_reported: "No location has answered.",
  suppressed: "The figure comes from so few that it could point to one location or person.",
  not_applicable: "No location there owes this return, or there is nothing to divide by.",
};

/** A figure in its unit: "86.0%", "1,204", "310.5 hours". */
export const inUnit = (value: number, unit: Unit): string =>
  unit === "percent" ? formatPercent(value) : unit === "hours" ? `${formatNumber(value)} hours` : formatNumber(value);

/** A mean or a quartile of locations in its unit: of what is counted, one decimal. */
export const middleInUnit = (value: number, unit: Unit): string => inUnit(middle(value, unit), unit);

/** The same as the cell of a file. */
export const middleAsCell = (value: number, unit: Unit): number =>
  unit === "percent" ? Math.round(value * 1000) / 10 : middle(value, unit);

const middle = (value: number, unit: Unit): number => (unit === "percent" ? value : Math.round(value * 10) / 10);

/** A reading as it is read on screen, in a chart and by a screen reader. */
export const readingInWords = (reading: Measurement, unit: Unit): string =>
  reading.state === "known" ? inUnit(reading.value, unit) : words[reading.state];

/**
 * A reading as the cell of a file: a number where it is known, per cents with one decimal as published; otherwise its
 * state in square brackets, so that no spreadsheet takes it for nought or for a blank.
 */
export function readingAsCell(reading: Measurement, unit: Unit): number | string {
  if (reading.state !== "known") return `[${words[reading.state].toLowerCase()}]`;
  return unit === "percent" ? Math.round(reading.value * 1000) / 10 : Math.round(reading.value * 100) / 100;
}

/**
 * How many locations stand behind a figure: "212 of 230 locations reported." A measure of all that need to file, such as
 * how many responded, counts each of them, answer or not: "21 of 51 locations." says how many it found so.
 */
export function reportedInWords({ ofAllDue }: { ofAllDue?: true }, reading: Measurement, due: number): string {
  if (reading.state === "known" && ofAllDue)
    return `${formatNumber(reading.numerator)} of ${formatNumber(due)} locations.`;
  return `${formatNumber(reading.state === "known" ? reading.locations : 0)} of ${formatNumber(due)} locations reported.`;
}

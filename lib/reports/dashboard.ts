import { formatMonth, formatNumber } from "@/lib/format";
import type { Month } from "@/lib/london";
import { type Measure, measureGroups, measures } from "./metrics";
import type { MandatedCollection } from "./owing";
import { inUnit, type Measurement, type Unit } from "./reading";

/** A row of figures on a dashboard. */
export interface FigureGroup {
  key: string;
  title: string;
  measures: Measure[];
}

/** Breakdowns of a measure that is already on the dashboard: they have their own pages. */
const notShown = /_(older|younger)$/;

/** The figures of an area's dashboard, in rows: those of one return, and how services cope, which both have. */
export function figureGroups(collection: MandatedCollection): FigureGroup[] {
  const shown = measures.filter(
    (measure) => [collection, "business_continuity"].includes(measure.collection) && !notShown.test(measure.key),
  );
  return Object.entries(measureGroups).flatMap(([key, title]) => {
    const own = shown.filter(({ group }) => group === key);
    return own.length > 0 ? [{ key, title, measures: own }] : [];
  });
}

/** The measure that a page leads with. */
export const leadingMeasure = (collection: MandatedCollection): string =>
  collection === "care_home" ? "occupied_share" : "home_care_people";

export interface Change {
  direction: "up" | "down" | "same";
  words: string;
}

/** "1.2 points up on October 2026"; null unless both figures are known. Compared as they are shown, rounded. */
export function changeSince(now: Measurement, then: Measurement, month: Month, unit: Unit): Change | null {
  if (now.state !== "known" || then.state !== "known") return null;
  const scale = unit === "percent" ? 1000 : 100;
  const by = (Math.round(now.value * scale) - Math.round(then.value * scale)) / (unit === "percent" ? 10 : 100);
  const on = formatMonth(month);
  if (by === 0) return { direction: "same", words: `No change on ${on}` };
  const direction = by > 0 ? "up" : "down";
  if (unit === "percent") return { direction, words: `${Math.abs(by).toFixed(1)} points ${direction} on ${on}` };
  return { direction, words: `${formatNumber(Math.abs(by))} ${by > 0 ? "more" : "fewer"} than in ${on}` };
}

/** A trend in a sentence, for those who do not see its line: first, last, lowest and highest of what is known. */
export function trendInWords(months: readonly Month[], trend: readonly Measurement[], unit: Unit): string {
  const known = trend.flatMap((one, at) =>
    one.state === "known" ? [{ value: one.value, month: months[at] ?? "" }] : [],
  );
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2) return "There are too few months for a trend.";
  const low = known.reduce((least, one) => (one.value < least.value ? one : least));
  const high = known.reduce((most, one) => (one.value > most.value ? one : most));
  const at = ({ value, month }: { value: number; month: Month }) => `${inUnit(value, unit)} in ${formatMonth(month)}`;
  return `From ${at(first)} to ${at(last)}; lowest ${at(low)}, highest ${at(high)}.`;
}

/** A total of what was reported, or a share of all who owe it: neither says anything of care before the window closes. */
export const growsUntilClose = ({ unit, ofAllDue, standing }: Measure): boolean =>
  !standing && (unit !== "percent" || ofAllDue === true);

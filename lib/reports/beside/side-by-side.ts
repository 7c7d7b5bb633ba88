import type { User } from "@/lib/access/user";
import type { Month } from "@/lib/london";
import { comparedIn } from "@/lib/reports/area-dashboard";
import { figureGroups, leadingMeasure } from "@/lib/reports/dashboard";
import { type Distribution, distribution, hasSpread } from "@/lib/reports/distribution";
import { type Measured, measured } from "@/lib/reports/measured";
import type { Measure } from "@/lib/reports/metrics";
import type { MandatedCollection, SeenArea } from "@/lib/reports/owing";
import { windowAsked } from "@/lib/reports/window-asked";
import { windowFor } from "@/lib/windows/calendar";
import type { ReportingWindow } from "@/lib/windows/reporting-window";

/** How many areas can stand beside each other. */
export const fewestBeside = 2;
export const mostBeside = 12;

/** Areas beside each other in one window. */
export interface SideBySide {
  areas: readonly SeenArea[];
  collection: MandatedCollection;
  window: ReportingWindow;
  /** The window is still open: totals grow until it closes. */
  isOpen: boolean;
  /** The windows that can be shown, and those of the small trends, which end with the one that is. Oldest first. */
  choices: Month[];
  months: Month[];
  measures: readonly Measure[];
  found: Measured;
  /** The measure whose spread over locations is shown, and that spread for each area: null where too few gave it. */
  spreadOf: Measure;
  spreads: readonly (Distribution | null)[];
}

/** Which areas, measures and window are wanted. Keys that are none are left out; without any, the usual ones are shown. */
export interface WantedBeside {
  areas: readonly SeenArea[];
  collection: MandatedCollection;
  month: Month | null;
  measures: readonly string[];
  spreadOf: string | undefined;
}

/** Every measure by which areas can stand beside each other. */
export const measuresBeside = (collection: MandatedCollection): Measure[] =>
  figureGroups(collection).flatMap(({ measures }) => measures);

/** Any areas that the person may see the sums of, side by side, with how one measure spreads over each one's locations. */
export async function sideBySide(user: User, wanted: WantedBeside, now: Date): Promise<SideBySide> {
  const { areas, collection } = wanted;
  const { calendar, choices, month, months } = await windowAsked(wanted.month, now, "short");
  const all = measuresBeside(collection);
  const chosen = all.filter(({ key }) => wanted.measures.includes(key));
  const measures = chosen.length > 0 ? chosen : comparedIn(collection);
  const spreadOf = spreading(collection, wanted.spreadOf);
  const [found, spreads] = await Promise.all([
    measured(user, { areas, months, measures: [...new Set([...measures, spreadOf])] }, now),
    Promise.all(areas.map((area) => distribution(user, area, spreadOf, month, now))),
  ]);
  const window = windowFor(calendar, month, now);
  return {
    areas,
    collection,
    window,
    isOpen: window.closesAt > now,
    choices,
    months,
    measures,
    found,
    spreadOf,
    spreads,
  };
}

function spreading(collection: MandatedCollection, key: string | undefined): Measure {
  const able = measuresBeside(collection).filter(hasSpread);
  const found = able.find((one) => one.key === key) ?? able.find((one) => one.key === leadingMeasure(collection));
  if (!found) throw new Error(`No measure of ${collection} has a spread.`);
  return found;
}

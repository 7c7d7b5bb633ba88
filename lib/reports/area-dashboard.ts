import type { User } from "@/lib/access/user";
import type { Month } from "@/lib/london";
import type { BedType } from "@/lib/questions/beds";
import { windowFor } from "@/lib/windows/calendar";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import { type FigureGroup, figureGroups, leadingMeasure } from "./dashboard";
import { type Measured, measured } from "./measured";
import { type Measure, measureOf, measuresOfBedType } from "./metrics";
import type { MandatedCollection, SeenArea } from "./owing";
import { type EarlierPace, earlierPace } from "./pace";
import { windowAsked } from "./window-asked";

/** Which dashboard is wanted. `month` is what was asked for: the newest window where it is none that can be shown. */
export interface WantedDashboard {
  area: SeenArea;
  collection: MandatedCollection;
  month: Month | null;
  within: readonly SeenArea[];
}

export interface Dashboard {
  window: ReportingWindow;
  isLatest: boolean;
  /** The windows that can be shown, and those of the trend, which end with the one that is. Oldest first. */
  choices: Month[];
  months: Month[];
  groups: FigureGroup[];
  found: Measured;
  bedTypes: readonly BedType[];
  /** The measures by which the areas within are compared, and their figures of the window. */
  compared: Measure[];
  inside: Measured;
  pace: EarlierPace[];
}

/** All that an area's dashboard shows of a window, with three years of trend. */
export async function dashboard(user: User, wanted: WantedDashboard, now: Date): Promise<Dashboard> {
  const { area, collection, within } = wanted;
  const { calendar, choices, month, isLatest, months } = await windowAsked(wanted.month, now, "long");
  const window = windowFor(calendar, month, now);
  const groups = figureGroups(collection);
  const bedTypes = collection === "care_home" ? calendar.bedTypesFor(["care_home"], month) : [];
  const compared = comparedIn(collection);
  const [found, ofTypes, inside, pace] = await Promise.all([
    measured(user, { areas: [area], months, measures: groups.flatMap((group) => group.measures) }, now),
    measured(user, { areas: [area], months: [month], measures: bedTypes.flatMap(measuresOfBedType) }, now),
    measured(user, { areas: within, months: [month], measures: compared }, now),
    window.closesAt > now ? earlierPace(user, area, collection, window, now) : [],
  ]);
  const either: Measured = {
    reading: (id, at, measure) => (measure.key.includes(":") ? ofTypes : found).reading(id, at, measure),
    reported: (id, at, of) => found.reported(id, at, of),
  };
  const withDue = pace.map((one) => ({ ...one, due: found.reported(area.id, one.month, collection).due }));
  return {
    window,
    isLatest,
    choices,
    months,
    groups,
    found: either,
    bedTypes,
    compared,
    inside,
    pace: withDue,
  };
}

/** The measures by which areas are compared at a glance. */
export const comparedIn = (collection: MandatedCollection): Measure[] =>
  [
    `${collection}_responded`,
    leadingMeasure(collection),
    ...(collection === "care_home"
      ? ["admittable_share", "care_home_agency_share", "care_home_absence"]
      : ["home_care_extra_hours", "home_care_agency_hours"]),
    `${collection}_at_risk`,
  ].flatMap((key) => measureOf(key) ?? []);

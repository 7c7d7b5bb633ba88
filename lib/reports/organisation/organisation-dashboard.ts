import type { User } from "@/lib/access/user";
import { addMonths, type Month, monthsFrom } from "@/lib/london";
import { windowsShown } from "@/lib/reports/area-dashboard";
import { type FigureGroup, figureGroups } from "@/lib/reports/dashboard";
import { type Measured, measuredOfOrganisation } from "@/lib/reports/measured";
import type { MandatedCollection, SeenOrganisation } from "@/lib/reports/owing";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import type { ReportingWindow } from "@/lib/windows/reporting-window";

/** A year and the month it is compared with: nothing is kept of organisations, so that each is added up anew. */
const monthsOfTrend = 13;

/** All that a parent organisation's dashboard shows of a window, with a year of trend. */
export interface OrganisationDashboard {
  window: ReportingWindow;
  choices: Month[];
  months: Month[];
  groups: FigureGroup[];
  found: Measured;
}

/** A parent organisation in one window: the newest where `wanted` is none that can be shown. */
export async function organisationDashboard(
  user: User,
  organisation: SeenOrganisation,
  collection: MandatedCollection,
  wanted: Month | null,
  now: Date,
): Promise<OrganisationDashboard> {
  const [calendar, choices] = await Promise.all([calendarNow(), windowsShown(now)]);
  const latest = choices.at(-1) ?? "";
  const month = wanted && choices.includes(wanted) ? wanted : latest;
  const months = monthsFrom(addMonths(month, 1 - monthsOfTrend), month).filter((one) => choices.includes(one));
  const groups = figureGroups(collection);
  const measures = groups.flatMap((group) => group.measures);
  const found = await measuredOfOrganisation(user, organisation, { months, measures }, now);
  return { window: windowFor(calendar, month, now), choices, months, groups, found };
}

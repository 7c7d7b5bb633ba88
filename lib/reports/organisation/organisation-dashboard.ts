import type { User } from "@/lib/access/user";
import type { Month } from "@/lib/london";
import { type FigureGroup, figureGroups } from "@/lib/reports/dashboard";
import { type Measured, measuredOfOrganisation } from "@/lib/reports/measured";
import type { MandatedCollection, SeenOrganisation } from "@/lib/reports/owing";
import { windowAsked } from "@/lib/reports/window-asked";
import { windowFor } from "@/lib/windows/calendar";
import type { ReportingWindow } from "@/lib/windows/reporting-window";

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
  // Nothing is kept of organisations: each window is added up anew, so that a year is enough.
  const { calendar, choices, month, months } = await windowAsked(wanted, now, "short");
  const groups = figureGroups(collection);
  const measures = groups.flatMap((group) => group.measures);
  const found = await measuredOfOrganisation(user, organisation, { months, measures }, now);
  return { window: windowFor(calendar, month, now), choices, months, groups, found };
}

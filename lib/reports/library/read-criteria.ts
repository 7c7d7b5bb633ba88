import { can } from "@/lib/access/policy";
import { locationsSeenBy } from "@/lib/access/scope";
import type { AreaKind, User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { addMonths, type Month } from "@/lib/london";
import { areaSeenBy, type SeenArea } from "@/lib/reports/queries";
import { calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import type { Asking, ReportCriteria, LibraryReport } from "./report";

/** The choices for a report in its address, as text by name. */
export type ReportParams = Readonly<Record<string, string | undefined>>;

const oldest = 60;

/** The criteria that an address asks for; what it does not say, or says wrongly, is as usual. */
function readCriteria(report: LibraryReport, given: ReportParams, asOf: Date): ReportCriteria {
  const newest = monthFor(asOf);
  const { month, grouping, collection, figures, registration, search } = given;
  const offered = report.groupings ?? [];
  return {
    collection: collection === "home_care" ? "home_care" : "care_home",
    month:
      month !== undefined && isMonth(month) && month <= newest && month >= addMonths(newest, -oldest) ? month : newest,
    grouping: offered.find((one) => one === grouping) ?? offered[0] ?? "location",
    figures: figures === "percentages" ? "percentages" : "numbers",
    registration: registration === "new" || registration === "existing" ? registration : "both",
    search: (search ?? "").trim().slice(0, 100),
  };
}

const isMonth = (text: string): text is Month => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

/** The moment that an address asks for: never one to come, and now where it says none. */
function readAsOf(given: ReportParams, now: Date): Date {
  const asked = given.asOf === undefined ? NaN : Date.parse(given.asOf);
  return Number.isNaN(asked) || asked > now.getTime() ? now : new Date(asked);
}

const areaParts = /^(country|nhs_region|ons_region|icb|sub_icb|local_authority|lrf):([A-Z0-9]{3,12})$/;

/** The area that an address names, if the person may see it; null where it names none. Undefined is "not found". */
async function areaGiven(user: User, given: ReportParams): Promise<SeenArea | null | undefined> {
  if (!given.area || given.area === "all") return null;
  const [, kind, code] = areaParts.exec(given.area) ?? [];
  if (kind === undefined || code === undefined) return undefined;
  return (await areaSeenBy(user, kind as AreaKind, code)) ?? undefined;
}

/** May this person read reports at all, and this one? Sums-only users reach no rows here. */
export const mayRead = (user: User): boolean => can(user, "see reports") && user.kind !== "aggregate_only";

/** Everything that a report is made from, for one person and address; null is "not found". */
export async function askingFor(
  user: User,
  report: LibraryReport,
  given: ReportParams,
  now: Date,
): Promise<Asking | null> {
  if (!mayRead(user)) return null;
  const area = await areaGiven(user, given);
  if (area === undefined) return null;
  const asOf = readAsOf(given, now);
  return {
    user,
    area,
    asOf,
    criteria: readCriteria(report, given, asOf),
    calendar: await calendarNow(),
    scope: locationsSeenBy(user, area ?? undefined),
  };
}

/** The areas that someone may choose among: their own, and those within them. */
export async function areasToChoose(user: User): Promise<SeenArea[]> {
  const own = user.grants.flatMap(({ area }) => area?.id ?? []);
  const all = user.kind === "support" || user.grants.some(({ area }) => area?.kind === "country");
  if (!all && own.length === 0) return [];
  const within = { in: own };
  const areas = await db.area.findMany({
    where: {
      validTo: null,
      ...(all
        ? {}
        : {
            OR: [
              { id: within },
              { nhsRegionId: within },
              { onsRegionId: within },
              { icbId: within },
              { lrfId: within },
            ],
          }),
    },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
  });
  return areas.map(({ id, kind, onsCode, name }) => ({ id, kind, code: onsCode, name }));
}

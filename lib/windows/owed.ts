import { Prisma } from "@/lib/db";
import { addDays, type Day, dayOf, type Month } from "@/lib/london";
import { type Collection, kindsAsked } from "@/lib/questions/collections";
import { type Calendar, extensionsAt, windowFor } from "./calendar";
import { firstDue, type FirstDue, type Registration } from "./registration";
import type { ReportingWindow } from "./reporting-window";

/**
 * Whether a location registered, and perhaps deregistered, on those days owes a window's return: the window must open
 * late enough after the registration and close before the deregistration. A deregistration after `asOf` was not known
 * then and is ignored. `owedSql` says the same for many locations, and a test checks that the two agree.
 */
export function isOwed(
  window: ReportingWindow,
  { registeredOn, deregisteredOn }: Registration,
  since: FirstDue = "first-full-window",
  asOf?: Date,
): boolean {
  const gone = deregisteredOn && (!asOf || deregisteredOn <= dayOf(asOf)) ? deregisteredOn : null;
  return window.firstDay >= firstDayOwed(registeredOn, since) && (!gone || window.lastDay < gone);
}

const daysAfter = (since: FirstDue): number => (since === "first-full-window" ? 1 : since);
const firstDayOwed = (registeredOn: Day, since: FirstDue): Day => addDays(registeredOn, daysAfter(since));

/** Which locations, and which windows of which collection, to ask about. */
export interface OwedOf {
  collection: Collection;
  /** Oldest first. */
  months: readonly Month[];
  calendar: Calendar;
  asOf: Date;
  /**
   * A relation with the location table's own columns: `locationsSeenBy` for a person, or all locations for the
   * service's own work.
   */
  locations: Prisma.Sql;
}

/**
 * Which locations owe a collection's return for which windows, as it was known at a moment: a query with one row for
 * each location and window. Its columns are `location_id`, `month` (its first day), `months_ago` (0 for the newest of
 * `months`), `opens` and `closes`, which takes account of the location's own extensions. It does not say whether
 * anything was filed: the query that joins it does.
 */
export function owedSql({ collection, months, calendar, asOf, locations }: OwedOf): Prisma.Sql {
  const types = [...kindsAsked(collection, calendar.switchedAt(asOf))];
  const windows = months.map((month, nth) => windowRow(windowFor(calendar, month, asOf), months.length - 1 - nth));
  return Prisma.sql`
    select l.id as location_id, w.month, w.months_ago, w.opens, coalesce(own.closes, w.closes) as closes
      from ${locations} l
      cross join (values ${Prisma.join(windows)}) w(month, months_ago, first_day, last_day, opens, closes)
      left join (values ${Prisma.join(ownWindows(calendar, months, asOf))}) own(location_id, month, last_day, closes)
        on own.location_id = l.id and own.month = w.month
     where l.types && ${types}::location_type[]
       and w.opens <= ${asOf}
       and w.month >= ${`${calendar.owedFrom ?? "1900-01"}-01`}::date
       and coalesce(w.first_day >= l.registered_on + ${daysAfter(firstDue())}::int, true)
       and coalesce(l.deregistered_on > least(${dayOf(asOf)}::date, coalesce(own.last_day, w.last_day)), true)`;
}

const windowRow = ({ month, firstDay, lastDay, opensAt, closesAt }: ReportingWindow, monthsAgo: number) =>
  Prisma.sql`(${`${month}-01`}::date, ${monthsAgo}::int, ${firstDay}::date, ${lastDay}::date, ${opensAt}::timestamptz, ${closesAt}::timestamptz)`;

/**
 * The windows that were extended for single locations; one row of nulls if there is none, because a VALUES list cannot
 * be empty.
 */
function ownWindows(calendar: Calendar, months: readonly Month[], asOf: Date): Prisma.Sql[] {
  const own = extensionsAt(calendar, asOf).flatMap(({ month, locationIds = [] }) =>
    months.includes(month) ? locationIds.map((id) => ({ month, id: Number(id) })) : [],
  );
  const once = new Map(own.map((one) => [`${one.month} ${one.id}`, one]));
  return [
    Prisma.sql`(null::int, null::date, null::date, null::timestamptz)`,
    ...[...once.values()].map(({ month, id }) => {
      const { lastDay, closesAt } = windowFor(calendar, month, asOf, id);
      return Prisma.sql`(${id}::int, ${`${month}-01`}::date, ${lastDay}::date, ${closesAt}::timestamptz)`;
    }),
  ];
}

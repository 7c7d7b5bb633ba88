import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { addMonths, dayOf, monthsFrom, type Month } from "@/lib/london";
import { type Collection, collections, type ProviderType } from "@/lib/questions/collections";
import { type Calendar, calendarNow, extensionsAt, windowFor } from "./calendar";
import { type Compliance, monthsInView, standingFrom } from "./compliance";
import { firstDue } from "./registration";
import { monthFor, type ReportingWindow } from "./reporting-window";

/** How a location stands with a collection, the months that make it so, and the same in a sentence. */
export type StandingNow = Omit<Compliance, "months">;

/** What the database works out of a location: its missed months as bits, the newest settled one lowest. */
export interface MissedMonths {
  missed: number;
  /** Whether the newest window is open and unanswered, and so not settled. */
  open: boolean;
}

/**
 * How all locations of a list stand with a collection, worked out by the database in one go. `of` is a query for the
 * `MissedMonths` of each `location_id` among some `locations`, a relation of location's own columns; `read` makes a
 * standing of one. It says what `complianceAt` says. The conditions are about a row that is called `s`.
 */
export function standings(collection: Collection, calendar: Calendar, asOf: Date) {
  const latest = monthFor(asOf);
  const months = monthsFrom(addMonths(latest, -monthsInView), latest);
  return {
    of: (locations: Prisma.Sql) => missedOf(locations, collection, calendar, months, asOf),
    read: (row: MissedMonths) => readMissed(months, row),
    atRiskOrWorse: Prisma.sql`(s.missed & 3 = 3 or bit_count(s.missed::bit(12)) >= 4)`,
    atThreshold: Prisma.sql`(s.missed & 7 = 7 or bit_count(s.missed::bit(12)) >= 4)`,
  };
}

function missedOf(
  locations: Prisma.Sql,
  collection: Collection,
  calendar: Calendar,
  months: readonly Month[],
  asOf: Date,
): Prisma.Sql {
  const since = firstDue();
  const ahead = since === "first-full-window" ? 1 : since;
  const windows = Prisma.sql`(values ${Prisma.join(
    months.map((month, index) => windowRow(windowFor(calendar, month, asOf), months.length - 1 - index)),
  )}) w(age, first, first_day, last_day, opens, closes)`;
  const own = Prisma.sql`(values ${Prisma.join(ownWindows(calendar, months, asOf))}) x(location_id, first, last_day, closes)`;
  return Prisma.sql`
    select location_id, open, (case when open then missed >> 1 else missed & 4095 end)::int as missed
      from (
        select l.id as location_id,
               coalesce(bit_or(1 << w.age) filter (where met.age is null and due and ${asOf} >= closing), 0) as missed,
               coalesce(bool_or(met.age is null and due and ${asOf} < closing), false) as open
          from ${locations} l
          cross join ${windows}
          left join ${own} on x.location_id = l.id and x.first = w.first
          cross join lateral (
            select coalesce(x.closes, w.closes) as closing,
                   w.first >= ${`${calendar.owedFrom ?? "1900-01"}-01`}::date
                   and coalesce(w.first_day >= l.registered_on + ${ahead}::int, true)
                   and coalesce(l.deregistered_on > least(${dayOf(asOf)}::date, coalesce(x.last_day, w.last_day)), true) as due) d
          left join (
            select distinct r.location_id, w.age
              from "return" r join ${windows} on w.first = r.month
              left join ${own} on x.location_id = r.location_id and x.first = w.first
             where r.collection = ${collection}::collection and r.location_id in (select id from ${locations} l)
               and r.submitted_at >= w.opens and r.submitted_at < coalesce(x.closes, w.closes)
               and r.submitted_at <= ${asOf}) met
            on met.location_id = l.id and met.age = w.age
         group by l.id) counted`;
}

const windowRow = ({ month, firstDay, lastDay, opensAt, closesAt }: ReportingWindow, age: number) =>
  Prisma.sql`(${age}::int, ${`${month}-01`}::date, ${firstDay}::date, ${lastDay}::date, ${opensAt}::timestamptz, ${closesAt}::timestamptz)`;

/** The windows that were extended for single locations; a row of nulls where none was, since a list needs one. */
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

function readMissed(months: readonly Month[], { missed, open }: MissedMonths): StandingNow {
  const settled = open ? months.slice(0, -1) : months.slice(1);
  return standingFrom(
    settled.map((month, index) => ({ month, missed: ((missed >> (settled.length - 1 - index)) & 1) === 1 })),
  );
}

/** The kinds of location that a collection is asked of, now. */
export function askedOf(collection: Collection, { switched }: Calendar): readonly ProviderType[] {
  const facts = collections[collection];
  return switched[collection] ?? ("startsOff" in facts ? [] : facts.providerTypes);
}

/** How the locations that somebody sees stand with a monthly collection, by their id. */
export async function standingsSeenBy(
  user: User,
  collection: Collection,
  now: Date,
): Promise<ReadonlyMap<number, StandingNow>> {
  const calendar = await calendarNow();
  const { of, read } = standings(collection, calendar, now);
  const rows = await db.$queryRaw<(MissedMonths & { location_id: number })[]>`
    with seen as (select l.* from location l where ${locationsVisibleToSql(user)}
                     and l.types && ${[...askedOf(collection, calendar)]}::location_type[])
    ${of(Prisma.sql`seen`)}`;
  return new Map(rows.map((row) => [row.location_id, read(row)]));
}

import { locationsSeenBy } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { addMonths, monthsFrom, type Month } from "@/lib/london";
import { type Collection, kindsAsked } from "@/lib/questions/collections";
import { type Calendar, calendarNow } from "./calendar";
import { type Compliance, standingFrom } from "./compliance";
import { owedSql } from "./owed";
import { monthFor } from "./reporting-window";
import { atRiskOrWorseSql, atThresholdSql, bitsInView, monthsInView } from "./thresholds";

/** A location's compliance with a collection, the missed months behind it, and a sentence that says so. */
export type StandingNow = Omit<Compliance, "months">;

/** What the database works out for a location: its missed months as bits, with the newest settled month lowest. */
export interface MissedMonths {
  missed: number;
  /** Whether the newest window is open and unanswered, and so not settled. */
  open: boolean;
}

/**
 * The compliance of many locations with a collection, worked out by the database in one query. `of` is a query for the
 * `MissedMonths` of each `location_id` in `locations`, a relation with the location table's own columns; `read` turns
 * one into a standing. It agrees with `complianceAt`. The conditions refer to a row called `s`.
 */
export function standingsSql(collection: Collection, calendar: Calendar, asOf: Date) {
  const latest = monthFor(asOf);
  const months = monthsFrom(addMonths(latest, -monthsInView), latest);
  return {
    of: (locations: Prisma.Sql) =>
      missedSql(locations, collection, asOf, owedSql({ collection, months, calendar, asOf, locations })),
    read: (row: MissedMonths) => readMissed(months, row),
    atRiskOrWorse: atRiskOrWorseSql(Prisma.sql`s.missed`),
    atThreshold: atThresholdSql(Prisma.sql`s.missed`),
  };
}

const missedSql = (
  locations: Prisma.Sql,
  collection: Collection,
  asOf: Date,
  owed: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  select l.id as location_id, coalesce(n.open, false) as open,
         coalesce(case when n.open then n.missed >> 1 else n.missed & ${bitsInView}::int end, 0) as missed
    from ${locations} l
    left join (
      select o.location_id,
             coalesce(bit_or(1 << o.months_ago) filter (where r.id is null and o.closes <= ${asOf}), 0) as missed,
             coalesce(bool_or(r.id is null and o.closes > ${asOf}), false) as open
        from (${owed}) o
        left join "return" r on r.location_id = o.location_id and r.month = o.month
              and r.collection = ${collection}::collection
              and r.submitted_at >= o.opens and r.submitted_at < o.closes and r.submitted_at <= ${asOf}
       group by o.location_id) n on n.location_id = l.id`;

function readMissed(months: readonly Month[], { missed, open }: MissedMonths): StandingNow {
  const settled = open ? months.slice(0, -1) : months.slice(1);
  return standingFrom(
    settled.map((month, index) => ({ month, missed: ((missed >> (settled.length - 1 - index)) & 1) === 1 })),
  );
}

/** The compliance of the locations that someone can see with a monthly collection, by location id. */
export async function standingsSeenBy(
  user: User,
  collection: Collection,
  now: Date,
): Promise<ReadonlyMap<number, StandingNow>> {
  const calendar = await calendarNow();
  const { of, read } = standingsSql(collection, calendar, now);
  const rows = await db.$queryRaw<(MissedMonths & { location_id: number })[]>`
    with asked as (select * from ${locationsSeenBy(user)} l
                    where l.types && ${[...kindsAsked(collection, calendar.switched)]}::location_type[])
    ${of(Prisma.sql`asked`)}`;
  return new Map(rows.map((row) => [row.location_id, read(row)]));
}

import { db, Prisma } from "@/lib/db";
import { keptFor } from "@/lib/kept-for";
import { mandatedCollections } from "@/lib/questions/collections";
import { type Calendar, calendarNow } from "@/lib/windows/calendar";
import { type MissedMonths, standingsSql } from "@/lib/windows/standings";
import { kindsAsked } from "@/lib/questions/collections";
import type { ComplianceState } from "./provider-filters";

/** The worse of what a location stands with, over the returns that the law wants of it. */
const worse = (one: ComplianceState | undefined, other: ComplianceState): ComplianceState =>
  one === "notice" || other === "notice" ? "notice" : one === "risk" || other === "risk" ? "risk" : "on_track";

/**
 * How every location that owes monthly returns stands, worked out at most once a minute by each server: a filter of the
 * list needs it of all of them. It says nothing of who may see them: the list does that.
 */
export const standingOfAll = (now: Date): Promise<ReadonlyMap<number, ComplianceState>> => ofAll("all", now);

const ofAll = keptFor(60_000, (_: "all", now) => workOut(Prisma.sql`location`, now));

/** The same for a few locations, worked out now: for the rows that are shown. */
export const standingOf = (ids: readonly number[], now: Date): Promise<ReadonlyMap<number, ComplianceState>> =>
  ids.length === 0
    ? Promise.resolve(new Map())
    : workOut(Prisma.sql`(select x.* from location x where x.id = any(${[...ids]}::int[]))`, now);

async function workOut(among: Prisma.Sql, now: Date): Promise<ReadonlyMap<number, ComplianceState>> {
  const calendar = await calendarNow();
  const states = new Map<number, ComplianceState>();
  for (const rows of await Promise.all(mandatedCollections.map((one) => missedOf(one, among, calendar, now))))
    for (const { id, state } of rows) states.set(id, worse(states.get(id), state));
  return states;
}

async function missedOf(
  collection: (typeof mandatedCollections)[number],
  among: Prisma.Sql,
  calendar: Calendar,
  now: Date,
) {
  const { of, atRiskOrWorse, atThreshold } = standingsSql(collection, calendar, now);
  const kinds = [...kindsAsked(collection, calendar.switched)];
  return db.$queryRaw<(MissedMonths & { id: number; state: ComplianceState })[]>`
    with asked as materialized (select l.* from ${among} l
           where l.deregistered_on is null and l.types && ${kinds}::location_type[])
    select s.location_id as id, case when ${atThreshold} then 'notice' when ${atRiskOrWorse} then 'risk' else 'on_track' end as state
      from (${of(Prisma.sql`asked`)}) s`;
}

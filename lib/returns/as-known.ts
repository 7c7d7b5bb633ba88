import { clockOffset } from "@/lib/clock";
import { Prisma } from "@/lib/db";
import { registeredLocationSql } from "@/lib/locations/registered-location";
import { type BankHolidays, holidaysOfEngland } from "@/lib/windows/bank-holidays";
import type { Calendar } from "@/lib/windows/calendar";

/** What the audit's clock, which is never set ahead, showed at a moment of the service's own clock. */
const audited = (at: Date) => new Date(at.getTime() - clockOffset());

/**
 * Location `l` as it was registered at a moment, as JSON for `readRegisteredLocation`. What a register's import has changed since
 * stands in the audit as it was before: the first change after the moment says what held at it.
 */
export const locationAsKnownSql = (asOf: Date): Prisma.Sql => {
  const held = (column: string) => Prisma.sql`
    coalesce((select a.before -> ${column}::text from audit a
               where a."table" = 'location' and a.row_id = l.id::text and a.operation = 'update'
                 and a.at > ${audited(asOf)} and a.before ? ${column}::text
               order by a.at, a.id limit 1), to_jsonb(l) -> ${column}::text)`;
  return Prisma.sql`
    ${registeredLocationSql}::jsonb || jsonb_build_object('types', ${held("types")}, 'registeredOn', ${held("registered_on")},
      'deregisteredOn', ${held("deregistered_on")})`;
};

/** The imported bank holidays as they stood at a moment, as JSON; null if they still stand so. */
export const holidaysAsKnownSql = (asOf: Date): Prisma.Sql => Prisma.sql`
  (with since as (
     select distinct on (row_id) row_id, before from audit
      where "table" = 'bank_holiday' and at > ${audited(asOf)} order by row_id, at, id),
   held as (
     select h.date, h.title from bank_holiday h where h.date::text not in (select row_id from since)
     union all
     select row_id::date, coalesce(before ->> 'title', (select title from bank_holiday where date = row_id::date))
       from since where before is not null)
   select case when exists (select from since) then coalesce(
            (select json_agg(json_build_object('title', title, 'date', date) order by date) from held), '[]') end)`;

/** The bank holidays by which a window was reckoned then. */
export const holidaysAsKnown = (
  listed: { title: string; date: string }[] | null,
  { holidays }: Calendar,
): BankHolidays =>
  listed === null
    ? holidays
    : holidaysOfEngland(listed.length > 0 ? { "england-and-wales": { events: listed } } : undefined);

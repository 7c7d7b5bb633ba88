import { db, Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import { collections, type Collection, mandatedCollections } from "@/lib/questions/collections";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { owedSql } from "@/lib/windows/owed";
import type { ReportingWindow } from "@/lib/windows/reporting-window";

/** A return of a month that nothing was filed for. */
export interface OwedReturn {
  locationId: number;
  location: string;
  collection: Collection;
  /** "Care home return". */
  label: string;
  window: ReportingWindow;
}

/**
 * The monthly returns of a month that are owed and for which nothing was filed, late or in time, by all locations:
 * reminders are based on this. For one location, if it is named. For the service's own work: it does not ask who is
 * asking.
 */
export async function owedReturns(month: Month, now: Date, locationId?: number): Promise<OwedReturn[]> {
  const calendar = await calendarNow();
  const owed = mandatedCollections.map((collection, nth) => {
    const locations =
      locationId === undefined ? Prisma.sql`location` : Prisma.sql`(select * from location where id = ${locationId})`;
    const relation = owedSql({ collection, months: [month], calendar, asOf: now, locations });
    return Prisma.sql`select o.location_id, ${collection}::collection as collection, ${nth}::int as nth from (${relation}) o`;
  });
  const rows = await db.$queryRaw<Pick<OwedReturn, "locationId" | "location" | "collection">[]>`
    select l.id as "locationId", l.name as location, o.collection::text as collection
      from (${Prisma.join(owed, " union all ")}) o join location l on l.id = o.location_id
     where not exists (select from "return" r where r.location_id = l.id and r.month = ${`${month}-01`}::date
                          and r.collection = o.collection and r.submitted_at <= ${now})
     order by l.name, l.id, o.nth`;
  return rows.map((row) => ({
    ...row,
    label: collections[row.collection].label,
    window: windowFor(calendar, month, now, row.locationId),
  }));
}

import type { User } from "@/lib/access/user";
import { areasSummedForSql, locationsInArea } from "@/lib/access/scope";
import { db, Prisma } from "@/lib/db";
import { addMonths, type Month } from "@/lib/london";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import type { MandatedCollection, SeenArea } from "./owing";

/** How many locations had filed by the same point of an earlier window. */
export interface EarlierPace {
  month: Month;
  filed: number;
  /** Locations that owed that window's return. */
  due: number;
}

/**
 * How many had filed at this point of each of the last three windows: as long after it opened as it is now since this
 * one did.
 */
export async function earlierPace(
  user: User,
  area: SeenArea,
  collection: MandatedCollection,
  window: ReportingWindow,
  now: Date,
): Promise<Omit<EarlierPace, "due">[]> {
  const calendar = await calendarNow();
  const elapsed = now.getTime() - window.opensAt.getTime();
  const points = [1, 2, 3].map((ago) => {
    const month = addMonths(window.month, -ago);
    const { opensAt } = windowFor(calendar, month, now);
    return Prisma.sql`(${`${month}-01`}::date, ${opensAt}::timestamptz, ${new Date(opensAt.getTime() + elapsed)}::timestamptz)`;
  });
  return db.$queryRaw<Omit<EarlierPace, "due">[]>`
    select to_char(p.month, 'YYYY-MM') as month, count(distinct r.location_id)::int as filed
      from (values ${Prisma.join(points)}) p(month, opens, point)
      join "return" r on r.month = p.month and r.collection = ${collection}::collection and not r.late
                     and r.submitted_at >= p.opens and r.submitted_at <= p.point
      join location l on l.id = r.location_id and ${locationsInArea(area)}
     where exists (select from area a where a.id = ${area.id} and ${areasSummedForSql(user)})
     group by p.month order by p.month desc`;
}

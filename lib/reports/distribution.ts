import { areasSummedForSql, locationsInArea } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import { calendarNow } from "@/lib/windows/calendar";
import { factsSql } from "./facts";
import type { Measure } from "./metrics";
import type { SeenArea } from "./owing";

/** How a measure spreads over the locations of an area: quartiles, mean, and how many lie in each of equal bands. */
export interface Distribution {
  locations: number;
  lower: number;
  median: number;
  upper: number;
  /** The mean of the locations' own figures, which is not the area's figure: that is a sum divided by a sum. */
  mean: number;
  bands: { from: number; to: number; count: number }[];
}

const bandsShown = 20;
/** With fewer than these a spread would show single locations. */
const least = 6;

/** Whether a measure spreads over locations: not where each counts as one or not at all. */
export const hasSpread = ({ ofAllDue, yesOrNo }: Measure): boolean => !ofAllDue && !yesOrNo;

type Row = Omit<Distribution, "bands"> & { least: number; most: number; counts: Record<string, number> | null };

/** The spread of a measure over an area's locations in a month; null where fewer than six gave it, or it has none. */
export async function distribution(
  user: User,
  area: SeenArea,
  measure: Measure,
  month: Month,
  now: Date,
): Promise<Distribution | null> {
  if (!hasSpread(measure)) return null;
  const calendar = await calendarNow();
  const facts = factsSql({
    collection: measure.collection,
    months: [month],
    calendar,
    asOf: now,
    locations: Prisma.sql`asked`,
    standing: false,
  });
  const value = measure.denominator
    ? Prisma.sql`${measure.numerator.of}::float8 / nullif(${measure.denominator.of}, 0)`
    : Prisma.sql`${measure.numerator.of}::float8`;
  const [row] = await db.$queryRaw<Row[]>`
    with asked as materialized (
      select l.* from location l where ${locationsInArea(area)}
         and exists (select from area a where a.id = ${area.id} and ${areasSummedForSql(user)})),
    f as (${facts}),
    own as materialized (select ${value} as value from f),
    ends as materialized (
      select count(value)::int as locations, percentile_cont(0.25) within group (order by value) as lower,
             percentile_cont(0.5) within group (order by value) as median,
             percentile_cont(0.75) within group (order by value) as upper, avg(value) as mean,
             min(value) as least, max(value) as most
        from own)
    select ends.*, (select json_object_agg(band, n) from (
             select least(width_bucket(value, e.least, e.most, ${bandsShown}::int), ${bandsShown}::int) as band, count(*)::int as n
               from own, ends e where value is not null and e.most > e.least group by 1) bands) as counts
      from ends`;
  if (!row || row.locations < least) return null;
  const { least: from, most: to, counts, ...spread } = row;
  const width = (to - from) / bandsShown;
  return {
    ...spread,
    bands:
      width === 0
        ? [{ from, to: from + 1, count: row.locations }]
        : Array.from({ length: bandsShown }, (_, nth) => ({
            from: from + nth * width,
            to: from + (nth + 1) * width,
            count: counts?.[String(nth + 1)] ?? 0,
          })),
  };
}

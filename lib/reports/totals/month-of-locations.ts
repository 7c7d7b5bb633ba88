import { db, Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import { factsSql } from "@/lib/reports/facts";
import type { Measure } from "@/lib/reports/metrics";
import type { MandatedCollection } from "@/lib/reports/owing";
import type { Calendar } from "@/lib/windows/calendar";

/** What one location said in a month, as both sides of each measure; null where it did not give both. */
export interface LocationMonth {
  id: number;
  councilId: number | null;
  subIcbId: number | null;
  filed: boolean;
  nil: boolean;
  sides: ([above: number, below: number] | null)[];
}

type Row = Omit<LocationMonth, "sides"> & { sides: string };

/** Every location that owed a month's return, with both sides of each measure. For working out totals alone. */
export async function monthOfLocations(
  of: { collection: MandatedCollection; month: Month; measures: readonly Measure[] },
  calendar: Calendar,
  asOf: Date,
): Promise<LocationMonth[]> {
  const { collection, month, measures } = of;
  const facts = factsSql({
    collection,
    months: [month],
    calendar,
    asOf,
    locations: Prisma.sql`location`,
    standing: measures.some(({ standing }) => standing),
  });
  const sides = measures.flatMap(({ numerator, denominator }) => [
    Prisma.sql`(${numerator.of})::float8`,
    Prisma.sql`(${denominator?.of ?? Prisma.sql`1`})::float8`,
  ]);
  const rows = await db.$queryRaw<Row[]>`
    select f.location_id as id, f.local_authority_id as "councilId", f.sub_icb_id as "subIcbId", f.filed, f.nil,
           json_build_array(${Prisma.join(sides)})::text as sides
      from (${facts}) f order by f.location_id`;
  return rows.map(({ sides, ...row }) => {
    const all = JSON.parse(sides) as (number | null)[];
    return {
      ...row,
      sides: measures.map((_, nth) => {
        const [above = null, below = null] = [all[nth * 2], all[nth * 2 + 1]];
        return above === null || below === null ? null : [above, below];
      }),
    };
  });
}

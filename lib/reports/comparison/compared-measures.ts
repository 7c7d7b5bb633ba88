import { db, Prisma } from "@/lib/db";
import { env } from "@/lib/env";
import type { Month } from "@/lib/london";
import { factsSql } from "@/lib/reports/facts";
import { readingFrom } from "@/lib/reports/measured";
import { isMeasured, type Measure, measureOf } from "@/lib/reports/metrics";
import type { MandatedCollection } from "@/lib/reports/owing";
import type { Measurement, Unit } from "@/lib/reports/reading";
import type { Calendar } from "@/lib/windows/calendar";
import { type ComparedPlace, fewestProviders, similarSql } from "./similar";

/** What the similar locations that gave a figure are like: their middle half. Each counts as one. */
export type SimilarFigures =
  | { state: "known"; locations: number; lower: number; median: number; upper: number }
  | { state: "not_asked" | "not_reported" | "suppressed" };

/** One figure of a location beside those of the similar ones nearby. */
export interface Compared {
  key: string;
  label: string;
  definition: string;
  unit: Unit | "pounds";
  own: Measurement;
  others: SimilarFigures;
}

export interface Spread {
  locations: number;
  providers: number;
  lower: number | null;
  median: number | null;
  upper: number | null;
}

/** The middle half of these locations, unless there are too few of them or of their organisations to be shown. */
export function othersFrom({ locations, providers, lower, median, upper }: Spread): SimilarFigures {
  if (locations === 0 || lower === null || median === null || upper === null) return { state: "not_reported" };
  if (locations < env().SMALL_NUMBER || providers < fewestProviders) return { state: "suppressed" };
  return { state: "known", locations, lower, median, upper };
}

export const spreadSql = Prisma.sql`
  count(value) filter (where not mine)::int as locations,
  (count(distinct provider_id) filter (where not mine and value is not null))::int as providers,
  percentile_cont(0.25) within group (order by value) filter (where not mine) as lower,
  percentile_cont(0.5) within group (order by value) filter (where not mine) as median,
  percentile_cont(0.75) within group (order by value) filter (where not mine) as upper`;

const keys: Record<MandatedCollection, readonly string[]> = {
  care_home: ["occupied_share", "admittable_share", "care_home_agency_share", "care_home_absence"],
  home_care: ["home_care_agency_hours", "home_care_covid_absence", "home_care_extra_hours"],
};

interface Row extends Spread {
  key: string;
  owes: boolean;
  filed: boolean;
  nil: boolean;
  above: number | null;
  below: number | null;
}

/** The measures by which a location is compared, of one window: its own, and the middle half of the similar ones nearby. */
export async function comparedMeasures(
  place: ComparedPlace,
  collection: MandatedCollection,
  month: Month,
  calendar: Calendar,
  now: Date,
): Promise<Compared[]> {
  const wanted = keys[collection].flatMap((key) => measureOf(key) ?? []);
  const facts = factsSql({
    collection,
    months: [month],
    calendar,
    asOf: now,
    locations: Prisma.sql`asked`,
    standing: false,
  });
  const rows = await db.$queryRaw<Row[]>`
    with similar_ones as materialized (${similarSql(place, collection)}),
    asked as materialized (
      select l.* from location l where l.id = ${place.id} or l.id in (select id from similar_ones)),
    f as materialized (${facts}),
    one as (
      select l.id = ${place.id} as mine, l.provider_id, m.*, m.above / nullif(m.below, 0) as value, f.filed, f.nil
        from f join asked l on l.id = f.location_id
        cross join lateral (values ${Prisma.join(wanted.map(sidesSql))}) m(key, above, below))
    select key, bool_or(mine) as owes, coalesce(bool_or(filed) filter (where mine), false) as filed,
           coalesce(bool_or(nil) filter (where mine), false) as nil, max(above) filter (where mine) as above,
           max(below) filter (where mine) as below, ${spreadSql}
      from one group by key`;
  return wanted.map((measure) => {
    const row = rows.find(({ key }) => key === measure.key);
    const { key, label, definition, unit } = measure;
    const asked = isMeasured(measure, month, calendar.seasonsIn(month));
    const others: SimilarFigures = !asked ? { state: "not_asked" } : row ? othersFrom(row) : { state: "not_reported" };
    return { key, label, definition, unit, own: ownReading(measure, row, asked), others };
  });
}

const sidesSql = ({ key, numerator, denominator }: Measure): Prisma.Sql =>
  Prisma.sql`(${key}::text, (${numerator.of})::float8, (${denominator?.of ?? Prisma.sql`1`})::float8)`;

function ownReading(measure: Measure, row: Row | undefined, asked: boolean): Measurement {
  const { owes = false, filed = false, nil = false, above = null, below = null } = row ?? {};
  const both = above !== null && below !== null;
  return readingFrom(
    measure,
    asked,
    { due: Number(owes), filed: Number(filed), nil: Number(nil) },
    { numerator: both ? above : null, denominator: both ? below : null, locations: Number(both) },
  );
}

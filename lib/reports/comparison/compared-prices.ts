import { db } from "@/lib/db";
import { type Compared, othersFrom, type Spread, spreadSql } from "./compared-measures";
import { type ComparedPlace, similarSql } from "./similar";

type Row = Spread & { key: string; label: string; own: number | null };

/** The lowest weekly price that a home gives for each bed type, beside those of similar homes nearby that give one. */
export async function comparedPrices(place: ComparedPlace): Promise<Compared[]> {
  const rows = await db.$queryRaw<Row[]>`
    with similar_ones as materialized (${similarSql(place, "care_home")}),
    one as (
      select l.id = ${place.id} as mine, l.provider_id, s.bed_type_key, s."from"::float8 as value
        from location l join newest_statement n on n.location_id = l.id
        join suitability_price s on s.suitability_id = n.suitability_id
       where l.id = ${place.id} or l.id in (select id from similar_ones))
    select b.key, b.label, max(value) filter (where mine) as own, ${spreadSql}
      from one join bed_type b on b.key = one.bed_type_key
     group by b.key, b.label, b.position order by b.position, b.key`;
  return rows.map(({ key, label, own, ...spread }) => ({
    key: `price:${key}`,
    label: `Weekly price from: ${label}`,
    definition: `The lowest price a week that a home says it charges for this type of bed: ${label.toLowerCase()}.`,
    unit: "pounds",
    own:
      own === null
        ? { state: "not_reported" }
        : { state: "known", value: own, numerator: own, denominator: null, locations: 1 },
    others: othersFrom(spread),
  }));
}

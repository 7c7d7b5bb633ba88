import type { AreaKind } from "@/lib/access/user";
import { db, Prisma, type Transaction } from "@/lib/db";
import type { Month } from "@/lib/london";
import type { Collection } from "@/lib/questions/collections";
import type { Calendar } from "@/lib/windows/calendar";
import { factsSql } from "./facts";
import type { Measure } from "./metrics";

/** How many locations of an area owe a return, how many filed one that counts, and how many of these nil. */
export interface Reported {
  due: number;
  filed: number;
  nil: number;
}

/** A measure's two sums over the locations that gave both, and how many these are. */
export interface Sums {
  numerator: number | null;
  denominator: number | null;
  locations: number;
}

/** The sums of one area in one month, in the order in which the measures were asked for. */
export interface SummedMonth extends Reported {
  areaId: number;
  month: Month;
  sums: Sums[];
}

/** What is to be added up: measures of one collection, for some areas and a run of months. */
export interface SumsAsked {
  areas: readonly { id: number; kind: AreaKind }[];
  collection: Collection;
  measures: readonly Measure[];
  months: readonly Month[];
}

type Row = Reported & { areaId: number; month: Month; sums: string };

/**
 * Adds up measures from the returns themselves, in one query: first for each council and Sub ICB, then for each of the
 * areas that `seen`, a condition on area `a`, lets through. An area in which no location owes the return has no row.
 */
export async function sumsFromReturns(
  seen: Prisma.Sql,
  asked: SumsAsked,
  calendar: Calendar,
  asOf: Date,
  using: Pick<Transaction, "$queryRaw"> = db,
): Promise<SummedMonth[]> {
  const { areas, collection, measures, months } = asked;
  if (areas.length === 0 || months.length === 0) return [];
  const standing = measures.some((measure) => measure.standing);
  const locations = Prisma.sql`asked`;
  const rows = await using.$queryRaw<Row[]>`
    with asked as materialized (select l.* from location l where ${locationsOf(areas)}),
    f as (${factsSql({ collection, months, calendar, asOf, locations, standing })}),
    cells as (
      select f.local_authority_id, f.sub_icb_id, f.month, count(*) as due, count(*) filter (where f.filed) as filed,
             count(*) filter (where f.nil) as nil, array[${Prisma.join(measures.map(summedSql))}]::numeric[] as sums
        from f group by 1, 2, 3)
    select a.id as "areaId", to_char(c.month, 'YYYY-MM') as month, sum(c.due)::int as due, sum(c.filed)::int as filed,
           sum(c.nil)::int as nil, to_json(array[${Prisma.join(measures.flatMap((_, nth) => totals(nth)))}]::numeric[])::text as sums
      from cells c
      left join area la on la.id = c.local_authority_id
      left join area si on si.id = c.sub_icb_id
      join area a on a.id = any(${areas.map(({ id }) => id)})
       and (a.kind = 'country' or a.id in (la.id, la.nhs_region_id, la.ons_region_id, la.lrf_id, si.id, si.icb_id))
     where ${seen}
     group by a.id, c.month`;
  return rows.map(({ sums, ...row }) => ({ ...row, sums: inThrees(JSON.parse(sums) as (number | null)[]) }));
}

/** The same of the locations of one relation, as the only row of each month under `id`. */
export async function sumsOfLocations(
  id: number,
  locations: Prisma.Sql,
  { collection, measures, months }: Omit<SumsAsked, "areas">,
  calendar: Calendar,
  asOf: Date,
): Promise<SummedMonth[]> {
  if (months.length === 0) return [];
  const standing = measures.some((measure) => measure.standing);
  const rows = await db.$queryRaw<Row[]>`
    with asked as materialized (select l.* from ${locations} l),
    f as (${factsSql({ collection, months, calendar, asOf, locations: Prisma.sql`asked`, standing })})
    select ${id}::int as "areaId", to_char(f.month, 'YYYY-MM') as month, count(*)::int as due,
           (count(*) filter (where f.filed))::int as filed, (count(*) filter (where f.nil))::int as nil,
           to_json(array[${Prisma.join(measures.map(summedSql))}]::numeric[])::text as sums
      from f group by f.month`;
  return rows.map(({ sums, ...row }) => ({ ...row, sums: inThrees(JSON.parse(sums) as (number | null)[]) }));
}

/** Numerator, denominator and how many locations, of those that gave both sides. */
function summedSql({ numerator, denominator }: Measure): Prisma.Sql {
  const [above, below] = [numerator.of, denominator?.of ?? Prisma.sql`1`];
  const both = Prisma.sql`filter (where ${above} is not null and ${below} is not null)`;
  return Prisma.sql`sum(${above}) ${both}, ${denominator ? Prisma.sql`sum(${below}) ${both}` : Prisma.sql`null`}, count(*) ${both}`;
}

const totals = (nth: number): Prisma.Sql[] => [1, 2, 3].map((part) => Prisma.sql`sum(c.sums[${nth * 3 + part}::int])`);

const inThrees = (values: readonly (number | null)[]): Sums[] =>
  Array.from({ length: values.length / 3 }, (_, nth) => ({
    numerator: values[nth * 3] ?? null,
    denominator: values[nth * 3 + 1] ?? null,
    locations: values[nth * 3 + 2] ?? 0,
  }));

const locationsOf = (areas: SumsAsked["areas"]): Prisma.Sql => {
  const ids = (kind: AreaKind) => areas.filter((area) => area.kind === kind).map(({ id }) => id);
  if (ids("country").length > 0) return Prisma.sql`true`;
  const above = (column: Prisma.Sql, of: Prisma.Sql, kind: AreaKind) =>
    Prisma.sql`${column} in (select x.id from area x where ${of} = any(${ids(kind)}))`;
  const council = Prisma.sql`l.local_authority_id`;
  const parts: Prisma.Sql[] = [];
  if (ids("local_authority").length > 0) parts.push(Prisma.sql`${council} = any(${ids("local_authority")})`);
  if (ids("sub_icb").length > 0) parts.push(Prisma.sql`l.sub_icb_id = any(${ids("sub_icb")})`);
  if (ids("nhs_region").length > 0) parts.push(above(council, Prisma.sql`x.nhs_region_id`, "nhs_region"));
  if (ids("ons_region").length > 0) parts.push(above(council, Prisma.sql`x.ons_region_id`, "ons_region"));
  if (ids("lrf").length > 0) parts.push(above(council, Prisma.sql`x.lrf_id`, "lrf"));
  if (ids("icb").length > 0) parts.push(above(Prisma.sql`l.sub_icb_id`, Prisma.sql`x.icb_id`, "icb"));
  return Prisma.sql`(${Prisma.join(parts, " or ")})`;
};

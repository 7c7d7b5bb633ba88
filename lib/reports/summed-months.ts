import { db, Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import type { Collection } from "@/lib/questions/collections";
import type { Measure } from "./metrics";
import type { SumsAsked, SummedMonth } from "./sums";

const firstDays = (months: readonly Month[]) => months.map((month) => `${month}-01`);

/** Those of the months that were added up for all of these measures. England owes returns wherever anyone does. */
export async function readyMonths(
  collection: Collection,
  months: readonly Month[],
  measures: readonly Measure[],
): Promise<ReadonlySet<Month>> {
  const rows = await db.$queryRaw<{ month: Month }[]>`
    select to_char(m.month, 'YYYY-MM') as month from area_month m join area a on a.id = m.area_id and a.kind = 'country'
     where m.collection = ${collection}::collection and m.month = any(${firstDays(months)}::date[])
       and m.sums ?& ${measures.map(({ key }) => key)}::text[]`;
  return new Set(rows.map(({ month }) => month));
}

type Row = Omit<SummedMonth, "sums"> & { sums: string };

/**
 * The sums that were kept of closed windows, for the areas that `seen`, a condition on area `a`, lets through; and the
 * months that there are none of, which are to be added up from the returns.
 */
export async function keptSums(
  seen: Prisma.Sql,
  { areas, collection, measures, months }: SumsAsked,
): Promise<{ rows: SummedMonth[]; missing: Month[] }> {
  const keys = measures.map(({ key }) => key);
  const rows = await db.$queryRaw<(Partial<Row> & { ready: Month })[]>`
    with ready as materialized (
      select m.month from area_month m join area a on a.id = m.area_id and a.kind = 'country'
       where m.collection = ${collection}::collection and m.month = any(${firstDays(months)}::date[])
         and m.sums ?& ${keys}::text[])
    select to_char(r.month, 'YYYY-MM') as ready, to_char(r.month, 'YYYY-MM') as month, k.area_id as "areaId",
           k.due, k.filed, k.nil, k.sums
      from ready r
      left join (select m.month, m.area_id, m.due, m.filed, m.nil,
                        ${sumsOf(keys)} as sums
                   from area_month m join area a on a.id = m.area_id
                  where m.collection = ${collection}::collection and m.area_id = any(${areas.map(({ id }) => id)}) and ${seen}) k
        on k.month = r.month`;
  const ready = new Set(rows.map((row) => row.ready));
  return {
    rows: rows.flatMap(({ areaId, month, due = 0, filed = 0, nil = 0, sums }) =>
      areaId && month && sums ? [{ areaId, month, due, filed, nil, sums: read(keys, sums) }] : [],
    ),
    missing: months.filter((month) => !ready.has(month)),
  };
}

const few = 4;

/** A few measures are taken out of what was kept; of many, reading all is quicker, because each is unpacked anew. */
const sumsOf = (keys: readonly string[]) =>
  keys.length > few
    ? Prisma.sql`m.sums::text`
    : Prisma.sql`json_build_object(${Prisma.join(keys.map((key) => Prisma.sql`${key}::text, m.sums -> ${key}::text`))})::text`;

type KeptSums = Record<string, [number | null, number | null, number | null]>;

function read(keys: readonly string[], text: string): SummedMonth["sums"] {
  const kept = JSON.parse(text) as KeptSums;
  return keys.map((key) => {
    const [numerator = null, denominator = null, locations = 0] = kept[key] ?? [];
    return { numerator, denominator, locations: locations ?? 0 };
  });
}

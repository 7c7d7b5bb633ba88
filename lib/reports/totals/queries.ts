import { can } from "@/lib/access/policy";
import { areasTotalledForSql } from "@/lib/access/scope";
import type { AreaKind, User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import { areaLabel } from "@/lib/organisations/area-label";
import type { MandatedCollection, SeenArea } from "@/lib/reports/owing";
import type { Measurement } from "@/lib/reports/reading";

/** The figures of one area in one closed window. Those that would say something about only a few are withheld. */
export interface AreaTotals {
  area: SeenArea;
  month: Month;
  /** Locations that needed to file, as the register has it. */
  due: number;
  reading: (key: string) => Measurement;
}

type Row = Omit<SeenArea, "name"> & { name: string; placeName: string | null };

const asSeen = ({ name, placeName, ...area }: Row): SeenArea => ({ ...area, name: areaLabel(name, placeName) });

const areasSql = (where: Prisma.Sql) => Prisma.sql`
  select a.id, a.kind, a.ons_code as code, a.name, a.place_name as "placeName" from area a where ${where}
   order by a.kind, a.name, a.id`;

/** An area whose totals someone may see, by its kind and ONS code; null is "not found". */
export async function areaTotalled(user: User, kind: AreaKind, code: string): Promise<SeenArea | null> {
  const [row] = await db.$queryRaw<Row[]>(
    areasSql(Prisma.sql`a.kind::text = ${kind} and a.ons_code = ${code} and ${areasTotalledForSql(user)}`),
  );
  return row ? asSeen(row) : null;
}

/** The areas that were given to someone for their totals. */
export async function areasToTotal(user: User): Promise<SeenArea[]> {
  const given = user.grants.flatMap(({ area }) => (area ? [area.id] : []));
  if (!can(user, "see sums")) return [];
  return (await db.$queryRaw<Row[]>(areasSql(Prisma.sql`a.id = any(${given}::int[]) and a.valid_to is null`))).map(
    asSeen,
  );
}

const within: Record<AreaKind, (id: number) => Prisma.Sql> = {
  country: () => Prisma.sql`true`,
  nhs_region: (id) => Prisma.sql`a.nhs_region_id = ${id}`,
  ons_region: (id) => Prisma.sql`a.ons_region_id = ${id}`,
  icb: (id) => Prisma.sql`a.icb_id = ${id}`,
  lrf: (id) => Prisma.sql`a.lrf_id = ${id}`,
  sub_icb: () => Prisma.sql`false`,
  local_authority: () => Prisma.sql`false`,
};

/** The areas within one, of every kind, whose totals someone may see. */
export const areasTotalledWithin = async (user: User, area: SeenArea): Promise<SeenArea[]> =>
  (
    await db.$queryRaw<Row[]>(
      areasSql(
        Prisma.sql`${within[area.kind](area.id)} and a.id <> ${area.id} and a.valid_to is null and ${areasTotalledForSql(user)}`,
      ),
    )
  ).map(asSeen);

interface Shown {
  areaId: number;
  month: Month;
  due: number;
  figures: Record<string, Measurement>;
}

/** What was worked out for some areas, newest window first. Read from there alone: no return is reached. */
export async function totalsShown(
  user: User,
  areas: readonly SeenArea[],
  collection: MandatedCollection,
  months: number,
): Promise<AreaTotals[]> {
  const rows = await db.$queryRaw<Shown[]>`
    select t.area_id as "areaId", to_char(t.month, 'YYYY-MM') as month, t.due, t.figures
      from total_shown t join area a on a.id = t.area_id
     where a.id = any(${areas.map(({ id }) => id)}::int[]) and t.collection = ${collection}::collection and ${areasTotalledForSql(user)}
       and t.month in (select distinct month from total_shown where collection = ${collection}::collection order by month desc limit ${months}::int)
     order by t.month desc, t.area_id`;
  const byId = new Map(areas.map((area) => [area.id, area]));
  return rows.flatMap(({ areaId, month, due, figures }) => {
    const area = byId.get(areaId);
    return area ? [{ area, month, due, reading: (key: string) => figures[key] ?? { state: "not_asked" } }] : [];
  });
}

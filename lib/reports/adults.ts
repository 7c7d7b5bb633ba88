import { areasSummedForSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { AreaKind } from "@/lib/access/user";
import type { SeenArea } from "./owing";

/** How many adults live in an area, from the imported populations of its councils, or why that is not known. */
export type Adults =
  | { state: "known"; adults: number; year: number }
  | { state: "missing"; councils: number; of: number }
  | { state: "not_applicable" };

const councilsOf: Record<AreaKind, ((id: number) => Prisma.Sql) | null> = {
  country: () => Prisma.sql`true`,
  nhs_region: (id) => Prisma.sql`c.nhs_region_id = ${id}`,
  ons_region: (id) => Prisma.sql`c.ons_region_id = ${id}`,
  lrf: (id) => Prisma.sql`c.lrf_id = ${id}`,
  local_authority: (id) => Prisma.sql`c.id = ${id}`,
  icb: null,
  sub_icb: null,
};

/**
 * The adults of an area in the newest year for which each of its councils has a figure. Boards do not keep to the borders
 * of councils, so that nothing is said of them.
 */
export async function adultsIn(user: User, area: SeenArea): Promise<Adults> {
  const councils = councilsOf[area.kind];
  if (!councils) return { state: "not_applicable" };
  const [row] = await db.$queryRaw<{ of: number; missing: number; year: number | null; adults: number | null }[]>`
    with c as (select c.id from area c
                where c.kind = 'local_authority' and (c.valid_to is null or c.id = ${area.id}) and ${councils(area.id)}
                  and exists (select from area a where a.id = ${area.id} and ${areasSummedForSql(user)})),
    whole as (select p.year, sum(p.adults)::int as adults from population p join c on c.id = p.area_id
               group by p.year having count(*) = (select count(*) from c))
    select (select count(*)::int from c) as of,
           (select count(*)::int from c where not exists (select from population p where p.area_id = c.id)) as missing,
           w.year, w.adults from (select 1) one left join lateral (select * from whole order by year desc limit 1) w on true`;
  if (!row || row.of === 0) return { state: "not_applicable" };
  const { year, adults } = row;
  if (year !== null && adults !== null) return { state: "known", adults, year };
  return { state: "missing", councils: row.missing || row.of, of: row.of };
}

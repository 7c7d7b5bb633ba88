import type { AreaKind } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { nursingSql } from "@/lib/reports/comparison/similar";
import { olderSql, onceSql } from "@/lib/reports/facts";

/** What CQC's register says about an area. Areas with similar facts are alike. */
export interface AreaFacts {
  homes: number;
  beds: number;
  /** Beds a home has. */
  size: number;
  /** The shares of homes with nursing, and of homes for older people. */
  nursing: number;
  older: number;
  homeCare: number;
}

export type FactKey = keyof AreaFacts;

/** A fact as it is shown and chosen. Counts are compared as ratios, shares as they are. */
interface Fact {
  key: FactKey;
  label: string;
  unit: "count" | "percent";
}

export const areaFacts: readonly Fact[] = [
  { key: "homes", label: "Care homes", unit: "count" },
  { key: "size", label: "Beds in each home", unit: "count" },
  { key: "beds", label: "Beds", unit: "count" },
  { key: "nursing", label: "Homes with nursing", unit: "percent" },
  { key: "older", label: "Homes for older people", unit: "percent" },
  { key: "homeCare", label: "Home care services", unit: "count" },
];

type Row = AreaFacts & { id: number };

const above: Partial<Record<AreaKind, Prisma.Sql>> = {
  nhs_region: Prisma.sql`c.nhs_region_id`,
  ons_region: Prisma.sql`c.ons_region_id`,
  lrf: Prisma.sql`c.lrf_id`,
  local_authority: Prisma.sql`c.id`,
  icb: Prisma.sql`s.icb_id`,
  sub_icb: Prisma.sql`s.id`,
};

/**
 * The facts of every area of a kind, from the locations that are at work. They are public, as CQC's register is, so that
 * everyone may know them of any area; they include no figures from returns.
 */
export async function factsOfKind(kind: AreaKind): Promise<ReadonlyMap<number, AreaFacts>> {
  const area = above[kind];
  if (!area) return new Map();
  const home = Prisma.sql`('care_home' = any(l.types) and ${onceSql})`;
  const rows = await db.$queryRaw<Row[]>`
    select ${area} as id, (count(*) filter (where ${home}))::int as homes,
           coalesce(sum(l.beds) filter (where ${home}), 0)::int as beds,
           coalesce((avg(l.beds) filter (where ${home}))::float8, 0) as size,
           coalesce((avg((${nursingSql})::int) filter (where ${home}))::float8, 0) as nursing,
           coalesce((avg((${olderSql})::int) filter (where ${home}))::float8, 0) as older,
           (count(*) filter (where 'home_care' = any(l.types)))::int as "homeCare"
      from location l left join area c on c.id = l.local_authority_id left join area s on s.id = l.sub_icb_id
     where l.deregistered_on is null and not l.dormant and ${area} is not null
     group by 1`;
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

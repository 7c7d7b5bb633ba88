import { db, Prisma } from "@/lib/db";
import type { Criteria } from "./criteria";
import { facetsOf } from "./facets";
import { judgedParts } from "./search-sql";
import { whereaboutsOf } from "./whereabouts";

/** The ids of all places of a scope that match a search and have something free. */
export async function matchesOf(scope: Prisma.Sql, criteria: Criteria, now: Date): Promise<number[]> {
  const where = await whereaboutsOf(criteria, now);
  const rows = await db.$queryRaw<{ id: number }[]>`
    with ${judgedParts(scope, criteria, where, facetsOf(criteria, now), now)}
    select j.id from judged j where j.fails = 0 and j.free > 0 order by j.id`;
  return rows.map(({ id }) => id);
}

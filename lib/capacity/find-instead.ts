import { locationsFindableBySql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { Criteria } from "./criteria";
import { boxAround } from "./distance";
import { facetsOf } from "./facets";
import { countBut, judgedParts } from "./search-sql";
import type { Point, Whereabouts } from "./whereabouts";

/** A search further away than the one that found nothing, with how many it finds. */
export interface Wider {
  within: number;
  criteria: Criteria;
  total: number;
}

/**
 * Searches further away that do find something, each with how many: for a search that found nothing. Around a postcode
 * or a town they are of greater distances; around an area or a part of the map, of greater parts of the map. One that
 * finds no more than a nearer one is left out.
 */
export async function findWider(
  user: User,
  asked: Criteria,
  where: Whereabouts,
  distances: readonly number[],
  now: Date,
): Promise<Wider[]> {
  if (distances.length === 0 || where.kind === "unknown" || where.point === null) return [];
  const around = where.kind === "area" || where.kind === "box";
  const wider = around
    ? await onTheMap(user, asked, where.point, distances, now)
    : await atDistances(user, asked, where, distances, now);
  return wider.filter(({ total }, nth) => total > (wider[nth - 1]?.total ?? 0));
}

/** The nearer candidates are among those of the greatest distance: these are judged once. */
async function atDistances(...[user, asked, where, distances, now]: Parameters<typeof findWider>): Promise<Wider[]> {
  const counts = distances.map((within) => countBut(0, Prisma.sql`(j.miles <= ${within}::float8 or j.in_town)`));
  const [row] = await db.$queryRaw<{ totals: number[] }[]>`
    with ${judgedParts(locationsFindableBySql(user), asked, where, facetsOf(asked, now), now, Math.max(...distances))}
    select array[${Prisma.join(counts)}] as totals from judged j`;
  return distances.map((within, nth) => ({
    within,
    criteria: { ...asked, within, page: 1 },
    total: row?.totals[nth] ?? 0,
  }));
}

/** Parts of the map that reach so many miles each way from a point. */
async function onTheMap(
  user: User,
  asked: Criteria,
  point: Point,
  distances: readonly number[],
  now: Date,
): Promise<Wider[]> {
  const searches = distances.map((within) => {
    const box = boxAround(point, within);
    const criteria = { ...asked, near: "", area: null, box, page: 1 };
    return { within, criteria, where: { kind: "box" as const, label: "", box, point } };
  });
  const totals = await countFound(user, searches, now);
  return searches.map(({ within, criteria }, nth) => ({ within, criteria, total: totals[nth] ?? 0 }));
}

/** How many each of these searches of one place finds: the same search with something left out. */
export const findLooser = (
  user: User,
  searches: readonly Criteria[],
  where: Whereabouts,
  now: Date,
): Promise<number[]> =>
  countFound(
    user,
    searches.map((criteria) => ({ criteria, where })),
    now,
  );

/** How many each of several searches finds, asked at once: a search with many filters must not take many connections. */
async function countFound(
  user: User,
  searches: readonly { criteria: Criteria; where: Whereabouts }[],
  now: Date,
): Promise<number[]> {
  if (searches.length === 0) return [];
  const scope = locationsFindableBySql(user);
  const counts = searches.map(
    ({ criteria, where }) => Prisma.sql`(
      with ${judgedParts(scope, criteria, where, facetsOf(criteria, now), now)} select ${countBut(0)} from judged j)`,
  );
  const [row] = await db.$queryRaw<{ totals: number[] }[]>`select array[${Prisma.join(counts)}] as totals`;
  return row?.totals ?? [];
}

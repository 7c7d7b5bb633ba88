import { isOverseerKind } from "@/lib/access/kinds";
import { locationsInArea } from "@/lib/access/scope";
import type { Grant, User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { countsNowSql } from "@/lib/access/grants";

/** For whom a worklist is worked: an area's staff, a provider's, or (neither) the support team. */
export interface Team {
  areaId: number | null;
  providerId: number | null;
}

const support: Team = { areaId: null, providerId: null };

/** The teams that someone belongs to: one for each area or provider they were given. */
export const teamsOf = (user: User): Team[] =>
  user.kind === "support"
    ? [support]
    : user.grants.flatMap(({ area, providerId }) =>
        area || providerId !== undefined ? [{ areaId: area?.id ?? null, providerId: providerId ?? null }] : [],
      );

/** A condition: the assignment that the query calls `w` is of one of these teams. */
export function ofTeams(teams: readonly Team[]): Prisma.Sql {
  const areas = teams.flatMap(({ areaId }) => areaId ?? []);
  const providers = teams.flatMap(({ providerId }) => providerId ?? []);
  if (teams.some(({ areaId, providerId }) => areaId === null && providerId === null))
    return Prisma.sql`w.area_id is null and w.provider_id is null`;
  return Prisma.sql`(w.area_id = any(${areas}::int[]) or w.provider_id = any(${providers}::int[]))`;
}

/** The team in whose name someone works on one location: that of the first of their access that reaches it. */
export async function teamFor(user: User, locationId: number): Promise<Team | null> {
  if (user.kind === "support") return support;
  if (!isOverseerKind(user.kind)) return null;
  for (const grant of user.grants)
    if (await reaches(grant, locationId))
      return { areaId: grant.area?.id ?? null, providerId: grant.providerId ?? null };
  return null;
}

async function reaches({ area, providerId }: Grant, locationId: number): Promise<boolean> {
  const where =
    providerId !== undefined
      ? Prisma.sql`${providerId} in (l.provider_id, l.dual_provider_id)`
      : area
        ? locationsInArea(area)
        : Prisma.sql`false`;
  const rows = await db.$queryRaw<unknown[]>`select 1 from location l where l.id = ${locationId} and ${where}`;
  return rows.length > 0;
}

export interface Teammate {
  id: number;
  name: string;
}

/** The people of some teams, by name: to whom a location may be assigned. */
export async function colleaguesIn(teams: readonly Team[], now: Date): Promise<Teammate[]> {
  if (teams.length === 0) return [];
  const areas = teams.flatMap(({ areaId }) => areaId ?? []);
  const providers = teams.flatMap(({ providerId }) => providerId ?? []);
  const isSupport = teams.some(({ areaId, providerId }) => areaId === null && providerId === null);
  return db.$queryRaw<Teammate[]>`
    select a.id, a.full_name as name from account a
     where a.deactivated_at is null and a.kind <> 'aggregate_only' and not a.generic
       and case when ${isSupport} then a.kind = 'support' else exists (
         select from access g where g.account_id = a.id and ${countsNowSql(now)}
            and (g.area_id = any(${areas}::int[]) or g.provider_id = any(${providers}::int[]))) end
     order by lower(a.full_name), a.id`;
}

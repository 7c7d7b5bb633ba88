import { Prisma } from "@/prisma/client/client";
import { can } from "./policy";
import type { AreaKind, Grant, User } from "./user";

const nowhere: Prisma.LocationWhereInput = { id: { in: [] } };
const everywhere: Prisma.LocationWhereInput = {};

const areaWhere: Record<AreaKind, (id: number) => Prisma.LocationWhereInput> = {
  country: () => everywhere,
  nhs_region: (id) => ({ localAuthority: { nhsRegionId: id } }),
  ons_region: (id) => ({ localAuthority: { onsRegionId: id } }),
  icb: (id) => ({ subIcb: { icbId: id } }),
  sub_icb: (id) => ({ subIcbId: id }),
  local_authority: (id) => ({ localAuthorityId: id }),
  lrf: (id) => ({ localAuthority: { lrfId: id } }),
};

const others = (grants: readonly Grant[]): Prisma.LocationWhereInput[] =>
  grants.flatMap((grant) => {
    if (grant.providerId !== undefined) return [{ providerId: grant.providerId }, { dualProviderId: grant.providerId }];
    return grant.area ? [areaWhere[grant.area.kind](grant.area.id)] : [];
  });

/**
 * The locations someone may see, as a condition that every read of locations begins with. Sums-only users see none,
 * whatever they were given access to; what is not here is "not found".
 */
export function locationsVisibleTo(user: User): Prisma.LocationWhereInput {
  if (user.kind === "support") return everywhere;
  if (user.kind === "aggregate_only") return nowhere;
  if (user.grants.some((grant) => grant.area?.kind === "country")) return everywhere;
  const single = user.grants.flatMap((grant) => (grant.locationId === undefined ? [] : [grant.locationId]));
  const wheres = others(user.grants);
  if (single.length > 0) wheres.push({ id: { in: single } });
  return wheres.length === 0 ? nowhere : { OR: wheres };
}

/** Whether someone may see every location there is, so that a query need not ask of each. */
export const seesEveryLocation = (user: User): boolean => locationsVisibleTo(user) === everywhere;

const areaSql: Record<AreaKind, (id: number) => Prisma.Sql> = {
  country: () => Prisma.sql`true`,
  nhs_region: (id) => Prisma.sql`l.local_authority_id in (select id from area where nhs_region_id = ${id})`,
  ons_region: (id) => Prisma.sql`l.local_authority_id in (select id from area where ons_region_id = ${id})`,
  icb: (id) => Prisma.sql`l.sub_icb_id in (select id from area where icb_id = ${id})`,
  sub_icb: (id) => Prisma.sql`l.sub_icb_id = ${id}`,
  local_authority: (id) => Prisma.sql`l.local_authority_id = ${id}`,
  lrf: (id) => Prisma.sql`l.local_authority_id in (select id from area where lrf_id = ${id})`,
};

/** The area itself, or one that lies within it, for a query that calls area `a`. */
const withinSql: Record<AreaKind, (id: number) => Prisma.Sql> = {
  country: () => Prisma.sql`true`,
  nhs_region: (id) => Prisma.sql`${id} in (a.id, a.nhs_region_id)`,
  ons_region: (id) => Prisma.sql`${id} in (a.id, a.ons_region_id)`,
  icb: (id) => Prisma.sql`${id} in (a.id, a.icb_id)`,
  sub_icb: (id) => Prisma.sql`a.id = ${id}`,
  local_authority: (id) => Prisma.sql`a.id = ${id}`,
  lrf: (id) => Prisma.sql`${id} in (a.id, a.lrf_id)`,
};

const givenSql = (user: User): Prisma.Sql => {
  if (user.kind === "support") return Prisma.sql`true`;
  const parts = user.grants.flatMap(({ area }) => (area ? [withinSql[area.kind](area.id)] : []));
  return parts.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(parts, " or ")})`;
};

/**
 * The areas whose sums someone may see as they are, for a query that calls area `a`: those they were given and what lies
 * within. People with access to sums only see none of these: a sum over few says too much.
 */
export const areasSummedForSql = (user: User): Prisma.Sql =>
  can(user, "see areas") ? givenSql(user) : Prisma.sql`false`;

/**
 * The same for totals that withhold whatever could say something about only a few. People with access to sums only see
 * these too.
 */
export const areasTotalledForSql = (user: User): Prisma.Sql =>
  can(user, "see sums") ? givenSql(user) : Prisma.sql`false`;

/** The locations of one area, for a query that calls location `l`. Says nothing of who may see them. */
export const locationsInArea = (area: { id: number; kind: AreaKind }): Prisma.Sql => areaSql[area.kind](area.id);

/**
 * Does a location `l` lie in one of these areas, of whatever kind? `areas` is what stands after "in": the ids, or a column
 * of an outer query.
 */
export const liesInAreas = (areas: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  l.local_authority_id in (${areas}) or l.sub_icb_id in (${areas})
  or exists (select from area c where c.id = l.local_authority_id
               and (c.nhs_region_id in (${areas}) or c.ons_region_id in (${areas}) or c.lrf_id in (${areas})))
  or exists (select from area s where s.id = l.sub_icb_id and s.icb_id in (${areas}))
  or exists (select from area e where e.kind = 'country' and e.id in (${areas})))`;

/** The locations that someone may see, of one area or of all, as a relation with location's own columns. */
export const locationsSeenBy = (user: User, area?: { id: number; kind: AreaKind }): Prisma.Sql => Prisma.sql`
  (select l.* from location l where ${locationsVisibleToSql(user)} and ${area ? locationsInArea(area) : Prisma.sql`true`})`;

/** `locationsVisibleTo` for a report's own SQL, which must call location `l`. */
export function locationsVisibleToSql(user: User): Prisma.Sql {
  if (user.kind === "support") return Prisma.sql`true`;
  if (user.kind === "aggregate_only") return Prisma.sql`false`;
  const single = user.grants.flatMap((grant) => (grant.locationId === undefined ? [] : [grant.locationId]));
  const parts = user.grants.flatMap((grant) => {
    if (grant.providerId !== undefined) return [Prisma.sql`${grant.providerId} in (l.provider_id, l.dual_provider_id)`];
    return grant.area ? [areaSql[grant.area.kind](grant.area.id)] : [];
  });
  if (single.length > 0) parts.push(Prisma.sql`l.id = any(${single})`);
  return parts.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(parts, " or ")})`;
}

/**
 * The locations that someone who looks for a place may be shown, for a query that calls location `l`: all that are
 * registered and at work, wherever they are, except those that say they are not active or closing, and none to those who may not look. What may be shown of them is public.
 */
export const locationsFindableBySql = (user: User): Prisma.Sql =>
  can(user, "find capacity") ? findableSql : Prisma.sql`false`;

/** The same of an account that may look, for work that is done in its name while it is not signed in. */
export const findableSql = Prisma.sql`(l.deregistered_on is null and not l.dormant and not exists (
  select from status_change t where t.location_id = l.id and t.ended_at is null and t.said <> 'changing_hands'))`;

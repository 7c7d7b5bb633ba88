import { isLocationKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { Prisma } from "@/lib/db";

/** The person as far as they approve for others: with no other access. A test holds this and the policy together. */
const asApprover = (user: User): User => ({
  ...user,
  grants: can(user, "manage people") ? user.grants.filter(({ level }) => level === "approver") : [],
});

/** The locations whose people someone manages, as a table `place`, for queries that begin with it. Support's is empty. */
export function managedPlaces(user: User): Prisma.Sql {
  const where = isLocationKind(user.kind) ? locationsVisibleToSql(asApprover(user)) : Prisma.sql`false`;
  return Prisma.sql`place as materialized (select l.id from location l where ${where})`;
}

/** Access `g` to what someone manages, beside a `place` table: for support all there is. */
export function inManaged(user: User): Prisma.Sql {
  if (user.kind === "support") return Prisma.sql`true`;
  const { grants } = asApprover(user);
  const areas = grants.flatMap(({ area }) => (area ? [area.id] : []));
  const providers = grants.flatMap(({ providerId }) => (providerId === undefined ? [] : [providerId]));
  const parts = [
    ...(isLocationKind(user.kind) ? [Prisma.sql`g.location_id in (select id from place)`] : []),
    ...(areas.length > 0 ? [Prisma.sql`g.area_id = any(${areas})`] : []),
    ...(providers.length > 0 ? [Prisma.sql`g.provider_id = any(${providers})`] : []),
  ];
  return parts.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(parts, " or ")})`;
}

import { countsNowSql } from "@/lib/access/grants";
import { liesInAreas, locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { Prisma } from "@/lib/db";

/** News `n` that is out at a moment: published, its time has come, and not withdrawn. */
export const isOutSql = (now: Date): Prisma.Sql =>
  Prisma.sql`n.published_at is not null and n.withdrawn_at is null and coalesce(n.shows_from, n.published_at) <= ${now}`;

/**
 * News `n` that someone sees: out, for their kind of account, and for an area in which they may see a location or of which
 * they may see sums. Support sees all of it.
 */
export function newsShownTo(user: User, now: Date): Prisma.Sql {
  if (user.kind === "support") return isOutSql(now);
  const own = user.grants.flatMap(({ area }) => (area ? [area.id] : []));
  return Prisma.sql`${isOutSql(now)}
    and (cardinality(n.for_kinds) = 0 or ${user.kind}::account_kind = any(n.for_kinds))
    and (cardinality(n.for_areas) = 0 or n.for_areas && ${own}::int[]
         or exists (select from location l
                     where (${locationsVisibleToSql(user)} or ${liesInAreas(idsSql(own))})
                       and ${liesInAreas(Prisma.sql`select unnest(n.for_areas)`)}))`;
}

/** The accounts `a` that news `n` is for and that agreed to be sent news: as `newsShownTo` decides of each. */
export const newsMailedToSql = (now: Date): Prisma.Sql => Prisma.sql`
  a.communications and a.deactivated_at is null
  and (a.kind = 'support' or (
    (cardinality(n.for_kinds) = 0 or a.kind = any(n.for_kinds))
    and (cardinality(n.for_areas) = 0 or exists (
      select from access g where g.account_id = a.id and ${countsNowSql(now)} and (
        g.area_id = any(n.for_areas)
        or exists (select from location l
                    where (l.id = g.location_id or g.provider_id in (l.provider_id, l.dual_provider_id)
                           or ${liesInAreas(Prisma.sql`g.area_id`)})
                      and ${liesInAreas(Prisma.sql`select unnest(n.for_areas)`)}))))))`;

const idsSql = (ids: readonly number[]) => Prisma.sql`select unnest(${[...ids]}::int[])`;

import { isLocationKind, locationKinds } from "@/lib/access/kinds";
import { countsNowSql } from "@/lib/access/grants";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** A location with too few people: no one to approve, or no one to stand in. */
export interface ThinPlace {
  id: number;
  name: string;
  users: number;
  approvers: number;
}

/** At least one approver; two people are advised, so that a holiday costs no window. */
const advisedUsers = 2;

/**
 * The locations this person reaches by their own work that have no approver, or one user or none: shown to their
 * people, so that they put it right before a window is missed.
 */
export async function thinPlaces(user: User, now: Date, limit = 20): Promise<{ rows: ThinPlace[]; total: number }> {
  if (!isLocationKind(user.kind)) return { rows: [], total: 0 };
  const single = user.grants.flatMap(({ locationId }) => (locationId === undefined ? [] : [locationId]));
  const providers = user.grants.flatMap(({ providerId }) => (providerId === undefined ? [] : [providerId]));
  const rows = await db.$queryRaw<(ThinPlace & { total: number })[]>`
    with place as materialized (
      select l.id, l.name, l.provider_id, l.dual_provider_id from location l
       where l.deregistered_on is null
         and (l.id = any(${single}) or l.provider_id = any(${providers}) or l.dual_provider_id = any(${providers}))
    ), held as (
      select p.id as place_id, g.account_id, g.level from place p join access g on g.location_id = p.id where ${countsNowSql(now)}
      union
      select p.id, g.account_id, g.level from place p join access g on g.provider_id = p.provider_id where ${countsNowSql(now)}
      union
      select p.id, g.account_id, g.level from place p join access g on g.provider_id = p.dual_provider_id where ${countsNowSql(now)}
    ), counted as (
      select h.place_id, count(distinct a.id)::int as users,
             (count(distinct a.id) filter (where h.level = 'approver' and not a.generic))::int as approvers
        from held h join account a on a.id = h.account_id
       where a.deactivated_at is null and a.kind = any(${[...locationKinds]}::account_kind[]) group by h.place_id
    )
    select p.id, p.name, coalesce(c.users, 0)::int as users, coalesce(c.approvers, 0)::int as approvers, (count(*) over ())::int as total
      from place p left join counted c on c.place_id = p.id
     where coalesce(c.users, 0) < ${advisedUsers} or coalesce(c.approvers, 0) = 0
     order by coalesce(c.approvers, 0), coalesce(c.users, 0), lower(p.name), p.id limit ${limit}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** What is wrong with a place, in words. */
export function coverInWords({ users, approvers }: ThinPlace): string {
  if (users === 0) return "No one has access";
  if (approvers === 0) return users === 1 ? "One user, and no approver" : "No approver";
  return "One user: we advise two";
}

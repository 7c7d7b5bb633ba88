import { allow } from "@/lib/access/policy";
import type { AccessLevel, User } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import { db, Prisma } from "@/lib/db";
import { inManaged, managedPlaces } from "./managed";

/** Someone was given access to a place, or lost access to it. */
export interface PeopleEvent {
  at: Date;
  what: "in" | "out";
  personId: number;
  person: string;
  email: string;
  place: string;
  level: AccessLevel;
  /** Who did it; null if no one did, such as a last day that came. */
  by: string | null;
  reason: string | null;
}

/**
 * Who gave and ended access to what this person approves for, and when, newest first. It is read from the access
 * itself, which is ended and never deleted.
 */
export async function peopleHistory(
  user: User,
  { words = "", page, size }: { words?: string; page: number; size: number },
): Promise<{ rows: PeopleEvent[]; total: number }> {
  allow(user, "manage people");
  const like = `%${words
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.$queryRaw<(PeopleEvent & { byKind: AccountKind | null; total: number })[]>`
    with ${managedPlaces(user)}, mine as (select g.* from access g where ${inManaged(user)}), event as (
      select granted_at as at, 'in' as what, account_id, granted_by_id as by_id, location_id, provider_id, area_id, level, null as reason, id from mine
      union all
      select ended_at, 'out', account_id, ended_by_id, location_id, provider_id, area_id, level, ended_reason, id from mine where ended_at is not null)
    select e.at, e.what, e.account_id as "personId", a.full_name as person, a.email, e.level::text,
           coalesce(l.name, pr.name, ar.name, 'The service') as place, b.full_name as by, b.kind::text as "byKind", e.reason,
           (count(*) over ())::int as total
      from event e join account a on a.id = e.account_id left join account b on b.id = e.by_id
           left join location l on l.id = e.location_id left join provider pr on pr.id = e.provider_id
           left join area ar on ar.id = e.area_id
     where ${words.trim() === "" ? Prisma.sql`true` : Prisma.sql`(lower(a.full_name || ' ' || a.email) like ${like} or lower(coalesce(l.name, pr.name, ar.name, '')) like ${like})`}
     order by e.at desc, e.id desc, e.what limit ${size} offset ${(page - 1) * size}`;
  return {
    rows: rows.map(({ total: _, byKind, ...row }) => ({
      ...row,
      by: byKind === "support" ? "the support team" : row.by,
    })),
    total: rows[0]?.total ?? 0,
  };
}

import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { newestBedsOf } from "@/lib/beds/stated-beds";
import { db, Prisma } from "@/lib/db";

/**
 * When a nil return was filed for a location after its beds were last stated, so that the page of its beds can ask for
 * them: a nil return does not change beds. Null if none was, or a return with figures came after it.
 */
export async function nilSinceBeds(user: User, locationId: number): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    select newest.submitted_at as at
      from location l
      join lateral ${newestBedsOf(Prisma.sql`l.id`)} u on true
      join lateral (
        select r.submitted_at, r.nil_reason from "return" r
         where r.location_id = l.id and r.superseded_at is null and r.submitted_at > u.at
         order by r.submitted_at desc, r.id desc limit 1) newest on newest.nil_reason is not null
     where l.id = ${locationId} and ${locationsVisibleToSql(user)}`;
  return row?.at ?? null;
}

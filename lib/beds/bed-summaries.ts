import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { newestBedsOf } from "./stated-beds";

/** What a home has vacant, when that was said, and how many organisations found it taken since. */
export interface BedSummary {
  locationId: number;
  updateId: number;
  at: Date;
  vacant: { label: string; beds: number }[];
  doubts: number;
}

/** The newest statements of these locations in short; those without any, and those not theirs to see, are left out. */
export async function bedSummaries(user: User, locationIds: readonly number[]): Promise<BedSummary[]> {
  if (locationIds.length === 0) return [];
  return db.$queryRaw<BedSummary[]>`
    select l.id as "locationId", u.id as "updateId", u.at,
           (select coalesce(json_agg(json_build_object('label', t.label, 'beds', c.accepting) order by t.position), '[]')
              from bed_count c join bed_type t on t.key = c.bed_type_key
             where c.bed_update_id = u.id and c.accepting > 0) as vacant,
           (select count(distinct o.organisation)::int from call_outcome o
             where o.bed_update_id = u.id and o.result = 'taken') as doubts
      from location l join lateral ${newestBedsOf(Prisma.sql`l.id`)} u on true
     where l.id = any(${[...locationIds]}) and ${locationsVisibleToSql(user)}`;
}

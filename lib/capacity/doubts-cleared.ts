import { locationsSeenBy } from "@/lib/access/scope";
import type { AreaKind, User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";

/** How vacancies that were found taken fared in a span of time. */
export interface DoubtsCleared {
  /** Statements that were doubted. */
  doubted: number;
  /** Of these, followed by another statement of the home. */
  cleared: number;
  /** Hours from the first doubt to that statement, the median; null if none was cleared. */
  medianHours: number | null;
}

/**
 * The statements of beds that someone found taken in a span of time, a row each: `location_id`, when it was first
 * doubted, and when the home next said something; null if it had not by the end.
 */
export const doubtedSql = (from: Date, until: Date): Prisma.Sql => Prisma.sql`(
  select o.location_id, o.bed_update_id, min(o.at) as doubted_at,
         (select min(u.at) from bed_update u
           where u.location_id = o.location_id and u.id > o.bed_update_id and u.at <= ${until}) as cleared_at
    from call_outcome o
   where o.result = 'taken' and o.bed_update_id is not null and o.at >= ${from} and o.at <= ${until}
   group by o.location_id, o.bed_update_id)`;

/** The hours from doubt to confirmation of rows of `doubtedSql`, the median; null if none was confirmed. */
export const medianHoursSql = Prisma.sql`
  percentile_cont(0.5) within group (order by extract(epoch from cleared_at - doubted_at) / 3600)
    filter (where cleared_at is not null)`;

/** The time from doubt to confirmation, of the locations that someone may see, in one area or in all. */
export async function doubtsCleared(
  user: User,
  from: Date,
  until: Date,
  area?: { id: number; kind: AreaKind },
): Promise<DoubtsCleared> {
  const [row] = await db.$queryRaw<DoubtsCleared[]>`
    select count(*)::int as doubted, count(cleared_at)::int as cleared, ${medianHoursSql} as "medianHours"
      from ${doubtedSql(from, until)} d join ${locationsSeenBy(user, area)} l on l.id = d.location_id`;
  return row ?? { doubted: 0, cleared: 0, medianHours: null };
}

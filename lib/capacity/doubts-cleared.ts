import { locationsSeenBy } from "@/lib/access/scope";
import type { AreaKind, User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** How vacancies that were found taken fared in a span of time. */
export interface DoubtsCleared {
  /** Statements that were doubted. */
  doubted: number;
  /** Of these, followed by another statement of the home. */
  cleared: number;
  /** Hours from the first doubt to that statement, the median; null if none was cleared. */
  medianHours: number | null;
}

/** The time from doubt to confirmation, of the locations that someone may see, in one area or in all. */
export async function doubtsCleared(
  user: User,
  from: Date,
  until: Date,
  area?: { id: number; kind: AreaKind },
): Promise<DoubtsCleared> {
  const [row] = await db.$queryRaw<DoubtsCleared[]>`
    select count(*)::int as doubted, count(cleared_at)::int as cleared,
           percentile_cont(0.5) within group (order by extract(epoch from cleared_at - doubted_at) / 3600)
             filter (where cleared_at is not null) as "medianHours"
      from (select o.bed_update_id, min(o.at) as doubted_at,
                   (select min(u.at) from bed_update u where u.location_id = o.location_id and u.id > o.bed_update_id) as cleared_at
              from call_outcome o join ${locationsSeenBy(user, area)} l on l.id = o.location_id
             where o.result = 'taken' and o.bed_update_id is not null and o.at >= ${from} and o.at < ${until}
             group by o.bed_update_id, o.location_id) doubts`;
  return row ?? { doubted: 0, cleared: 0, medianHours: null };
}

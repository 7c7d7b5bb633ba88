import { areasSummedForSql, locationsInArea } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { SeenArea } from "./owing";

/** Vacant beds as homes last stated them, by how many days ago that was: accepting admissions, reserved, not available. */
export interface VacancyAge {
  upTo: number | null;
  homes: number;
  accepting: number;
  reserved: number;
  unavailable: number;
}

/** The last day of each band; what is older comes in a band of its own. */
const bands = [1, 3, 7, 14, 31];

/** An area's vacancies by state and age, live: the newest statement of each home counts, on whatever day it was made. */
export async function vacancyAges(user: User, area: SeenArea, now: Date): Promise<VacancyAge[]> {
  const rows = await db.$queryRaw<(Omit<VacancyAge, "upTo"> & { band: number })[]>`
    select width_bucket(extract(epoch from ${now}::timestamptz - n.beds_at) / 86400, ${bands}::float8[])::int as band,
           count(distinct l.id)::int as homes, sum(c.accepting)::int as accepting, sum(c.reserved)::int as reserved,
           sum(c.capacity - c.occupied - c.reserved - c.accepting)::int as unavailable
      from location l
      join newest_statement n on n.location_id = l.id and n.beds_at <= ${now}
      join bed_count c on c.bed_update_id = n.bed_update_id
     where 'care_home' = any(l.types) and l.deregistered_on is null and ${locationsInArea(area)}
       and (l.dual_primary_id is null or l.dual_primary_id = l.register_id)
       and exists (select from area a where a.id = ${area.id} and ${areasSummedForSql(user)})
     group by 1`;
  return [...bands, null].map((upTo, nth) => {
    const { homes = 0, accepting = 0, reserved = 0, unavailable = 0 } = rows.find(({ band }) => band === nth) ?? {};
    return { upTo, homes, accepting, reserved, unavailable };
  });
}

import { countsNowSql } from "@/lib/access/grants";
import { filingKinds } from "@/lib/access/kinds";
import { Prisma } from "@/lib/db";
import { usualShelfDays } from "@/lib/capacity/candidates";
import { type MandatedCollection, mandatedCollections } from "@/lib/questions/collections";
import type { Calendar } from "@/lib/windows/calendar";
import { owedSql } from "@/lib/windows/owed";
import { monthFor } from "@/lib/windows/reporting-window";
import { standingsSql } from "@/lib/windows/standings";

/** How many people can file for a location that the query calls `l`. */
const usersOf = (now: Date): Prisma.Sql => Prisma.sql`
  (select count(distinct a.id)::int from access g join account a on a.id = g.account_id
    where ${countsNowSql(now)} and a.deactivated_at is null
      and a.kind = any(${filingKinds}::account_kind[])
      and (g.location_id = l.id or g.provider_id in (l.provider_id, l.dual_provider_id)))`;

/**
 * How the locations of the relation `scope` stand with one collection: `location_id`, `collection`, `missed` and `open`
 * for `StandingNow`, whether nothing was filed for the newest window, in time or late, and how pressing that is.
 */
function standingRows(collection: MandatedCollection, calendar: Calendar, now: Date): Prisma.Sql {
  const locations = Prisma.sql`scope`;
  const standing = standingsSql(collection, calendar, now);
  const owed = owedSql({ collection, months: [monthFor(now)], calendar, asOf: now, locations });
  return Prisma.sql`
    select s.location_id, ${collection}::text as collection, s.missed, s.open,
           ${standing.atThreshold} as notice, ${standing.atRiskOrWorse} as risk,
           o.location_id is not null and not exists (
             select from "return" r where r.location_id = s.location_id and r.collection = ${collection}::collection
                and r.month = o.month and r.submitted_at <= ${now}) as waiting
      from (${standing.of(locations)}) s left join (${owed}) o on o.location_id = s.location_id`;
}

/** Whether someone who rang location `l` was told that it is not active, and it has filed nothing since. */
const saidNotActive = (now: Date): Prisma.Sql => Prisma.sql`
  exists (select from contact_made k where k.location_id = l.id and k.result = 'not_active' and k.at <= ${now}
             and not exists (select from "return" r where r.location_id = l.id and r.submitted_at > k.at))`;

/**
 * All that puts the locations of the relation `scope` on a worklist: `location_id`, `reasons` in the order of
 * `worklistReasons`, `standings` and `waiting` by collection, `users`, `doubts` and, where beds are offered, `said_at`.
 */
export function reasonsSql(calendar: Calendar, now: Date): Prisma.Sql {
  const rows = mandatedCollections.map((collection) => standingRows(collection, calendar, now));
  return Prisma.sql`
    select f.*, array_remove(array[
             case when f.notice then 'notice' end, case when f.risk and not f.notice then 'risk' end,
             case when cardinality(f.waiting) > 0 then 'waiting' end,
             case when f.not_active then 'not_active' end,
             case when f.users = 0 then 'no_user' when f.users = 1 then 'one_user' end,
             case when f.doubts > 0 then 'doubted' end,
             case when f.doubts = 0 and f.said_at < ${now}::timestamptz - make_interval(secs => f.shelf_days * 86400) then 'stale' end],
           null) as reasons
      from (
        select l.id as location_id, ${usersOf(now)} as users, coalesce(s.notice, false) as notice, coalesce(s.risk, false) as risk,
               coalesce(s.waiting, '{}') as waiting, s.standings, ${saidNotActive(now)} as not_active, b.said_at, coalesce(b.doubts, 0) as doubts,
               coalesce(learnt.days, kind.days, ${usualShelfDays}::float8) as shelf_days
          from scope l
          left join (
            select location_id, bool_or(notice) as notice, bool_or(risk) as risk,
                   coalesce(array_agg(collection order by collection) filter (where waiting), '{}') as waiting,
                   json_object_agg(collection, json_build_object('missed', missed, 'open', open)) as standings
              from (${Prisma.join(rows, " union all ")}) s group by location_id) s on s.location_id = l.id
          left join lateral (
            select n.beds_at as said_at,
                   (select count(distinct o.organisation)::int from call_outcome o
                     where o.bed_update_id = n.bed_update_id and o.result = 'taken') as doubts
              from newest_statement n join bed_update u on u.id = n.bed_update_id
             where n.location_id = l.id and u.open_to_admissions is not false
               and exists (select from bed_count c where c.bed_update_id = u.id and c.accepting > 0 and c.open is not false)) b on true
          left join shelf_life learnt on learnt.location_id = l.id
          left join shelf_life_of_kind kind on kind.kind = l.types[1]) f`;
}

import { type Transaction, system, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { services } from "./services";

const year = 365;
const least = 3;
/** A quarter of a day: no one can ring more quickly than that. */
const shortest = 0.25;

/**
 * Learns within how many days vacancies change: of each location from its own statements of a year, and of each kind
 * from all of them. Vacancies that were stated stand until the next statement with other figures; as no one knows when
 * between the last that confirmed them and that one they changed, it is taken to be half way. The median counts. A
 * location that has changed fewer than three times has too little history: its kind speaks for it. Of services that give
 * care at home alone the hours they have free are learnt from, in the same way.
 */
export async function learnShelfLife(now: Date): Promise<string> {
  const learnt = await transact(
    system("shelf-life"),
    "learnt how long vacancies last",
    (tx) => learnShelfLives(tx, now),
    {
      timeout: 120_000,
    },
  );
  return `${formatCount("location", learnt)} learnt from`;
}

/** The same inside a transaction. Answers how many locations have a history of their own. */
export async function learnShelfLives(tx: Transaction, now: Date): Promise<number> {
  await tx.$executeRaw`delete from shelf_life`;
  await tx.$executeRaw`delete from shelf_life_of_kind`;
  const [row] = await tx.$queryRaw<{ own: number }[]>`
    with said as (
      select u.location_id, u.id::float8 as nth, u.at,
             (select string_agg(c.bed_type_key || ':' || c.accepting, ' ' order by c.bed_type_key) from bed_count c
               where c.bed_update_id = u.id and c.accepting > 0) as vacancies
        from bed_update u join location b on b.id = u.location_id and b.types <> '{home_care}'::location_type[]
      union all
      select h.location_id, extract(epoch from h.at)::float8, h.at, nullif(h.hours, 0)::text
        from (select r.location_id, r.submitted_at as at, a.extra_hours_per_week as hours
                from home_care_answers a join "return" r on r.id = a.return_id
              union all select s.location_id, s.at, s.hours_free from suitability s) h
        join location l on l.id = h.location_id
       where h.hours is not null and l.types = '{home_care}'::location_type[]),
    figures as (
      select * from said
       where at > ${now}::timestamptz - make_interval(days => ${year}::int) and at <= ${now}::timestamptz),
    steps as (
      select *, row_number() over own = 1 or vacancies is distinct from lag(vacancies) over own as changed,
             lag(at) over own as before
        from figures window own as (partition by location_id order by nth)),
    spells as (
      select location_id, vacancies, at as began, lead(at) over own as changed_at, lead(before) over own as last_same_at
        from steps where changed window own as (partition by location_id order by nth)),
    spell as materialized (
      select location_id, extract(epoch from (last_same_at - began) + (changed_at - last_same_at) / 2) / 86400 as days
        from spells where vacancies is not null and changed_at is not null),
    own as (
      insert into shelf_life (location_id, days, changes, learnt_at)
      select location_id, greatest(percentile_cont(0.5) within group (order by days), ${shortest}), count(*), ${now}::timestamptz
        from spell group by location_id having count(*) >= ${least}
      returning 1),
    kinds as (
      insert into shelf_life_of_kind (kind, days, locations, learnt_at)
      select kind, greatest(percentile_cont(0.5) within group (order by days), ${shortest}), count(distinct location_id),
             ${now}::timestamptz
        from spell join location l on l.id = spell.location_id, unnest(l.types) kind
       where kind = any(${[...services]}::location_type[]) group by kind)
    select count(*)::int as own from own`;
  return row?.own ?? 0;
}

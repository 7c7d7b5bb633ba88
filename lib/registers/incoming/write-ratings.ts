import type { Transaction } from "@/lib/db";
import type { Tally } from "@/lib/registers/import/tally";

/**
 * Brings the ratings of the incoming locations up to date, for the domains that the file speaks of. A current rating
 * that is no longer given becomes history; history is added to and never taken away.
 */
export async function writeRatings(tx: Transaction, overallOnly: boolean, tally: Tally): Promise<void> {
  await tx.$executeRaw`
    create temp table rating_wanted on commit drop as
    select distinct on (l.id, r.domain, r.reported_on, r.current) l.id as location_id, r.domain, r.rating, r.reported_on, r.current
    from incoming_rating r join location l on l.register = 'cqc' and l.register_id = r.register_id
    order by l.id, r.domain, r.reported_on, r.current, r.rating`;
  await tx.$executeRaw`create index on rating_wanted (location_id)`;
  await tx.$executeRaw`analyze rating_wanted`;
  await tx.$executeRaw`
    create temp table rating_over on commit drop as
    select k.id, k.location_id, k.domain, k.reported_on
    from rating k
    join location l on l.id = k.location_id and l.register = 'cqc'
    join incoming_location s on s.register_id = l.register_id
    where k.current and (k.domain = 'Overall' or not ${overallOnly})
      and not exists (
        select from rating_wanted w where w.location_id = k.location_id and w.current and w.domain = k.domain
          and w.rating = k.rating and w.reported_on is not distinct from k.reported_on)`;
  await tx.$executeRaw`
    delete from rating k using rating_over o
    where k.id = o.id and exists (
      select from rating h where not h.current and h.location_id = o.location_id and h.domain = o.domain
        and h.reported_on is not distinct from o.reported_on)`;
  const over = await tx.$executeRaw`update rating k set current = false from rating_over o where k.id = o.id`;
  const added = await tx.$executeRaw`
    insert into rating (location_id, domain, rating, reported_on, current)
    select w.location_id, w.domain, w.rating, w.reported_on, w.current from rating_wanted w
    where not exists (
      select from rating k where k.location_id = w.location_id and k.domain = w.domain and k.current = w.current
        and k.reported_on is not distinct from w.reported_on)`;
  tally.notice("rating added", undefined, added);
  tally.notice("rating that became history", undefined, over);
}

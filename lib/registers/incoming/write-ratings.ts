import type { Transaction } from "@/lib/db";
import type { Tally } from "@/lib/registers/import/tally";

/** The result for the current ratings in a file. */
export interface RatingsWritten {
  /** One for each location and domain in the file. */
  given: number;
  added: number;
  changed: number;
  same: number;
  /** Ratings in the file that were published before the ones we have. */
  older: string[];
}

/**
 * Brings the ratings of locations up to date, for the domains in the file. A current rating that is replaced becomes
 * history, and so does a rating in the file that is older than ours. History is never removed.
 */
export async function writeRatings(tx: Transaction, tally: Tally): Promise<RatingsWritten> {
  await compare(tx);
  const over = await endReplaced(tx);
  const [counts] = await tx.$queryRaw<[Record<"given" | "added" | "changed" | "same", number>]>`
    select count(*)::int as given, count(*) filter (where what = 'new')::int as added,
           count(*) filter (where what = 'changed')::int as changed, count(*) filter (where what = 'same')::int as same
    from rating_told`;
  const older = await tx.$queryRaw<{ who: string }[]>`
    select l.register_id || ' ' || l.name || ', ' || t.domain as who
    from rating_told t join location l on l.id = t.location_id where t.what = 'older' order by l.register_id, t.domain`;
  const added = await tx.$executeRaw`
    insert into rating (location_id, domain, rating, reported_on, current)
    select location_id, domain, rating, reported_on, true from rating_told where what in ('new', 'changed')`;
  await tx.$executeRaw`
    insert into rating (location_id, domain, rating, reported_on, current)
    select distinct on (h.location_id, h.domain, h.reported_on) h.*, false
    from (
      select location_id, domain, rating, reported_on from rating_told where what = 'older'
      union all
      select l.id, r.domain, r.rating, r.reported_on
      from incoming_rating r join location l on l.register = 'cqc' and l.register_id = r.register_id where not r.current
    ) h
    where not exists (
      select from rating k where k.location_id = h.location_id and k.domain = h.domain and not k.current
        and k.reported_on is not distinct from h.reported_on)
    order by h.location_id, h.domain, h.reported_on, h.rating`;
  tally.notice("rating added", undefined, added);
  tally.notice("rating that became history", undefined, over);
  return { ...counts, older: older.map(({ who }) => who) };
}

/** The newest current rating of each location and domain in the file, beside the one that we have. */
async function compare(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    create temp table rating_told on commit drop as
    select w.*,
           case when k.id is null then 'new'
                when k.rating = w.rating and k.reported_on is not distinct from w.reported_on then 'same'
                when w.reported_on < k.reported_on then 'older'
                else 'changed' end as what
    from (
      select distinct on (l.id, r.domain) l.id as location_id, r.domain, r.rating, r.reported_on, r.inherited, r.url
      from incoming_rating r join location l on l.register = 'cqc' and l.register_id = r.register_id
      where r.current
      order by l.id, r.domain, r.reported_on desc nulls last, r.line, r.rating
    ) w
    left join lateral (
      select * from rating k where k.location_id = w.location_id and k.domain = w.domain and k.current
      order by k.reported_on desc nulls last, k.id desc limit 1
    ) k on true`;
  await tx.$executeRaw`analyze rating_told`;
}

async function endReplaced(tx: Transaction): Promise<number> {
  await tx.$executeRaw`
    create temp table rating_over on commit drop as
    select k.id, k.location_id, k.domain, k.reported_on
    from rating k join rating_told t on t.location_id = k.location_id and t.domain = k.domain
    where k.current and t.what = 'changed'`;
  await tx.$executeRaw`
    delete from rating k using rating_over o
    where k.id = o.id and exists (
      select from rating h where not h.current and h.location_id = o.location_id and h.domain = o.domain
        and h.reported_on is not distinct from o.reported_on)`;
  return tx.$executeRaw`update rating k set current = false from rating_over o where k.id = o.id`;
}

/** After a file that has only ratings: updates the overall rating of each location. */
export const writeOverall = (tx: Transaction) => tx.$executeRaw`
  update location l set
    overall_rating = t.rating, rated_on = t.reported_on, rating_inherited = coalesce(t.inherited, l.rating_inherited),
    report_uri = coalesce(l.report_uri, t.url)
  from rating_told t
  where t.location_id = l.id and t.domain = 'Overall' and t.what <> 'older'
    and (l.overall_rating, l.rated_on, l.rating_inherited, l.report_uri) is distinct from
        (t.rating, t.reported_on, coalesce(t.inherited, l.rating_inherited), coalesce(l.report_uri, t.url))`;

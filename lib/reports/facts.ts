import { Prisma } from "@/lib/db";
import { addMonths, type Month, monthsFrom } from "@/lib/london";
import { type Collection, isMandated } from "@/lib/questions/collections";
import type { Calendar } from "@/lib/windows/calendar";
import { excuseKnownAt } from "@/lib/windows/excuses";
import { owedSql } from "@/lib/windows/owed";
import { monthsInView, noticeInARow, noticeInView, riskInARow } from "@/lib/windows/thresholds";

/** What the facts are about. */
export interface FactsOf {
  collection: Collection;
  /** Oldest first, without gaps. */
  months: readonly Month[];
  calendar: Calendar;
  asOf: Date;
  /** A relation with location's own columns. */
  locations: Prisma.Sql;
  /** Whether each location's compliance is wanted, which needs the twelve months before as well. */
  standing: boolean;
}

/** Older people or dementia among those that CQC says a home serves. Source: official statistics on vaccination. */
const olderBands = ["Older People", "Caring for adults over 65 yrs", "Dementia"];
export const olderSql = Prisma.sql`l.user_bands && ${olderBands}::text[]`;

/** Whether the beds of location `l` count: of two that CQC registered at one location, those of the first. */
export const onceSql = Prisma.sql`(l.dual_primary_id is null or l.dual_primary_id = l.register_id)`;

/**
 * The one relation that every measure is worked out from: a row for each location and month that owes a collection's
 * return, with what it said in the return that counts. Where it said nothing the answers are null. Beds that CQC has
 * registered to two providers stand at one of them; a nil return has no answers.
 */
export function factsSql(of: FactsOf): Prisma.Sql {
  const { collection } = of;
  const said = saidSql(onceSql)[collection];
  return Prisma.sql`
    select o.location_id, o.month, l.local_authority_id, l.sub_icb_id,
           ${olderSql} as older,
           r.id is not null as filed, ${excusedSql(of)} as excused, r.nil_reason is not null as nil, r.submitted_at as filed_at
           ${said?.columns ?? Prisma.empty}
           ${of.standing ? Prisma.sql`, s.at_risk, s.at_threshold` : Prisma.empty}
      from (${owedSql(of)}) o
      join ${of.locations} l on l.id = o.location_id
      left join lateral (${returnSql(collection, of.asOf)}) r on true
      ${said?.joins ?? Prisma.empty}
      ${of.standing ? Prisma.sql`join (${standingSql(of)}) s on s.location_id = o.location_id and s.month = o.month` : Prisma.empty}`;
}

/** Whether the month was excused, as was known at the moment. It stays missed. */
const excusedSql = ({ collection, asOf }: FactsOf): Prisma.Sql => Prisma.sql`
  exists (select from excused_month x where x.location_id = o.location_id and x.month = o.month
             and x.collection = ${collection}::collection and ${excuseKnownAt(asOf)})`;

/** The return that counted at that moment; of what is given any day, the newest of the month. */
const returnSql = (collection: Collection, asOf: Date) => Prisma.sql`
  select * from "return" x
   where x.location_id = o.location_id and x.collection = ${collection}::collection and x.month = o.month
     and x.submitted_at <= ${asOf} and (x.superseded_at is null or x.superseded_at > ${asOf})
     ${isMandated(collection) ? Prisma.sql`and not x.late` : Prisma.sql`order by x.submitted_at desc limit 1`}`;

const beds = (once: Prisma.Sql) => ({
  columns: Prisma.sql`, case when ${once} then b.capacity end as capacity, case when ${once} then b.occupied end as occupied,
    case when ${once} then b.reserved end as reserved, case when ${once} then b.accepting end as accepting,
    case when ${once} then b.by_type end as by_type`,
  joins: Prisma.sql`left join lateral (
    select sum(c.capacity)::int as capacity, sum(c.occupied)::int as occupied, sum(c.reserved)::int as reserved,
           sum(c.accepting)::int as accepting,
           jsonb_object_agg(c.bed_type_key, jsonb_build_array(c.capacity, c.occupied, c.accepting, c.reserved)) as by_type
      from bed_count c where c.bed_update_id = r.bed_update_id) b on true`,
});

/** What a location said in return `r`, for those collections that measures are made from; its beds where `once` holds. */
export const saidSql = (once: Prisma.Sql): Partial<Record<Collection, { columns: Prisma.Sql; joins: Prisma.Sql }>> => ({
  care_home: {
    columns: Prisma.sql`${beds(once).columns}, a.*`,
    joins: Prisma.sql`${beds(once).joins} left join care_home_answers a on a.return_id = r.id`,
  },
  home_care: {
    columns: Prisma.sql`, a.*`,
    joins: Prisma.sql`left join home_care_answers a on a.return_id = r.id`,
  },
  business_continuity: {
    columns: Prisma.sql`, a.*`,
    joins: Prisma.sql`left join continuity_answers a on a.return_id = r.id`,
  },
});

/** How many were missed in the months up to this one, or up to the one before while this one is open and unanswered. */
const missed = (months: number) => Prisma.sql`
  case when open then sum(missed) over (partition by location_id order by month
                        range between make_interval(months => ${months}::int) preceding and interval '1 month' preceding)
       else sum(missed) over (partition by location_id order by month
                        range between make_interval(months => ${months - 1}::int) preceding and current row) end`;

/** How locations stand in each month: what `complianceAt` says, for many months at once. */
function standingSql({ collection, months, calendar, asOf, locations }: FactsOf): Prisma.Sql {
  const [first = "", last = first] = [months[0], months.at(-1)];
  const all = monthsFrom(addMonths(first, -monthsInView), last);
  return Prisma.sql`
    select location_id, month, coalesce(in_a_row_for_notice = ${noticeInARow} or in_view >= ${noticeInView}, false) as at_threshold,
           coalesce(in_a_row_for_risk = ${riskInARow} or in_a_row_for_notice = ${noticeInARow} or in_view >= ${noticeInView}, false) as at_risk
      from (
        select location_id, month, ${missed(riskInARow)} as in_a_row_for_risk,
               ${missed(noticeInARow)} as in_a_row_for_notice, ${missed(monthsInView)} as in_view
          from (
            select o.location_id, o.month, (r.id is null and o.closes <= ${asOf})::int as missed,
                   r.id is null and o.closes > ${asOf} as open
              from (${owedSql({ collection, months: all, calendar, asOf, locations })}) o
              left join "return" r on r.location_id = o.location_id and r.month = o.month
                   and r.collection = ${collection}::collection and not r.late and r.superseded_at is null) settled) counted`;
}

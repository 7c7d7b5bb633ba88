import { liesInAreas } from "@/lib/access/scope";
import { Prisma } from "@/lib/db";
import { notClosedSql } from "@/lib/locations/not-closed";

/** Is location `l` among those that survey `q` is for? A closed location is asked nothing. */
export const askedSql = (now: Date): Prisma.Sql => Prisma.sql`(
  ${notClosedSql(now)} and (
    l.id = any(q.for_locations)
    or (cardinality(q.for_types) + cardinality(q.for_areas) > 0
        and (cardinality(q.for_types) = 0 or l.types && q.for_types)
        and (cardinality(q.for_areas) = 0 or ${liesInAreas(Prisma.sql`select unnest(q.for_areas)`)}))))`;

/** Does survey `q` take answers: it was opened, and neither closed nor past its last day? As `takesAnswers` says. */
export const takesAnswersSql = (now: Date): Prisma.Sql => Prisma.sql`(
  (q.closes_at is null or q.closes_at > ${now})
  and (select e.what from survey_event e where e.survey_id = q.id and e.what in ('opened', 'closed')
        order by e.id desc limit 1) = 'opened')`;

/** The version of survey `q` that is asked now, as `live`: the newest that was published. */
export const liveVersionSql = Prisma.sql`
  lateral (select v.id, v.number from survey_version v where v.survey_id = q.id and v.published_at is not null
            order by v.number desc limit 1) live on true`;

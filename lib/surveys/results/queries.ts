import { can } from "@/lib/access/policy";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { QuestionSet } from "@/lib/questions/question";
import { askedSql, takesAnswersSql } from "@/lib/surveys/asked";
import { readSurveyText, surveyQuestions } from "@/lib/surveys/parts";

/** How many of the locations that someone can see have answered, of those that were asked. */
export interface Response {
  asked: number;
  answered: number;
}

/** A survey in a list of results. */
export interface SurveyResponse extends Response {
  id: number;
  title: string;
  closesAt: Date | null;
  open: boolean;
}

/** Has location `l` answered survey `q`, any version of it or the one of that number? */
const answeredSql = (version?: Prisma.Sql) => Prisma.sql`exists (
  select from survey_answer x join survey_version v on v.id = x.version_id
   where v.survey_id = q.id and x.location_id = l.id and ${version ? Prisma.sql`v.number = ${version}` : Prisma.sql`true`})`;

/** The locations `l` that count for survey `q`: those it is for now, and those that answered while it was for them. */
const countedSql = (user: User, now: Date) =>
  Prisma.sql`${locationsVisibleToSql(user)} and (${askedSql(now)} or ${answeredSql()})`;

/** The number of the version of survey `q` that is asked. */
const liveNumber = Prisma.sql`(select max(z.number) from survey_version z where z.survey_id = q.id and z.published_at is not null)`;

const mostListed = 200;

/** The surveys that have been opened and are for locations that someone sees, with how many of those answered. */
export async function surveyResponses(user: User, now: Date): Promise<SurveyResponse[]> {
  if (!can(user, "see survey results")) return [];
  return db.$queryRaw<SurveyResponse[]>`
    select q.id, q.title, q.closes_at as "closesAt", ${takesAnswersSql(now)} as open, count(*)::int as asked,
           (count(*) filter (where ${answeredSql(liveNumber)}))::int as answered
      from survey q join location l on ${countedSql(user, now)}
     where exists (select from survey_event e where e.survey_id = q.id and e.what = 'opened')
     group by q.id order by open desc, q.id desc limit ${mostListed}`;
}

/** Is an open survey for any location that someone oversees? Support has surveys of its own under Admin. */
export async function seesSurveys(user: User, now: Date): Promise<boolean> {
  if (user.kind === "support" || !can(user, "see survey results")) return false;
  const [row] = await db.$queryRaw<{ sees: boolean }[]>`
    select exists (select from survey q where ${takesAnswersSql(now)}
                      and exists (select from location l where ${locationsVisibleToSql(user)} and ${askedSql(now)})) as sees`;
  return row?.sees ?? false;
}

/** How many of a council's locations have answered. */
export interface CouncilResponse extends Response {
  council: string;
}

/** A version that was asked, with how many locations answered it. */
export interface AskedVersion {
  id: number;
  number: number;
  publishedAt: Date;
  answered: number;
  set: QuestionSet;
}

/** The results of a survey among the locations that someone sees. */
export interface SurveyResults extends SurveyResponse {
  /** The newest first. Versions without answers are left out, except the one that is asked. */
  versions: AskedVersion[];
  councils: CouncilResponse[];
}

/** A survey's response, by council and by version; null if the person may not see it, or it was never opened. */
export async function surveyResults(user: User, id: number, now: Date): Promise<SurveyResults | null> {
  if (!can(user, "see survey results")) return null;
  const [head] = await db.$queryRaw<SurveyResponse[]>`
    select q.id, q.title, q.closes_at as "closesAt", ${takesAnswersSql(now)} as open,
           count(l.id)::int as asked, (count(l.id) filter (where ${answeredSql(liveNumber)}))::int as answered
      from survey q left join location l on ${countedSql(user, now)}
     where q.id = ${id} and exists (select from survey_event e where e.survey_id = q.id and e.what = 'opened')
     group by q.id`;
  if (!head || (head.asked === 0 && user.kind !== "support")) return null;
  const [councils, versions] = await Promise.all([
    db.$queryRaw<CouncilResponse[]>`
      select coalesce(c.name, 'No council') as council, count(*)::int as asked,
             (count(*) filter (where ${answeredSql(liveNumber)}))::int as answered
        from survey q join location l on ${countedSql(user, now)} left join area c on c.id = l.local_authority_id
       where q.id = ${id} group by 1 order by 1`,
    versionsOf(user, id),
  ]);
  return { ...head, councils, versions };
}

async function versionsOf(user: User, id: number): Promise<AskedVersion[]> {
  const rows = await db.$queryRaw<(AskedVersion & { intro: string; parts: unknown; help: unknown })[]>`
    select v.id, v.number, v.published_at as "publishedAt", v.intro, v.parts, v.help,
           (select count(*)::int from survey_answer x join location l on l.id = x.location_id
             where x.version_id = v.id and ${locationsVisibleToSql(user)}) as answered
      from survey_version v where v.survey_id = ${id} and v.published_at is not null order by v.number desc`;
  return rows
    .filter(({ answered }, at) => at === 0 || answered > 0)
    .map(({ id: versionId, number, publishedAt, answered, ...text }) => ({
      id: versionId,
      number,
      publishedAt,
      answered,
      set: surveyQuestions(readSurveyText(text)),
    }));
}

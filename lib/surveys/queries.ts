import { isLocationKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { Answers, QuestionSet } from "@/lib/questions/question";
import { type RecordPlace, recordPlace } from "@/lib/records/record-place";
import { type Stamp, stampOf } from "@/lib/records/stamp";
import { askedSql, liveVersionSql, takesAnswersSql } from "./asked";
import { introOf, readSurveyText, surveyQuestions } from "./parts";
import { surveyState, takesAnswers } from "./state";

/** A survey as a location is asked it. */
export interface AskedSurvey {
  id: number;
  title: string;
  closesAt: Date | null;
  /** It still takes answers. */
  open: boolean;
  /** When its questions as they stand were answered, and by whom; null where they were not. */
  answeredAt: Date | null;
  by: string | null;
}

/** The surveys that a location is asked now, and those that it answered before, the first to close above. */
export const surveysOfLocation = (user: User, locationId: number, now: Date): Promise<AskedSurvey[]> =>
  db.$queryRaw<AskedSurvey[]>`
    select * from (
      select q.id, q.title, q.closes_at as "closesAt", ${takesAnswersSql(now)} as open, a.at as "answeredAt",
             coalesce(a.on_behalf_of, p.full_name) as by, ${askedSql(now)} as asked,
             exists (select from survey_answer x join survey_version v on v.id = x.version_id
                      where v.survey_id = q.id and x.location_id = l.id) as answered
        from location l cross join survey q join ${liveVersionSql}
        left join survey_answer a on a.version_id = live.id and a.location_id = l.id
        left join account p on p.id = a.by_id
       where l.id = ${locationId} and ${locationsVisibleToSql(user)}) each
     where (open and asked) or answered
     order by open desc, "closesAt" nulls last, id`;

/** A survey that one of someone's locations has not answered yet. */
export interface SurveyToAnswer {
  id: number;
  title: string;
  closesAt: Date | null;
  locationId: number;
  location: string;
}

const mostListed = 200;

/** The surveys that someone has still to answer, for each of their locations, the first to close above. */
export async function surveysToAnswer(user: User, now: Date): Promise<{ total: number; rows: SurveyToAnswer[] }> {
  if (!isLocationKind(user.kind)) return { total: 0, rows: [] };
  const rows = await db.$queryRaw<(SurveyToAnswer & { total: number })[]>`
    select q.id, q.title, q.closes_at as "closesAt", l.id as "locationId", l.name as location, count(*) over ()::int as total
      from survey q join ${liveVersionSql} join location l on ${locationsVisibleToSql(user)} and ${askedSql(now)}
     where ${takesAnswersSql(now)}
       and not exists (select from survey_answer a where a.version_id = live.id and a.location_id = l.id)
     order by q.closes_at nulls last, l.name, q.id limit ${mostListed}`;
  return { total: rows[0]?.total ?? 0, rows };
}

/** A survey as a location's page draws it. */
export interface SurveyForm {
  place: RecordPlace;
  survey: { id: number; title: string; intro: string; closesAt: Date | null };
  set: QuestionSet;
  version: number;
  /** Takes answers, from this person. */
  mayAnswer: boolean;
  open: boolean;
  /** What was sent last, and to which version. An earlier version's answers are a start, and count for it alone. */
  sent: { answers: Answers; version: number; revision: number; stamp: Stamp } | null;
}

/** A survey that a location is asked, or answered before; null is "not found". */
export async function surveyForm(
  user: User,
  locationId: number,
  surveyId: number,
  now: Date,
): Promise<SurveyForm | null> {
  const [place, [asked]] = await Promise.all([
    recordPlace(user, locationId, now),
    db.$queryRaw<{ asked: boolean }[]>`
      select ${askedSql(now)} as asked from survey q, location l where q.id = ${surveyId} and l.id = ${locationId}`,
  ]);
  if (!place || !asked) return null;
  const survey = await db.survey.findUnique({
    where: { id: surveyId },
    include: {
      events: { select: { what: true }, orderBy: { id: "asc" } },
      versions: { where: { publishedAt: { not: null } }, orderBy: { number: "desc" } },
    },
  });
  const [live] = survey?.versions ?? [];
  if (!survey || !live) return null;
  const answer = await db.surveyAnswer.findFirst({
    where: { locationId, version: { surveyId, publishedAt: { not: null } } },
    include: { by: { select: { fullName: true } }, version: { select: { number: true } } },
    orderBy: { version: { number: "desc" } },
  });
  const open = takesAnswers({ state: surveyState(survey.events), closesAt: survey.closesAt }, now);
  if (!answer && !(open && asked.asked)) return null;
  const text = readSurveyText(live);
  return {
    place,
    survey: { id: survey.id, title: survey.title, intro: introOf(text), closesAt: survey.closesAt },
    set: surveyQuestions(text),
    version: live.number,
    open,
    mayAnswer: open && asked.asked && place.closed === null && can(user, "answer a survey", place.place),
    sent: answer && {
      answers: answer.answers as Answers,
      version: answer.version.number,
      revision: answer.revision,
      stamp: stampOf(answer.at, answer.by, answer.onBehalfOf),
    },
  };
}

import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { Answers, QuestionSet } from "@/lib/questions/question";
import { askedSql, liveVersionSql, takesAnswersSql } from "./asked";
import { readSurveyText, surveyQuestions } from "./parts";

/** What a location has answered to an open survey so far: to its questions as they stand, or to an earlier version. */
export interface AnsweredSoFar {
  /** Of the answers to the questions as they stand; 0 where there are none. */
  revision: number;
  answers: Answers;
  /** When it answered the questions as they stand, and who did; null where no one has. */
  at: Date | null;
  by: string | null;
}

/** An open survey, and each of some locations that it asks. */
export interface OpenSurvey {
  id: number;
  title: string;
  version: number;
  set: QuestionSet;
  places: ReadonlyMap<number, AnsweredSoFar>;
}

/** The open surveys that ask any of these locations, the first to close above; locations not visible are left out. */
export async function openSurveys(user: User, locations: readonly number[], now: Date): Promise<OpenSurvey[]> {
  const rows = await db.$queryRaw<(AnsweredSoFar & { survey: number; versionId: number; location: number })[]>`
    select q.id as survey, live.id as "versionId", l.id as location, coalesce(a.revision, 0) as revision, a.at,
           case when a.id is not null then coalesce(a.on_behalf_of, p.full_name) end as by,
           coalesce(a.answers, (
             select x.answers from survey_answer x join survey_version v on v.id = x.version_id
              where v.survey_id = q.id and x.location_id = l.id order by v.number desc limit 1), '{}') as answers
      from survey q join ${liveVersionSql}
      join location l on l.id = any(${[...locations]}::int[]) and ${locationsVisibleToSql(user)} and ${askedSql(now)}
      left join survey_answer a on a.version_id = live.id and a.location_id = l.id
      left join account p on p.id = a.by_id
     where ${takesAnswersSql(now)}
     order by q.closes_at nulls last, q.id`;
  const versions = await db.surveyVersion.findMany({
    where: { id: { in: [...new Set(rows.map(({ versionId }) => versionId))] } },
    include: { survey: { select: { id: true, title: true } } },
  });
  const known = new Map(versions.map((version) => [version.id, version]));
  const surveys = new Map<number, OpenSurvey & { places: Map<number, AnsweredSoFar> }>();
  for (const { versionId, location, revision, answers, at, by } of rows) {
    const version = known.get(versionId);
    if (!version) continue;
    const survey = surveys.get(versionId) ?? {
      ...{ ...version.survey, version: version.number, set: surveyQuestions(readSurveyText(version)) },
      places: new Map<number, AnsweredSoFar>(),
    };
    survey.places.set(location, { revision, answers, at, by });
    surveys.set(versionId, survey);
  }
  return [...surveys.values()];
}

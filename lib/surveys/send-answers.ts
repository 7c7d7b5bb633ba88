import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { changedMeanwhile, writtenBy } from "@/lib/records/edit-record";
import { askedSql, liveVersionSql, takesAnswersSql } from "./asked";
import { checkAnswers, isFieldOf, type PostedAnswers, typedAnswers } from "./check-answers";
import { surveyForm } from "./queries";

/** Answers as a location's form posted them. */
export interface AnswersSent {
  locationId: number;
  surveyId: number;
  /** The version and the revision of its answers that the form showed; revision 0 where there were none. */
  version: number;
  looked: number;
  posted: PostedAnswers;
  /** Replaces what a colleague sent after the form was opened. */
  over: boolean;
}

/** Locks of surveys, one a location: of two who send at once one is first, and the other is told. */
const surveyLock = 73;

/**
 * Sends a location's answers to a survey, or changes them, as long as it is open. Answers to questions that are not
 * asked of it are left out, and `dropped` names them. If a colleague was first, the second person is told and loses
 * nothing.
 */
export async function sendAnswers(
  user: User,
  { locationId, surveyId, version, looked, posted, over }: AnswersSent,
  now: Date,
): Promise<Outcome<{ dropped: string[] }>> {
  const before = await surveyForm(user, locationId, surveyId, now);
  if (!before) throw new Forbidden("answer a survey");
  allow(user, "answer a survey", before.place.place);
  return transact(user, "answered a survey", async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(${surveyLock}, ${locationId}::int)::text`;
    const stands = await standing(tx, surveyId, locationId, now);
    if (!stands?.open || !before.mayAnswer)
      return refused({ message: "This survey is closed, so its answers can no longer be changed" });
    if (version !== before.version || stands.version !== version) return refused({ message: otherQuestions });
    const { questions } = before.set;
    if (Object.keys(posted).some((field) => !isFieldOf(questions, field)))
      return refused({ message: "This form does not fit the survey. Open the survey again and send it from there" });
    const { answers, problems, dropped } = checkAnswers(before.set, typedAnswers(questions, posted));
    const { at, by, revision, versionId } = stands;
    const second = at !== null && by !== null && revision !== looked && !over;
    const meanwhile = second ? [changedMeanwhile({ at, by }, { href: answersHref(locationId, surveyId) })] : [];
    if (problems.length + meanwhile.length > 0) return refused(...problems, ...meanwhile);
    const data = { answers, ...writtenBy(user, now) };
    await tx.surveyAnswer.upsert({
      where: { versionId_locationId: { versionId, locationId } },
      create: { versionId, locationId, ...data },
      update: { ...data, revision: { increment: 1 } },
    });
    return done({ dropped });
  });
}

const otherQuestions =
  "The questions of this survey changed after you opened it. Nothing has been sent. Open the survey again to see the new questions: what you typed is still here to copy";

const answersHref = (location: number, survey: number) => `/providers/${location}/surveys/${survey}`;

interface Standing {
  open: boolean;
  version: number;
  versionId: number;
  /** Those of the current answers to this version; 0 and null if there are none. */
  revision: number;
  at: Date | null;
  by: string | null;
}

/** What a survey asks of a location at this very moment, and what it has answered. */
async function standing(tx: Transaction, survey: number, location: number, now: Date): Promise<Standing | null> {
  const [row] = await tx.$queryRaw<Standing[]>`
    select ${takesAnswersSql(now)} and ${askedSql(now)} as open, live.number as version, live.id as "versionId",
           coalesce(a.revision, 0) as revision, a.at, coalesce(a.on_behalf_of, p.full_name) as by
      from survey q join ${liveVersionSql} join location l on l.id = ${location}
      left join survey_answer a on a.version_id = live.id and a.location_id = l.id left join account p on p.id = a.by_id
     where q.id = ${survey}`;
  return row ?? null;
}

import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { changedMeanwhile, writtenBy } from "@/lib/records/edit-record";
import { askedSql, liveVersionSql, takesAnswersSql } from "./asked";
import { checkAnswers, isFieldOf, type PostedAnswers, typedAnswers } from "./check-answers";
import { type SurveyForm, surveyForm } from "./queries";

/** Which answers are sent: of a location to a survey, and what their sender saw when they began. */
export interface AnswersBegun {
  locationId: number;
  surveyId: number;
  /** The version and the revision of its answers that the form or the sheet showed; revision 0 where there were none. */
  version: number;
  looked: number;
}

/** Answers as a location's form posted them. */
export interface AnswersSent extends AnswersBegun {
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
  { posted, over, ...of }: AnswersSent,
  now: Date,
): Promise<Outcome<{ dropped: string[] }>> {
  const before = await surveyForm(user, of.locationId, of.surveyId, now);
  if (!before) throw new Forbidden("answer a survey");
  allow(user, "answer a survey", before.place.place);
  const { questions } = before.set;
  if (of.version === before.version && Object.keys(posted).some((field) => !isFieldOf(questions, field)))
    return refused({ message: "This form does not fit the survey. Open the survey again and send it from there" });
  const typed = typedAnswers(questions, posted);
  if (!before.mayAnswer) return refused({ message: surveyIsClosed });
  const sending = { ...of, typed, over };
  const sent = await transact(user, "answered a survey", (tx) => sendAnswersTyped(tx, user, before, sending, now));
  return sent.ok ? done({ dropped: sent.value.dropped }) : sent;
}

/** Answers as they were typed to each question, by its key. */
type AnswersTyped = AnswersBegun & { typed: Record<string, string>; over: boolean };

/**
 * The same within a transaction that may send more: a form's, or a whole workbook's. `asked` is the survey as this person
 * was just found to be asked it, and may answer. Refuses, in words, what is not asked any more. `revision` is that of the
 * answers now.
 */
export async function sendAnswersTyped(
  tx: Transaction,
  user: User,
  asked: Pick<SurveyForm, "set" | "version">,
  { locationId, surveyId, version, looked, typed, over }: AnswersTyped,
  now: Date,
): Promise<Outcome<{ dropped: string[]; answerId: number; revision: number }>> {
  await tx.$queryRaw`select pg_advisory_xact_lock(${surveyLock}, ${locationId}::int)::text`;
  const stands = await standing(tx, surveyId, locationId, now);
  if (!stands?.open) return refused({ message: surveyIsClosed });
  if (version !== asked.version || stands.version !== version) return refused({ message: otherQuestions });
  const { answers, problems, dropped } = checkAnswers(asked.set, typed);
  const { at, by, revision, versionId } = stands;
  const second = at !== null && by !== null && revision !== looked && !over;
  const meanwhile = second ? [changedMeanwhile({ at, by }, { href: answersHref(locationId, surveyId) })] : [];
  if (problems.length + meanwhile.length > 0) return refused(...problems, ...meanwhile);
  const data = { answers, ...writtenBy(user, now) };
  const kept = await tx.surveyAnswer.upsert({
    where: { versionId_locationId: { versionId, locationId } },
    create: { versionId, locationId, ...data },
    update: { ...data, revision: { increment: 1 } },
    select: { id: true, revision: true },
  });
  return done({ dropped, answerId: kept.id, revision: kept.revision });
}

/** Said of a survey that takes no more answers from this person. */
export const surveyIsClosed = "This survey is closed, so its answers can no longer be changed";

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

import type { User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import { refused } from "@/lib/outcome";
import type { OpenSurvey } from "@/lib/surveys/open-surveys";
import { sendAnswersTyped, surveyIsClosed } from "@/lib/surveys/send-answers";
import type { AnswersInWorkbook } from "./judge-answers";
import { subjectsOf } from "./subjects";

/** An accepted row of a survey's sheet. */
export interface RowOfSurvey {
  workbookId: number;
  locationId: number;
  location: string;
  surveyId: number;
  said: unknown;
}

/**
 * Sends the accepted answers of a workbook with the command of the survey's form, and keeps which workbook each came
 * with. What this person is asked now is looked up once for all. Returns why not, for each that can no longer be sent.
 * They are sent in one order, so that two workbooks never wait for each other.
 */
export async function sendSurveys(
  tx: Transaction,
  user: User,
  rows: readonly RowOfSurvey[],
  now: Date,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const { surveys } = await subjectsOf(user, now);
  const asked = new Map(surveys.map(({ survey }) => [survey.id, survey]));
  const refusals: string[] = [];
  for (const row of rows.toSorted((a, b) => a.locationId - b.locationId || a.surveyId - b.surveyId)) {
    const sent = await sendRow(tx, user, asked.get(row.surveyId), row, now);
    if (!sent.ok) refusals.push(`${row.location}: ${sent.problems.map(({ message }) => message).join(". ")}`);
    else {
      const { answerId, revision } = sent.value;
      await tx.workbookAnswer.create({ data: { answerId, revision, workbookId: row.workbookId } });
    }
  }
  return refusals;
}

function sendRow(tx: Transaction, user: User, survey: OpenSurvey | undefined, row: RowOfSurvey, now: Date) {
  const { locationId, surveyId } = row;
  const said = row.said as AnswersInWorkbook;
  if (!survey?.places.has(locationId)) return refused({ message: surveyIsClosed });
  if (survey.version !== said.version)
    return refused({ message: `The questions of the survey “${survey.title}” have changed. Download a new template` });
  return sendAnswersTyped(tx, user, survey, { locationId, surveyId, ...said, over: false }, now);
}

import type { User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import { sendAnswersTyped } from "@/lib/surveys/send-answers";
import type { AnswersInWorkbook } from "./judge-answers";

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
 * with. Returns why not, for each that can no longer be sent. They are sent in one order, so that two workbooks never
 * wait for each other.
 */
export async function sendSurveys(
  tx: Transaction,
  user: User,
  rows: readonly RowOfSurvey[],
  now: Date,
): Promise<string[]> {
  const refusals: string[] = [];
  for (const row of rows.toSorted((a, b) => a.locationId - b.locationId || a.surveyId - b.surveyId)) {
    const { workbookId, locationId, surveyId, location } = row;
    const said = row.said as AnswersInWorkbook;
    const sent = await sendAnswersTyped(tx, user, { locationId, surveyId, ...said, over: false }, now);
    if (!sent.ok) refusals.push(`${location}: ${sent.problems.map(({ message }) => message).join(". ")}`);
    else {
      const { answerId, revision } = sent.value;
      await tx.workbookAnswer.create({ data: { answerId, revision, workbookId } });
    }
  }
  return refusals;
}

import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { type Outcome, refused } from "@/lib/outcome";
import { readSurveyText, type SurveyPart } from "@/lib/surveys/parts";

/** A survey's draft while it is being changed: its rows are held until the change is kept. */
export interface DraftBeingEdited {
  id: number;
  number: number;
  intro: string;
  parts: SurveyPart[];
  /** Ends the keys of parts that are added: greater than any that a version of this survey ever had. */
  next: number;
}

/**
 * The one way to change the questions of a survey: those of its draft, by support, one save at a time. `work` answers
 * with what the draft is to hold, or refuses.
 */
export async function editDraft(
  user: User,
  surveyId: number,
  act: string,
  now: Date,
  work: (draft: DraftBeingEdited, tx: Transaction) => Promise<Outcome<SurveyPart[]>> | Outcome<SurveyPart[]>,
): Promise<Outcome<null>> {
  allow(user, "run surveys");
  return transact(user, act, async (tx) => {
    await tx.$queryRaw`select id from survey where id = ${surveyId} for update`;
    const versions = await tx.surveyVersion.findMany({ where: { surveyId }, orderBy: { number: "desc" } });
    const draft = versions.find(({ publishedAt }) => publishedAt === null);
    if (!draft) return refused({ message: noDraft });
    const keys = versions.flatMap((version) => readSurveyText(version).parts.map(({ key }) => Number(key.slice(1))));
    const { id, number, intro } = draft;
    const kept = await work(
      { id, number, intro, parts: readSurveyText(draft).parts, next: Math.max(0, ...keys) + 1 },
      tx,
    );
    if (!kept.ok) return kept;
    await tx.surveyVersion.update({
      where: { id },
      data: { parts: kept.value, changedAt: now, changedById: user.id },
    });
    return { ok: true, value: null };
  });
}

const noDraft =
  "These questions have been published, so they cannot be changed. Start a new version of the survey to change them";

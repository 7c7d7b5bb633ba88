import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { isQuestion, readSurveyText, type SurveyText } from "@/lib/surveys/parts";
import { lengthProblems, surveyLimits } from "./check-part";

/** Begins a new version of a published survey, from the questions and the help as they stand. People answer the old one meanwhile. */
export async function startVersion(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "run surveys");
  return transact(user, "began a new version of a survey", async (tx) => {
    await tx.$queryRaw`select id from survey where id = ${id} for update`;
    const newest = await tx.surveyVersion.findFirst({ where: { surveyId: id }, orderBy: { number: "desc" } });
    if (!newest || newest.publishedAt === null) return refused({ message: "This survey already has a draft" });
    const { intro, parts } = withHelp(readSurveyText(newest));
    const draft = { surveyId: id, number: newest.number + 1, intro, parts, changedAt: now, changedById: user.id };
    await tx.surveyVersion.create({ data: draft });
    return done(null);
  });
}

const withHelp = ({ intro, parts, help }: SurveyText) => ({
  intro: help.intro ?? intro,
  parts: parts.map((part) => {
    const text = help[part.key];
    if (text === undefined) return part;
    return isQuestion(part) ? { ...part, hint: text } : { ...part, text };
  }),
});

/** Throws away the draft of a survey that has a published version: that one is asked as before. */
export async function discardVersion(user: User, id: number): Promise<Outcome<null>> {
  allow(user, "run surveys");
  return transact(user, "discarded the draft of a survey", async (tx) => {
    const { count } = await tx.surveyVersion.deleteMany({
      where: { surveyId: id, publishedAt: null, number: { gt: 1 } },
    });
    return count === 0 ? refused({ message: "This survey has no draft to discard" }) : done(null);
  });
}

/**
 * Changes the help text of one part of the published version, or of "intro", its introduction. Nothing else changes.
 */
export async function wordHelp(
  user: User,
  id: number,
  { part, text }: { part: string; text: string },
  now: Date,
): Promise<Outcome<null>> {
  allow(user, "run surveys");
  const worded = text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim();
  const problems = lengthProblems("text", "The help", worded, surveyLimits.hint);
  if (problems.length > 0) return refused(...problems);
  return transact(user, "worded the help of a survey", async (tx) => {
    await tx.$queryRaw`select id from survey where id = ${id} for update`;
    const live = await tx.surveyVersion.findFirst({
      where: { surveyId: id, publishedAt: { not: null } },
      orderBy: { number: "desc" },
    });
    const { parts, help } = live ? readSurveyText(live) : { parts: [], help: {} };
    if (!live || (part !== "intro" && !parts.some(({ key }) => key === part)))
      return refused({ message: "This is not part of the survey as it was published" });
    const data = { help: { ...help, [part]: worded }, changedAt: now, changedById: user.id };
    await tx.surveyVersion.update({ where: { id: live.id }, data });
    return done(null);
  });
}

import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { readSurveyText } from "@/lib/surveys/parts";
import { problemsBeforePublishing } from "./check-publication";

/**
 * Publishes a survey's draft: its questions are frozen from then on, and it opens at once or on its day. A later version
 * takes the place of the one before where the survey stands, open or closed. Says everything that stands in its way.
 */
export async function publishSurvey(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "run surveys");
  return transact(user, "published a survey", async (tx) => {
    await tx.$queryRaw`select id from survey where id = ${id} for update`;
    const survey = await tx.survey.findUnique({
      where: { id },
      include: { versions: { where: { publishedAt: null } }, _count: { select: { events: true } } },
    });
    const draft = survey?.versions[0];
    if (!survey || !draft) return refused({ message: "These questions have already been published" });
    const problems = problemsBeforePublishing(survey, readSurveyText(draft).parts, now);
    if (problems.length > 0) return refused(...problems.map((message) => ({ message })));
    await tx.surveyVersion.update({ where: { id: draft.id }, data: { publishedAt: now, publishedById: user.id } });
    const happened = { surveyId: id, at: now, byId: user.id };
    await tx.surveyEvent.create({ data: { ...happened, what: "published", version: draft.number } });
    const opensNow = survey._count.events === 0 && (survey.opensAt === null || survey.opensAt <= now);
    if (opensNow) await tx.surveyEvent.create({ data: { ...happened, what: "opened" } });
    return done(null);
  });
}

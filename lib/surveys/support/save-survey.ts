import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { lengthProblems, surveyLimits } from "./check-part";

/** The title of a survey and its introduction. */
interface SurveyNamed {
  title: string;
  intro: string;
}

function readNames({ title, intro }: SurveyNamed): { named: SurveyNamed; problems: Problem[] } {
  const named = {
    title: title.replaceAll("\u0000", "").replace(/\s+/g, " ").trim(),
    intro: intro.replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim(),
  };
  const problems = [
    ...lengthProblems("title", "The title", named.title, surveyLimits.title, "Enter a title"),
    ...lengthProblems("intro", "What it is for", named.intro, surveyLimits.intro),
  ];
  return { named, problems };
}

/** Begins a survey: a draft without questions that no one is asked yet. */
export async function makeSurvey(user: User, typed: SurveyNamed, now: Date): Promise<Outcome<{ id: number }>> {
  allow(user, "run surveys");
  const { named, problems } = readNames(typed);
  if (problems.length > 0) return refused(...problems);
  const draft = { number: 1, intro: named.intro, parts: [], changedAt: now, changedById: user.id };
  const survey = { title: named.title, forTypes: [], forAreas: [], forLocations: [], madeAt: now, madeById: user.id };
  return transact(user, "began a survey", async (tx) =>
    done(await tx.survey.create({ data: { ...survey, versions: { create: draft } }, select: { id: true } })),
  );
}

/** Changes the title of a survey and its introduction, as long as its first version is a draft. */
export async function nameSurvey(user: User, id: number, typed: SurveyNamed, now: Date): Promise<Outcome<null>> {
  allow(user, "run surveys");
  const { named, problems } = readNames(typed);
  if (problems.length > 0) return refused(...problems);
  return transact(user, "changed a survey", async (tx) => {
    const { count } = await tx.surveyVersion.updateMany({
      where: { surveyId: id, publishedAt: null, number: 1 },
      data: { intro: named.intro, changedAt: now, changedById: user.id },
    });
    if (count === 0) return refused({ message: "This survey has been published, so its title cannot be changed" });
    await tx.survey.update({ where: { id }, data: { title: named.title } });
    return done(null);
  });
}

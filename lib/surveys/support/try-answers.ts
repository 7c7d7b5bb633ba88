import type { User } from "@/lib/access/user";
import { done, type Outcome, refused } from "@/lib/outcome";
import { checkAnswers, type PostedAnswers, typedAnswers } from "@/lib/surveys/check-answers";
import { surveyQuestions } from "@/lib/surveys/parts";
import { surveyBuilt } from "./queries";

/** Checks answers to a survey's draft, or to its published questions, as if a location had sent them. Keeps nothing. */
export async function tryAnswers(
  user: User,
  surveyId: number,
  posted: PostedAnswers,
): Promise<Outcome<{ dropped: string[] }>> {
  const survey = await surveyBuilt(user, surveyId);
  const text = survey?.draft ?? survey?.live;
  if (!text) return refused({ message: "There is no such survey" });
  const set = surveyQuestions(text);
  const { problems, dropped } = checkAnswers(set, typedAnswers(set.questions, posted));
  return problems.length > 0 ? refused(...problems) : done({ dropped });
}

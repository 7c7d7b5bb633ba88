import { type Condition } from "@/lib/questions/question";
import { choiceInWords } from "@/lib/questions/shown";
import { hasChoices, isQuestion, type SurveyPart, type SurveyQuestion, surveyQuestions } from "@/lib/surveys/parts";

/** What a survey's row says of whom it is for and until when. */
export interface SurveyAims {
  forTypes: readonly unknown[];
  forAreas: readonly number[];
  forLocations: readonly number[];
  closesAt: Date | null;
}

/** What still stands in the way of publishing a draft, each in a sentence; empty where it can be published. */
export function problemsBeforePublishing(aims: SurveyAims, parts: readonly SurveyPart[], now: Date): string[] {
  const questions = parts.filter(isQuestion);
  return [
    ...(questions.length === 0 ? ["Add at least one question"] : []),
    ...(aims.forTypes.length + aims.forAreas.length + aims.forLocations.length === 0
      ? ["Say who the survey is for"]
      : []),
    ...(aims.closesAt !== null && aims.closesAt <= now ? ["Choose a closing date that has not passed"] : []),
    ...questions.flatMap((question) => conditionProblem(question, questions) ?? []),
  ];
}

/** What is wrong with when a question is shown, or null. */
function conditionProblem(question: SurveyQuestion, questions: readonly SurveyQuestion[]): string | null {
  const { shownIf, label } = question;
  if (!shownIf) return null;
  const before = questions.find(({ key }) => key === shownIf.key);
  if (!before)
    return `“${label}” is shown after an answer to a question that is no longer there. Choose when to show it, or show it always`;
  if (questions.indexOf(before) >= questions.indexOf(question))
    return `“${label}” is shown when “${before.label}” is answered, which comes after it. Move it below that question, or show it always`;
  if (!mayAnswer(before, shownIf))
    return `“${label}” is shown when “${before.label}” is answered in a way that it no longer offers. Choose when to show it, or show it always`;
  return null;
}

const mayAnswer = ({ kind, choices }: SurveyQuestion, { is }: Condition): boolean =>
  kind === "yesNo" ? is === "yes" || is === "no" : hasChoices(kind) && choices.some(({ key }) => key === is);

/** When a question is shown, in words for the person who builds the survey; null for always. */
export function shownInWords(question: SurveyQuestion, parts: readonly SurveyPart[]): string | null {
  const { shownIf } = question;
  if (!shownIf) return null;
  const { questions } = surveyQuestions({ intro: "", parts: [...parts], help: {} });
  const before = questions.find(({ key }) => key === shownIf.key);
  return before
    ? `Shown when “${before.label}” is “${choiceInWords(before, shownIf.is)}”`
    : "Shown after an answer to a question that is no longer there";
}

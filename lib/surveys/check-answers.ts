import { checkReturn } from "@/lib/questions/check";
import type { AnswerProblem } from "@/lib/questions/problem";
import type { Answer, Question, QuestionSet } from "@/lib/questions/question";
import { questionsShown } from "@/lib/questions/shown";

/** What a form posted: one text a field, or several under one name. */
export type PostedAnswers = Readonly<Record<string, string | string[] | undefined>>;

const dateParts = ["day", "month", "year"] as const;

/** What was typed to each question, whichever way its kind posts it. What is not there is blank. */
export function typedAnswers(questions: readonly Question[], posted: PostedAnswers): Record<string, string> {
  const text = (field: string) => [posted[field] ?? ""].flat();
  return Object.fromEntries(
    questions.map(({ key, kind }) => [
      key,
      kind === "date"
        ? dateParts
            .flatMap((part) => text(`${key}.${part}`))
            .join(" ")
            .trim()
        : kind === "some"
          ? text(key).join(",")
          : (text(key)[0] ?? ""),
    ]),
  );
}

/** Is a field one that a survey's form has? */
export function isFieldOf(questions: readonly Question[], field: string): boolean {
  const [key = "", part] = field.split(".");
  const question = questions.find((each) => each.key === key);
  if (!question) return false;
  return question.kind === "date" ? dateParts.some((each) => each === part) : part === undefined;
}

export interface CheckedAnswers {
  /** What is kept: only what was asked and answered. */
  answers: Record<string, NonNullable<Answer>>;
  problems: AnswerProblem[];
  /** The keys of questions that were typed into and are not asked, because of other answers. */
  dropped: string[];
}

/** Surveys know no months: a version is asked whole. */
const anyMonth = "2000-01";

/**
 * Reads and checks answers with the one check of the returns. Which questions are asked is decided here, of what was
 * typed: an answer to one that is not asked is never kept, and never refused.
 */
export function checkAnswers(set: QuestionSet, typed: Readonly<Record<string, string>>): CheckedAnswers {
  const shown = questionsShown(set.questions, typed);
  const asked = new Set(shown.map(({ key }) => key));
  const { answers, problems } = checkReturn({ collection: { ...set, questions: shown }, month: anyMonth, typed });
  const kept = Object.entries(answers).filter((entry): entry is [string, NonNullable<Answer>] => entry[1] !== null);
  const hidden = set.questions.filter(({ key }) => !asked.has(key) && (typed[key] ?? "").trim() !== "");
  return { answers: Object.fromEntries(kept), problems, dropped: hidden.map(({ key }) => key) };
}

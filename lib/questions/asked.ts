import type { Month } from "@/lib/london";
import type { Answers, Question, QuestionSet, SeasonKey } from "./question";
import { type Season, seasonsOn } from "./seasons";
import { setOf, type WhichSet } from "./sets";

/** Whether a question is asked in a month with these seasons on. */
export const isAsked = (question: Question, month: Month, on: readonly SeasonKey[]): boolean =>
  (question.from === undefined || question.from <= month) &&
  (question.until === undefined || month <= question.until) &&
  (question.season === undefined || on.includes(question.season));

const asked = new WeakMap<QuestionSet, Map<string, readonly Question[]>>();

/** The questions of a collection that are asked in a month, in page order. */
export function questionsAsked(which: WhichSet, month: Month, seasons?: readonly Season[]): Question[] {
  const set = setOf(which);
  const on = seasonsOn(month, seasons);
  const known = asked.get(set) ?? new Map<string, readonly Question[]>();
  asked.set(set, known);
  const key = `${month} ${on.join(" ")}`;
  const questions = known.get(key) ?? inPageOrder(set, month, on);
  known.set(key, questions);
  return [...questions];
}

function inPageOrder(set: QuestionSet, month: Month, on: readonly SeasonKey[]): Question[] {
  const place = new Map(set.sections.map((section, index) => [section.key, index]));
  return set.questions
    .filter((question) => isAsked(question, month, on))
    .map((question, index) => ({ question, index, section: place.get(question.section) ?? place.size }))
    .sort((a, b) => a.section - b.section || a.index - b.index)
    .map(({ question }) => question);
}

/**
 * The questions asked in a month that must be answered and to which an earlier return has no answer, because they are
 * new or seasonal. While there are any, "nothing has changed" cannot be said.
 */
export function notYetAnswered(
  which: WhichSet,
  month: Month,
  earlier: Answers,
  seasons?: readonly Season[],
): Question[] {
  return questionsAsked(which, month, seasons).filter(
    ({ key, mayBeBlank, onlyIf }) =>
      mayBeBlank === undefined && (earlier[key] ?? null) === null && (!onlyIf || earlier[onlyIf] !== false),
  );
}

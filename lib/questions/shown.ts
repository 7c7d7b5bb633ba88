import type { Answer, Condition, Question } from "./question";
import { readerOf, unreadableAnswer } from "./read";

/**
 * The questions that are asked of whoever typed this: each whose earlier choice is itself asked, and was answered so. The
 * others' answers count for nothing, whatever stays in their boxes.
 */
export function questionsShown(questions: readonly Question[], typed: Readonly<Record<string, string>>): Question[] {
  const answers = new Map<string, Answer>();
  return questions.filter((question) => {
    const { key, shownIf } = question;
    if (shownIf && !isSo(answers.get(shownIf.key) ?? null, shownIf.is)) return false;
    const reading = readerOf(question)(typed[key]);
    answers.set(key, reading === unreadableAnswer ? null : reading);
    return true;
  });
}

function isSo(answer: Answer, is: Condition["is"]): boolean {
  if (typeof answer === "boolean") return answer === (is === "yes");
  return typeof answer === "string" && answer.split(",").includes(is);
}

/** What a question's condition says, in words: "Only if you answered “Yes” to “Do you have syringe drivers?”". */
export function conditionInWords(questions: readonly Question[], { key, is }: Condition): string {
  const before = questions.find((question) => question.key === key);
  return `Only if you answered “${choiceInWords(before, is)}” to “${before?.label ?? "an earlier question"}”`;
}

/** An answer that a condition may name, as the page words it. */
export const choiceInWords = (question: Question | undefined, is: string): string =>
  question?.choices?.find(({ key }) => key === is)?.label ?? (is === "yes" ? "Yes" : is === "no" ? "No" : is);

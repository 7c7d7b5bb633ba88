import type { Month } from "@/lib/london";
import { notYetAnswered } from "@/lib/questions/asked";
import type { Answer, Answers, Question } from "@/lib/questions/question";
import type { WhichSet } from "@/lib/questions/sets";

/**
 * The answers with one, by its kind, to each required question that the story has no answer to, so that a question that
 * is added does not stop the demo. It throws no dice: the rest of the story stays as it was.
 */
export const filled = (which: WhichSet, month: Month, answers: Answers): Answers =>
  notYetAnswered(which, month, answers).reduce<Answers>(
    (so, question) => ({ ...so, [question.key]: answerTo(question, so) }),
    answers,
  );

function answerTo({ kind, onlyIf, choices = [] }: Question, so: Answers): Answer {
  switch (kind) {
    case "count":
    case "hours":
    case "percent":
      return onlyIf !== undefined && so[onlyIf] === true ? 1 : 0;
    case "yesNo":
      return false;
    case "choice":
    case "status":
    case "some":
      return choices[0]?.key ?? null;
    case "date":
      return "2026-09-01";
    case "text":
      return "As last month";
  }
}

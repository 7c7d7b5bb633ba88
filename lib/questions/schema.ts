import { z } from "zod";
import { questionsAsked } from "./asked";
import type { Month, Question } from "./question";
import type { Season } from "./seasons";
import type { WhichSet } from "./sets";

/**
 * The shape of a return's answers in JSON, for the API and its published schema. It says only what may be sent: what it
 * means is judged by `checkReturn` on `typedFrom(answers)`, as everywhere else. Nothing is coerced.
 */
export const answersSchema = (which: WhichSet, month: Month, seasons?: readonly Season[]) =>
  z.strictObject(
    Object.fromEntries(questionsAsked(which, month, seasons).map((question) => [question.key, valueOf(question)])),
  );

const valueOf = (question: Question) => schemaOf(question).nullable().optional().describe(question.label);

function schemaOf({ kind, choices = [] }: Question) {
  switch (kind) {
    case "count":
    case "hours":
    case "percent":
      return z.number();
    case "yesNo":
      return z.boolean();
    case "text":
      return z.string();
    case "choice":
    case "status":
      return z.enum(choices.map(({ key }) => key));
  }
}

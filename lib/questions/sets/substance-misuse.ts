import { continuityQuestions, continuitySections } from "./business-continuity";
import type { QuestionSet } from "@/lib/questions/question";

/** The vacancies of a substance misuse service and how it is coping. Voluntary: the formal notice does not name it. */
export const substanceMisuse = {
  key: "substance_misuse",
  beds: "beds",
  sections: [{ key: "beds", title: "Beds", hint: "Count the beds as they are today." }, ...continuitySections],
  questions: continuityQuestions,
} as const satisfies QuestionSet;

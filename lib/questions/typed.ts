import { type Beds, bedField, bedFigures, homeOpenField } from "./beds";
import type { Answer, Answers } from "./question";

/** An answer as a person would type it. Null is blank. */
function typedAnswer(answer: Answer | undefined): string {
  if (answer === null || answer === undefined) return "";
  return typeof answer === "boolean" ? (answer ? "yes" : "no") : String(answer);
}

/** Answers and beds as the form would hold them: what an unchanged return posts, and what a new one starts from. */
export function typedFrom(answers: Answers, beds?: Beds | null): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [key, answer] of Object.entries(answers)) typed[key] = typedAnswer(answer);
  if (!beds) return typed;
  typed[homeOpenField] = typedAnswer(beds.open);
  for (const [type, count] of Object.entries(beds.types)) {
    for (const figure of bedFigures) typed[bedField(type, figure)] = typedAnswer(count[figure]);
    typed[bedField(type, "open")] = typedAnswer(count.open);
  }
  return typed;
}

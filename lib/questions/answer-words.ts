import { formatDate, formatList } from "@/lib/format";
import { spoken } from "./problem";
import type { Answer, Question } from "./question";

/** An answer in words: "1,204 hours", "Yes", "Amber", or "Not answered". */
export function answerInWords(question: Question, answer: Answer | undefined): string {
  if (answer === null || answer === undefined) return "Not answered";
  if (typeof answer === "boolean") return answer ? "Yes" : "No";
  if (typeof answer === "number") {
    const unit = question.unit === "%" ? "%" : question.unit ? ` ${question.unit}` : "";
    return spoken(answer) + unit;
  }
  if (question.kind === "date") return formatDate(answer);
  if (question.kind === "some")
    return formatList(
      answer.split(",").map((key) => question.choices?.find((choice) => choice.key === key)?.label ?? key),
    );
  return question.choices?.find(({ key }) => key === answer)?.label ?? answer;
}

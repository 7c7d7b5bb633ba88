import { QuestionSections } from "@/components/questions";
import { formatCount, formatDate, formatMonth } from "@/lib/format";
import { setOf } from "@/lib/questions/sets";
import type { ReturnForm } from "@/lib/returns/queries";

/** Why "nothing has changed" cannot be said by itself: the last return does not answer all that is asked. */
export function asksMore({ unchanged, window }: ReturnForm): string {
  const one = unchanged.unanswered.length === 1;
  const asked = formatCount("question", unchanged.unanswered.length);
  return `${formatMonth(window.month)} asks ${asked} that your last return does not answer, because ${one ? "it is" : "they are"} new or seasonal. Answer ${one ? "it" : "them"} before you file.`;
}

/** Whence the last figures are: "filed for October 2026, and your beds stated on Saturday 31 October 2026". */
export const lastFiled = ({ last, bedsSince }: ReturnForm): string =>
  `filed for ${formatMonth(last?.month ?? "")}${bedsSince ? `, and your beds stated on ${formatDate(bedsSince)}` : ""}`;

/** The questions to be answered with "nothing has changed", and no others. */
export function UnchangedQuestions({ form }: { form: ReturnForm }) {
  return (
    <QuestionSections
      sections={setOf(form.collection).sections}
      questions={form.unchanged.unanswered}
      last={form.last?.answers}
    />
  );
}

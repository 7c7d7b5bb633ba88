import { checkReturn } from "@/lib/questions/check";
import { type Difference, differences } from "@/lib/questions/differences";
import type { Figures } from "@/lib/questions/figures";
import type { ReturnForm } from "./return-form";

/** A form that is ready to be sent: what it says that the last return did not, and what still needs putting right. */
export interface FormToSend extends ReturnForm {
  differences: Difference[];
  figures: Figures;
}

/** What a draft would change of the last return, beds and answers alike, for the page that shows it before sending. */
export function formToSend(form: ReturnForm): FormToSend {
  const { collection, window, bedTypes, values, questions, lastFigures: previous } = form;
  const everyAsked = [...new Set(questions.flatMap(({ season }) => season ?? []))];
  const seasons = everyAsked.map((key) => ({ key, from: window.month, until: window.month }));
  const typed = { collection, month: window.month, seasons, bedTypes, typed: values, context: { previous } };
  const { answers, beds } = checkReturn(typed);
  const figures: Figures = { answers, beds };
  const before: Figures = form.baseline ?? { answers: {}, beds: null };
  return { ...form, figures, differences: differences(collection, before, figures, bedTypes) };
}

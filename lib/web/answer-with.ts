import type { Refusal } from "./refusals";

/** By the id of a request, how it is to be answered. Next bundles what serves pages apart from what starts the server. */
const kept = globalThis as { capacityTrackerAnswers?: Map<string, Told> };

interface Told {
  status: number;
  /** Shown in place of what Next answers. Without it the page stays, with the form and what was typed. */
  page?: Refusal;
}

const answers = () => (kept.capacityTrackerAnswers ??= new Map());

/**
 * Has a request answered with another status than its page gives it: an action may only say what its page shows, and an
 * error of the page is always a 500 to Next.
 */
export const answerWith = (requestId: string, told: Told): void => void answers().set(requestId, told);

/** Has it already been decided how to answer this request? */
export const isAnswered = (requestId: string): boolean => answers().has(requestId);

/** How a request is to be answered, once. */
export function takeAnswer(requestId: string): Told | undefined {
  const told = answers().get(requestId);
  answers().delete(requestId);
  return told;
}

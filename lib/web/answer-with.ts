import type { Refusal } from "./refusals";

/**
 * How to answer each request, by its id. Kept on `globalThis` because Next bundles pages separately from the code that
 * starts the server.
 */
const kept = globalThis as { capacityTrackerAnswers?: Map<string, Told> };

interface Told {
  status: number;
  /** Shown instead of Next's own answer. Without it the page stays, with the form and what was typed. */
  page?: Refusal;
}

const answers = () => (kept.capacityTrackerAnswers ??= new Map());

/**
 * Answers a request with a different status from the one its page would give: an action can only decide what its page
 * shows, and Next answers every error of a page with 500.
 */
export const answerWith = (requestId: string, told: Told): void => void answers().set(requestId, told);

/** Has it already been decided how to answer this request? */
export const isAnswered = (requestId: string): boolean => answers().has(requestId);

/** How to answer a request. Can be read once. */
export function takeAnswer(requestId: string): Told | undefined {
  const told = answers().get(requestId);
  answers().delete(requestId);
  return told;
}

import type { Problem } from "@/lib/outcome";

/** By the id of a request, what its form has to put right. Next may bundle actions and the layout apart. */
const kept = globalThis as { capacityTrackerProblems?: Map<string, Problem[]> };

const waiting = () => (kept.capacityTrackerProblems ??= new Map());

/** Keeps what a form has to put right for the page that answers the same request, which lists it at its top. */
export function keepFormProblems(requestId: string, problems: Problem[]): void {
  if (waiting().size > 1000) waiting().clear();
  waiting().set(requestId, problems);
}

/** What the form that was posted with this request has to put right, once. */
export function takeFormProblems(requestId: string): Problem[] {
  const problems = waiting().get(requestId) ?? [];
  waiting().delete(requestId);
  return problems;
}

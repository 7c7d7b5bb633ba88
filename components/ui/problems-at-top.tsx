"use client";
import { createContext, useMemo, useState, type ReactNode } from "react";
import type { Problem } from "@/lib/outcome";
import { ErrorSummary } from "./error-summary";
import { errorsOf } from "./form-answer";
import { ProblemTitle } from "./page-title";
import { usePostedProblems } from "./service-context";
import { useHydrated } from "./use-hydrated";

/** Where a form says what is to be put right: at the top of its page; null outside a page, as in a test of one form. */
export const TopOfPage = createContext<((problems: Problem[]) => void) | null>(null);

/**
 * The only error summary of a page, above its heading, wherever on the page the form is. Without JavaScript the request
 * itself says what was wrong with its form; with it, the form that was answered last.
 */
export function ProblemsAtTop(props: { own: Problem[]; banner: ReactNode; children: ReactNode }) {
  const posted = usePostedProblems();
  const hydrated = useHydrated();
  const [answered, setAnswered] = useState(hydrated ? none : posted);
  const { own } = props;
  const problems = useMemo(() => [...own, ...answered], [own, answered]);
  return (
    <TopOfPage value={setAnswered}>
      {props.banner}
      {errorsOf(answered).length > 0 && <ProblemTitle />}
      <ErrorSummary problems={problems} />
      {props.children}
    </TopOfPage>
  );
}

const none: Problem[] = [];

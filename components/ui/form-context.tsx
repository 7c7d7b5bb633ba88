"use client";
import { createContext, useContext } from "react";
import type { FormAnswer, Problem } from "@/lib/outcome";
import { fieldId, unanswered } from "./form-answer";

/** The answer of the form around a field; no answer outside a form. */
export const FormContext = createContext<{ answer: FormAnswer; pending: boolean }>({
  answer: unanswered,
  pending: false,
});

/** What a field needs to draw itself: its id, its problems, what was typed, and what describes it. */
export function useField(name: string, hint?: unknown, describedBy?: string) {
  const { answer } = useContext(FormContext);
  const problems = answer.problems.filter((problem: Problem) => problem.field === name);
  const errors = problems.filter((problem) => !problem.warning);
  const id = fieldId(name);
  const described = [describedBy, hint ? `${id}-hint` : undefined, errors.length ? `${id}-error` : undefined].filter(
    Boolean,
  );
  return {
    id,
    errors: errors.map((problem) => problem.message),
    answered: Object.keys(answer.typed).length > 0,
    typed: answer.typed[name],
    describedBy: described.length ? described.join(" ") : undefined,
  };
}

/** The text to show in a field: what was typed last, else what was saved. */
export const textOf = (typed: string | string[] | undefined, saved?: string | number | null) =>
  (Array.isArray(typed) ? typed[0] : typed) ?? (saved === null || saved === undefined ? "" : String(saved));

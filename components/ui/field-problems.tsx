"use client";
import type { ReactNode } from "react";
import type { Problem } from "@/lib/outcome";
import { FormContext } from "./form-context";

/** Shows problems beside the fields of a search form, which has no `ActionForm` around it. */
export function FieldProblems({ problems, children }: { problems: Problem[]; children: ReactNode }) {
  return <FormContext value={{ answer: { problems, typed: {} }, pending: false }}>{children}</FormContext>;
}

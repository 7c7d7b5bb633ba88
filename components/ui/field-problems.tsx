"use client";
import type { ReactNode } from "react";
import type { Problem } from "@/lib/outcome";
import { FormContext } from "./form-context";

/** Shows problems beside the fields of a form that asks by its address, which no `ActionForm` stands around. */
export function FieldProblems({ problems, children }: { problems: Problem[]; children: ReactNode }) {
  return <FormContext value={{ answer: { problems, typed: {} }, pending: false }}>{children}</FormContext>;
}

"use client";
import { useContext } from "react";
import { FormContext, textOf } from "@/components/ui/form-context";
import { useHydrated } from "@/components/ui/use-hydrated";

/**
 * What was posted under this name, where the page comes back with something to put right and no JavaScript runs to
 * remember it; otherwise null.
 */
export function useTyped(name: string): string[] | null {
  const { answer } = useContext(FormContext);
  const hydrated = useHydrated();
  return hydrated || answer.problems.length === 0 ? null : [answer.typed[name] ?? []].flat();
}

/** The same of a text. */
export const useTypedText = (name: string, kept: string): string => textOf(useTyped(name) ?? undefined, kept);

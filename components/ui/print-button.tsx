"use client";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class";
import { useHydrated } from "./use-hydrated";

/** Prints the page, where JavaScript runs; every browser can print it from its menu. */
export function PrintButton({ children }: { children: ReactNode }) {
  if (!useHydrated()) return null;
  return (
    <button type="button" className={`${buttonClass("secondary")} ct-no-print`} onClick={() => window.print()}>
      {children}
    </button>
  );
}

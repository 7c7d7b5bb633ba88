"use client";
import { buttonClass } from "@/components/ui/button-class";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Prints the page, where JavaScript runs; every browser can print it from its menu. */
export function PrintButton() {
  if (!useHydrated()) return null;
  return (
    <button type="button" className={`${buttonClass("secondary")} ct-no-print`} onClick={() => window.print()}>
      Print this receipt
    </button>
  );
}

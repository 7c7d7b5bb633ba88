import type { Filing } from "@/lib/returns/filing";
import { careHomeTyped, fluTyped } from "./rosewood";

/** A care home's return of November 2026, when flu is asked, with nothing to ask about. */
export const rosewoodTyped: Readonly<Record<string, string>> = { ...careHomeTyped, ...fluTyped };

/** The same home in October, when flu is not asked. */
export const withoutFlu = careHomeTyped;

let keys = 0;

/** A care home's return, changed as the test says; each has a form of its own. */
export const filingOf = (locationId: number, changes: Partial<Filing> = {}): Filing => ({
  locationId,
  collection: "care_home",
  typed: rosewoodTyped,
  idempotencyKey: `form-${++keys}`,
  source: "form",
  ...changes,
});

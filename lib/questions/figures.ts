import type { Beds } from "./beds";
import type { Answers } from "./question";

/** What a return says: its answers and the beds it was filed with. */
export interface Figures {
  readonly answers: Answers;
  readonly beds?: Beds | null;
}

/** What is known of a location besides what was typed. All of it is optional: without it fewer things are asked. */
export interface Context {
  /** The location's last return of this collection. */
  readonly previous?: Figures | null;
  /** Its last returns, newest first; a year of them is enough. */
  readonly history?: readonly Figures[];
  /** The number of beds that CQC registers. */
  readonly cqcBeds?: number | null;
  /** For how many days the head counts have stood unchanged. */
  readonly unchangedSinceDays?: number;
  /** Figures of this window that support has accepted: a check's code to the figure that it no longer asks about. */
  readonly acceptedFigures?: ReadonlyMap<string, { readonly figure: number; readonly reason: string }>;
}

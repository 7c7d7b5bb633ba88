import type { DueState } from "@/lib/returns/queries";

/**
 * Something that wants a person, or that they may do, on their home page. `urgency` is "now" where it waits for them,
 * "done" where it has been dealt with, and "any time" for everything else.
 */
export interface Want {
  key: string;
  title: string;
  href: string;
  /** In a sentence or two: what it is about, or what is waiting. */
  says: string;
  /** How many wait. */
  figure?: number;
  urgency: "now" | "done" | "any time";
  /** The state of a return, and whether someone has begun it. */
  stands?: { state: DueState; started: boolean };
  /** The steps to do one after the other, and which of them are done. */
  steps?: readonly { label: string; href: string; done: boolean }[];
  /** Beds that one press confirms: those of a location as they were last stated. */
  confirms?: { locationId: number; location: string; updateId: number };
}

import type { Accepted } from "@/lib/questions/accepted";
import type { Collection } from "@/lib/questions/collections";
import type { ReturnSource } from "@/lib/questions/return-source";

/** A return as someone sends it, whichever way: a form, a workbook's row, one press, another system. */
export interface Filing {
  locationId: number;
  collection: Collection;
  /** Field name to text, as typed. Not read for a nil return; of an unchanged one, what its last return did not answer. */
  typed: Readonly<Record<string, string>>;
  /** A nil return: there is nothing to count, and why. */
  nil?: { reason: string; note?: string };
  /** "Nothing has changed" since the figures that `looked` names (`lookedAt`). */
  unchanged?: { looked: string };
  /** Warnings ticked as right; absent, they are read from what was typed. */
  accepted?: Accepted;
  /** Unique to the form that was opened: sending it twice files once. */
  idempotencyKey: string;
  source: ReturnSource;
  /** How the window stood when the form was opened (`windowToken`); where it has moved since, the person is asked. */
  shown?: string;
  /**
   * The reference of the return that stood when the form was opened, "" where none did; if there is another by now, the
   * person is asked first.
   */
  standing?: string;
  /** The version of the draft that the form was filled from; a newer one by someone else is left alone. */
  draftVersion?: number;
}

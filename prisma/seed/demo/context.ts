import type { Beds, BedType } from "@/lib/questions/beds";
import { startingBedTypes } from "@/lib/questions/bed-types";
import type { Collection } from "@/lib/questions/collections";
import type { Context } from "@/lib/questions/figures";
import type { Answers } from "@/lib/questions/question";
import { daysUnchanged } from "@/lib/questions/rules/unchanged";
import { setOf } from "@/lib/questions/sets";

/** The bed types that a collection asks about, as a new service has them. */
export const demoBedTypes = (collection: Collection): readonly BedType[] =>
  collection in startingBedTypes ? startingBedTypes[collection as keyof typeof startingBedTypes] : [];

/** What the check knows of a place when it files. */
export function contextAt(
  collection: Collection,
  newestFirst: readonly { at: Date; answers: Answers | null; beds: { beds: Beds } | null; supersededAt: Date | null }[],
  cqcBeds: number,
  at: Date,
): Context {
  const known = newestFirst
    .filter(({ supersededAt }) => supersededAt === null || supersededAt > at)
    .slice(0, 14)
    .map(({ at: when, answers, beds }) => ({ at: when, answers: answers ?? {}, beds: beds?.beds ?? null }));
  const days = daysUnchanged(setOf(collection), known, at);
  return {
    previous: known[0] ?? null,
    history: known,
    cqcBeds: cqcBeds > 0 ? cqcBeds : null,
    ...(days !== undefined && { unchangedSinceDays: days }),
  };
}

import type { Problem } from "@/lib/outcome";
import type { Collection } from "@/lib/questions/collections";
import { monthFor } from "@/lib/windows/reporting-window";
import { bedTypesOf } from "./figures-now";
import type { FilingFacts } from "./filing-facts";
import { fieldsOf } from "./form-fields";

/** The message for a form that has a field that is not ours, or lacks one that is. */
export const brokenForm: Problem = { message: "Part of this form was missing. Open it again, then send it" };

const bedFieldOf = /^beds\.([^.]+)\./;

/**
 * Fields that no form of the collection has are refused and not dropped, whichever way they come: what is no question of
 * it, and beds of a type that it neither counts now nor has stated before.
 */
export function strangeFields(
  facts: FilingFacts,
  collection: Collection,
  typed: Readonly<Record<string, string>>,
  now: Date,
): Problem[] {
  const ours = fieldsOf(collection);
  const stated = [facts.newestBeds?.beds, ...facts.past.map(({ beds }) => beds)];
  const types = new Set([
    ...bedTypesOf(facts, collection, monthFor(now)).map(({ key }) => key),
    ...stated.flatMap((beds) => Object.keys(beds?.types ?? {})),
  ]);
  const isOurs = (name: string) => {
    const [, type] = bedFieldOf.exec(name) ?? [];
    return ours(name) && (type === undefined || types.has(type));
  };
  return Object.keys(typed).every(isOurs) ? [] : [brokenForm];
}

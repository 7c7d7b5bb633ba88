import { addDays, addMonths, dayIn, type Month } from "@/lib/london";
import type { Problem } from "@/lib/outcome";
import { type FilingKind, filingKinds } from "@/lib/access/kinds";
import { collectionsFor } from "@/lib/questions/collections";
import { countsBeds } from "@/lib/questions/sets";

/** What support enters for a bed type. Blank months mean from the beginning, and without an end. */
export interface BedTypeAsked {
  label: string;
  group: string;
  from: Month;
  until: Month;
  /** What counts as such a bed, and an example: both blank, or the definition at least. */
  definition: string;
  example: string;
}

/** The services that count beds. */
export const servicesWithBeds: readonly FilingKind[] = filingKinds.filter((kind) =>
  collectionsFor([kind]).some(countsBeds),
);

export const bedGroups = { long_stay: "Long stay", short_stay: "Short stay" } as const;

const longest = 60;
const longestWords = 300;
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** What is wrong with a kind of bed as it was typed. */
export function wrongWithBedType({ label, group, from, until, definition, example }: BedTypeAsked): Problem[] {
  const problems: Problem[] = [];
  const name = label.trim();
  if (name === "") problems.push({ field: "label", message: "Enter what the beds are called" });
  if (name.length > longest)
    problems.push({ field: "label", message: `The name must be ${longest} characters or fewer` });
  if (!Object.hasOwn(bedGroups, group)) problems.push({ field: "group", message: "Select long stay or short stay" });
  if (from !== "" && !month.test(from)) problems.push({ field: "from", message: "Select the first month" });
  if (until !== "" && !month.test(until)) problems.push({ field: "until", message: "Select the last month" });
  else if (until !== "" && until < from)
    problems.push({ field: "until", message: "The last month must be the first month or later" });
  if (definition.trim() === "") problems.push({ field: "definition", message: "Enter what counts as such a bed" });
  for (const [field, words] of Object.entries({ definition, example }))
    if (words.trim().length > longestWords)
      problems.push({ field, message: `The ${field} must be ${longestWords} characters or fewer` });
  return problems;
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");

/** The same as the row keeps it: months become their first and last day. */
export const rowOfBedType = ({ label, group, from, until, definition, example }: BedTypeAsked) => ({
  label: oneLine(label),
  definition: oneLine(definition),
  example: oneLine(example),
  group,
  validFrom: from === "" ? null : new Date(dayIn(from, 1)),
  validTo: until === "" ? null : new Date(addDays(dayIn(addMonths(until, 1), 1), -1)),
});

import type { BedSummary } from "@/lib/beds/bed-summaries";
import { formatAgo, formatCount, formatList, inSentence } from "@/lib/format";
import { countsBeds } from "@/lib/questions/sets";
import type { DueReturn } from "@/lib/returns/queries";
import type { Want } from "./want";

/** How many homes can have an entry of their own. */
export const severalHomes = 3;

/** The locations whose beds someone may update any day: their names by id. */
export const homesOf = (returns: readonly DueReturn[]): Map<number, string> =>
  new Map(
    returns
      .filter(({ collection, state }) => countsBeds(collection) && state !== "closed")
      .map((one) => [one.locationId, one.location]),
  );

/** A home's vacancies and "still right"; one entry for all homes where there are many. */
export function bedWants(homes: ReadonlyMap<number, string>, summaries: readonly BedSummary[], now: Date): Want[] {
  if (homes.size > severalHomes)
    return [
      {
        key: "beds",
        title: "Update beds",
        href: "/returns#beds",
        says: `Tell hospitals which of your ${homes.size} locations have free beds today.`,
        urgency: "any time",
      },
    ];
  return [...homes].map(([id, name]) => {
    const summary = summaries.find(({ locationId }) => locationId === id);
    return {
      key: `beds ${id}`,
      title: `Update beds: ${name}`,
      href: `/beds/${id}`,
      says: summary
        ? summaryInWords(summary, now)
        : "Tell hospitals which beds are free today. They look here before they ring.",
      urgency: (summary?.doubts ?? 0) > 0 ? "now" : "any time",
      ...(summary && { confirms: { locationId: id, location: name, updateId: summary.updateId } }),
    };
  });
}

/** "2 general residential beds vacant, confirmed 2 days ago." */
function summaryInWords({ vacant, at, doubts }: BedSummary, now: Date): string {
  const free = vacant.map(({ label, beds }) => `${beds} ${inSentence(label)}`);
  const doubt =
    doubts === 0
      ? ""
      : ` ${formatCount("organisation", doubts)} found a bed taken since then. Are these figures still right?`;
  return `${free.length === 0 ? "No beds vacant" : `Vacant: ${formatList(free)}`}, confirmed ${formatAgo(at, now)}.${doubt}`;
}

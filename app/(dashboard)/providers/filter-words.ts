import { isLocationKind, kindLabel } from "@/lib/access/kinds";
import type { FilterChoices } from "@/lib/records/filter-choices";
import { complianceWords, type ProvidersWanted, updatedWords } from "@/lib/records/provider-filters";
import { filterNames } from "./list-address";

type FilterName = (typeof filterNames)[number];

/** Each filter that is on, by its name in the address and in words, as its list shows it and a file repeats it. */
export const filtersInWords = (
  wanted: ProvidersWanted,
  choices: FilterChoices,
): { name: FilterName; words: string }[] =>
  filterNames.flatMap((name) => (wanted[name] ? [{ name, words: filterInWords(name, wanted[name], choices) }] : []));

function filterInWords(name: FilterName, value: string, choices: FilterChoices): string {
  switch (name) {
    case "search":
      return `“${value}”`;
    case "parent":
      return `Parent organisation: ${value}`;
    case "region":
    case "council":
    case "subIcb":
      return choices[name].find(({ code }) => code === value)?.name ?? value;
    case "type":
      return isLocationKind(value) ? kindLabel(value) : value;
    case "compliance":
      return (complianceWords as Record<string, string>)[value] ?? value;
    case "updated":
      return `Last updated: ${(updatedWords as Record<string, string>)[value]?.toLowerCase() ?? value}`;
    case "ownership":
      return value;
  }
}

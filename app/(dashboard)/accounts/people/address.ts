import type { AddressParams } from "@/components/tables";
import { peopleShown, type PeopleShown } from "@/lib/people/queries";

/** The filters of the list in the page's address. */
export function filtersOf(params: AddressParams): { words: string; show: PeopleShown } {
  const words = [params.words].flat()[0] ?? "";
  const show = peopleShown.find((each) => each === [params.show].flat()[0]) ?? "all";
  return { words: words.slice(0, 200), show };
}

import type { AddressParams } from "@/components/tables";
import type { User } from "@/lib/access/user";
import { peopleShown, type PeopleShown } from "@/lib/people/queries";

/** Where somebody's record is, for the one who looks. */
export const recordHref = (user: User, personId: number): string =>
  user.kind === "support" ? `/admin/people/${personId}` : `/accounts/people/${personId}`;

/** What the list is narrowed to, of the page's address. */
export function filtersOf(params: AddressParams): { words: string; show: PeopleShown } {
  const words = [params.words].flat()[0] ?? "";
  const show = peopleShown.find((each) => each === [params.show].flat()[0]) ?? "all";
  return { words: words.slice(0, 200), show };
}

/** A number in an address, or null. */
export const idOf = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

import type { AddressParams } from "@/components/tables";
import type { AreaKind } from "@/lib/access/user";
import type { ListedState, MandatedCollection } from "@/lib/reports/queries";

const kinds: Record<string, AreaKind> = {
  england: "country",
  region: "nhs_region",
  "ons-region": "ons_region",
  icb: "icb",
  "sub-icb": "sub_icb",
  council: "local_authority",
  lrf: "lrf",
};

/** What an address calls a kind of area, and back. */
export const areaKindFromAddress = (word: string): AreaKind | undefined =>
  Object.hasOwn(kinds, word) ? kinds[word] : undefined;

export const areaHref = (area: { kind: AreaKind; code: string }): string => {
  const word = Object.entries(kinds).find(([, kind]) => kind === area.kind)?.[0] ?? "council";
  return `/areas/${word}/${area.code}`;
};

export const collectionOf = (params: AddressParams): MandatedCollection =>
  params.collection === "home_care" ? "home_care" : "care_home";

const states: readonly string[] = ["all", "filed", "waiting", "risk", "notice"] satisfies ListedState[];

/** Which locations are wanted: what they are called, whether they have filed, and how they stand. */
export function listOf(params: AddressParams): { search: string; state: ListedState } {
  const state =
    typeof params.state === "string" && states.includes(params.state) ? (params.state as ListedState) : "all";
  return { search: typeof params.search === "string" ? params.search.trim().slice(0, 100) : "", state };
}

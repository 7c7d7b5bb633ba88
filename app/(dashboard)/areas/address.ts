import type { AddressParams } from "@/components/tables";
import type { ListedState, MandatedCollection } from "@/lib/reports/queries";

export const collectionOf = (params: AddressParams): MandatedCollection =>
  params.collection === "home_care" ? "home_care" : "care_home";

const states: readonly string[] = ["all", "filed", "waiting", "risk", "notice"] satisfies ListedState[];

/** Which locations are wanted: what they are called, whether they have filed, and how they stand. */
export function listOf(params: AddressParams): { search: string; state: ListedState } {
  const state =
    typeof params.state === "string" && states.includes(params.state) ? (params.state as ListedState) : "all";
  return { search: typeof params.search === "string" ? params.search.trim().slice(0, 100) : "", state };
}

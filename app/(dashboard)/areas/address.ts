import type { AddressParams } from "@/components/tables";
import type { AreaKind } from "@/lib/access/user";
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

/** Which month is asked for; null where it is none. */
export const monthAsked = ({ month }: AddressParams): string | null =>
  typeof month === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : null;

/** Which kind of areas within is asked for; otherwise the first there is. */
export const withinOf = <W extends { kind: AreaKind }>({ within }: AddressParams, among: readonly W[]): W | undefined =>
  among.find(({ kind }) => kind === within) ?? among[0];

import type { AddressParams } from "@/components/tables";
import { registeringKinds } from "@/lib/access/kinds";
import type { RequestFilters } from "@/lib/registrations/requests-for";

export const requestStateLabels = {
  waiting: "Waiting",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  any: "All",
} as const;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** What the address of the list says; anything else in it is ignored. */
export function readFilters(params: AddressParams): { filters: RequestFilters; whose: "all" | "ours"; page: number } {
  const kind = registeringKinds.find((type) => type === one(params.kind));
  const text = one(params.text)?.trim().slice(0, 200);
  const state = (Object.keys(requestStateLabels) as (keyof typeof requestStateLabels)[]).find(
    (key) => key === one(params.state),
  );
  const whose = one(params.whose) === "ours" ? "ours" : "all";
  return {
    filters: { all: whose === "all", ...(kind && { kind }), ...(text && { text }), ...(state && { state }) },
    whose,
    page: Math.max(1, Math.trunc(Number(one(params.page))) || 1),
  };
}

import type { AddressParams } from "@/components/tables";

/** The worklist that someone came from, if the address says one of ours. */
export function cameFrom(params: AddressParams): string {
  const { from } = params;
  return typeof from === "string" && /^\/areas\/[\w/-]*worklist(?:\?[\w=&%.+-]*)?$/.test(from)
    ? from
    : "/areas/worklist";
}

import { readTableAddress, type AddressParams, type TableAddress } from "@/components/tables";
import type { ProvidersWanted } from "@/lib/records/provider-filters";
import { providerColumns } from "./columns";

/** The filters by their name in the address. */
export const filterNames = [
  ...(["search", "parent", "ownership", "region", "council", "subIcb", "type", "compliance", "updated"] as const),
];

const columns = providerColumns(false, new Date(0));

/** What an address asks of the list, and where its table stands. Anything that it does not know is ignored. */
export function providersAsked(params: AddressParams): { wanted: ProvidersWanted; place: TableAddress } {
  const place = readTableAddress(params, columns, { sort: { by: "name", direction: "ascending" } });
  const text = (name: string) => [params[name] ?? ""].flat()[0]?.trim().slice(0, 100) ?? "";
  const filters = Object.fromEntries(filterNames.map((name) => [name, text(name)])) as Record<
    (typeof filterNames)[number],
    string
  >;
  const { page, size, sort } = place;
  return { wanted: { ...filters, by: sort.by, descending: sort.direction === "descending", page, size }, place };
}

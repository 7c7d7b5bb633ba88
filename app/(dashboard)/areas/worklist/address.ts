import { readTableAddress, type AddressParams, type TableAddress } from "@/components/tables";
import { isWorklistReason } from "@/lib/reports/worklist/reasons";
import type { WorklistWanted } from "@/lib/reports/worklist/worklist";
import { listColumns } from "./columns";

/** The filters of a worklist and the state of its table, from the address. */
export function worklistOf(params: AddressParams): { wanted: WorklistWanted; place: TableAddress } {
  const place = readTableAddress(params, listColumns, { sort: { by: "pressing", direction: "descending" } });
  const { search, reason, assigned } = params;
  const wanted: WorklistWanted = {
    search: typeof search === "string" ? search.trim().slice(0, 100) : "",
    reason: typeof reason === "string" && isWorklistReason(reason) ? reason : "all",
    assigned: typeof assigned === "string" && /^(?:me|nobody|[1-9]\d{0,8})$/.test(assigned) ? assigned : "all",
    by: place.sort.by,
    descending: place.sort.direction === "descending",
    page: place.page,
    size: place.size,
  };
  return { wanted, place };
}

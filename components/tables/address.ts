import type { Sort } from "@/components/ui";

/** What the address of a page says after its "?", as Next hands it over. */
export type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** The same page with some of its parameters changed; null or "" takes one away. Any change but of the page starts at page 1. */
export function addressWith(
  path: string,
  params: AddressParams,
  changes: Record<string, string | string[] | number | null>,
) {
  const next = new URLSearchParams();
  const merged: Record<string, string | string[] | number | null | undefined> = {
    ...params,
    ...("page" in changes ? {} : { page: null }),
    ...changes,
  };
  for (const [name, value] of Object.entries(merged))
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== "") next.append(name, String(one));
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}

/** A number in an address, or null. */
export const idOf = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

/** The state of a table: its order, page, page size and hidden columns. */
export interface TableAddress {
  sort: Sort;
  page: number;
  size: number;
  hidden: string[];
}

export const PAGE_SIZES = [25, 50, 100] as const;

/** Reads a table's place from the address; whatever is not one of the columns, or not a number, is ignored. */
export function readTableAddress(
  params: AddressParams,
  columns: readonly { key: string; sort?: boolean | "date" | "pressing" | undefined }[],
  standard: { sort: Sort; size?: number },
): TableAddress {
  const by = first(params.sort);
  const sortable = columns.some((column) => column.sort && column.key === by);
  const direction = first(params.direction) === "descending" ? "descending" : "ascending";
  const size = Number(first(params.size));
  return {
    sort: sortable && by ? { by, direction } : standard.sort,
    page: Math.min(Math.max(1, Math.trunc(Number(first(params.page))) || 1), 100_000),
    size: (PAGE_SIZES as readonly number[]).includes(size) ? size : (standard.size ?? PAGE_SIZES[0]),
    hidden: [params.hide ?? []].flat().filter((key) => columns.some((column) => column.key === key)),
  };
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

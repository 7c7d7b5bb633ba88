import { createTable, getCoreRowModel, type Table } from "@tanstack/react-table";
import type { Column, Sort } from "@/components/ui";
import type { TableAddress } from "./address";

interface Listed<Row> {
  columns: readonly Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  place: TableAddress;
  /** How many rows there are on all pages. */
  total: number;
}

/**
 * TanStack's table without its hook: which columns are shown, how each is sorted next and how many pages there are,
 * worked out from the address. So it is drawn on the server and needs no JavaScript. The database sorts and pages.
 */
export function headlessTable<Row>({ columns, rows, rowKey, place, total }: Listed<Row>): Table<Row> {
  const table = createTable<Row>({
    data: rows,
    columns: columns.map(({ key, heading, sort, numeric }, nth) => ({
      id: key,
      header: heading,
      accessorFn: () => null,
      enableSorting: Boolean(sort),
      sortDescFirst: numeric === true || sort === "date" || sort === "pressing",
      enableHiding: nth > 0,
    })),
    getRowId: rowKey,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    manualPagination: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    rowCount: total,
    state: {},
    onStateChange: () => undefined,
    renderFallbackValue: null,
  });
  table.setOptions((options) => ({ ...options, state: { ...table.initialState, ...stateOf(place) } }));
  return table;
}

const stateOf = ({ sort, page, size, hidden }: TableAddress) => ({
  sorting: [{ id: sort.by, desc: sort.direction === "descending" }],
  pagination: { pageIndex: page - 1, pageSize: size },
  columnVisibility: Object.fromEntries(hidden.map((key) => [key, false])),
});

/** How a press of a column's heading sorts. */
export const nextSort = <Row>(table: Table<Row>, key: string): Sort => ({
  by: key,
  direction: table.getColumn(key)?.getNextSortingOrder() === "desc" ? "descending" : "ascending",
});

/** The columns left out once one more is hidden, or shown again. */
export const hiddenAfter = <Row>(table: Table<Row>, key: string): string[] =>
  table
    .getAllLeafColumns()
    .filter(({ id, getIsVisible }) => (id === key ? getIsVisible() : !getIsVisible()))
    .map(({ id }) => id);

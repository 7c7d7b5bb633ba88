import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { FilterTags, Pagination, Table, type Column } from "@/components/ui";
import { inSentence } from "@/lib/format";
import { addressWith, PAGE_SIZES, type AddressParams, type TableAddress } from "./address";
import { headlessTable, hiddenAfter, nextSort } from "./headless-table";

/**
 * A long list of which one page is shown, in an order the database made. All of it is held by the address: order, page,
 * page size, columns, filters; so it can be bookmarked, sent to a colleague, and works without JavaScript.
 */
export function ListTable<Row>(props: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** How many rows there are on all pages. */
  total: number;
  path: string;
  params: AddressParams;
  place: TableAddress;
  /** What the rows are: ["location", "locations"]. */
  of: [one: string, many: string];
  /** Filters that are on, each with the parameters that take it away. */
  filters?: { label: string; without: Record<string, null | string | string[]> }[] | undefined;
  exports?: { label: string; href: string }[] | undefined;
  empty?: ReactNode;
  /** The foot of a column: its total over all pages. */
  foot?: Readonly<Record<string, ReactNode>> | undefined;
  /** Lets people leave out columns. */
  chooser?: boolean | undefined;
  /** Has more columns than a page is wide: moves within the page, and is then called this to a screen reader. */
  movesAs?: string | undefined;
}) {
  const { path, params, place, total, filters = [] } = props;
  const to = (changes: Parameters<typeof addressWith>[2]) => addressWith(path, params, changes);
  const table = headlessTable({ ...props, place, total });
  const shown = props.columns.filter(({ key }) => table.getColumn(key)?.getIsVisible());
  const pages = Math.max(1, table.getPageCount());
  const start = (place.page - 1) * place.size;
  return (
    <>
      <FilterTags
        tags={filters.map(({ label, without }) => ({ label, removeHref: to(without) }))}
        clearHref={
          filters.length > 1
            ? to(Object.fromEntries(filters.flatMap(({ without }) => Object.entries(without))))
            : undefined
        }
      />
      <div className="ct-table-bar">
        <p role="status">{countInWords(total, start, props.rows.length, props.of)}</p>
        {props.exports && total > 0 && (
          <ul className="ct-table-bar__links">
            {props.exports.map((file) => (
              <li key={file.href}>
                <a href={file.href}>{file.label}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Table
        caption={props.caption}
        columns={shown}
        rows={table.getRowModel().rows.map(({ original }) => original)}
        rowKey={props.rowKey}
        sort={place.sort}
        nextSort={({ key }) => {
          const sort = nextSort(table, key);
          return { ...sort, href: to({ sort: sort.by, direction: sort.direction }) };
        }}
        empty={props.empty}
        movesAs={props.movesAs}
        foot={props.foot && shown.map(({ key }) => props.foot?.[key] ?? null)}
      />
      <Pagination page={place.page} pages={pages} hrefOf={(page) => to({ page: page === 1 ? null : page })} />
      {total > PAGE_SIZES[0] && (
        <div className="ct-table-bar">
          <ul className="ct-table-bar__links" aria-label="Rows on a page">
            {PAGE_SIZES.map((size) => (
              <li key={size}>
                {size === place.size ? (
                  <strong aria-current="true">{size} a page</strong>
                ) : (
                  <Link href={to({ size })} scroll={false}>
                    {size} a page
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {props.chooser && props.columns.length > 1 && (
        <details className="nhsuk-details ct-no-print">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Choose columns</span>
          </summary>
          <ul className="nhsuk-details__text nhsuk-list">
            {props.columns
              .filter(({ key }) => table.getColumn(key)?.getCanHide())
              .map(({ key, heading }) => (
                <li key={key}>
                  <Link
                    href={to({ hide: hiddenAfter(table, key), page: place.page === 1 ? null : place.page })}
                    scroll={false}
                  >
                    {place.hidden.includes(key) ? "Show" : "Hide"} {inSentence(heading)}
                  </Link>
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** "Showing 26 to 50 of 1,204 locations", "3 locations", "No locations". */
export function countInWords(total: number, start: number, shown: number, [one, many]: [string, string]) {
  if (total === 0) return `No ${many}`;
  if (shown === total) return `${total.toLocaleString("en-GB")} ${total === 1 ? one : many}`;
  const number = (count: number) => count.toLocaleString("en-GB");
  return `Showing ${number(start + 1)} to ${number(start + shown)} of ${number(total)} ${many}`;
}

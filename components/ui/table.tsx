import type { ReactNode } from "react";
import { Link } from "./link";
import { inSentence } from "@/lib/format";

/** A column: its heading and how it draws a row. The first column is the row's name unless another says `rowHeader`. */
export interface Column<Row> {
  key: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean | undefined;
  rowHeader?: boolean | undefined;
  /** May be sorted by; a date, or how pressing something is, says so: their order has other words than a name's. */
  sort?: boolean | "date" | "pressing" | undefined;
  /** Left out of the card on a phone. */
  hideOnPhone?: boolean | undefined;
}

export interface Sort {
  by: string;
  direction: "ascending" | "descending";
}

/** The order that a press of a heading leads to, and its address. */
export interface NextSort extends Sort {
  href: string;
}

/**
 * The design system's responsive table: on a phone each row becomes a card whose lines carry the column's heading.
 * `nextSort` says how a press of a column's heading sorts, and its address; the present order is said in words under
 * the caption.
 */
export function Table<Row>(props: {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  captionSize?: "s" | "m" | "l" | undefined;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  sort?: Sort | undefined;
  nextSort?: ((column: Column<Row>) => NextSort) | undefined;
  foot?: ReactNode[] | undefined;
  compact?: boolean | undefined;
  empty?: ReactNode | undefined;
  /** Has more columns than a page is wide: moves within the page, and is then called this to a screen reader. */
  movesAs?: string | undefined;
}) {
  const { columns, rows, sort, nextSort } = props;
  if (rows.length === 0 && props.empty) return <>{props.empty}</>;
  const header = columns.find((column) => column.rowHeader)?.key ?? columns[0]?.key;
  return (
    <div
      className={`ct-table${props.movesAs ? " ct-table--moves" : ""}`}
      {...(props.movesAs && { role: "region", "aria-label": props.movesAs, tabIndex: 0 })}
    >
      <table
        role="table"
        className={`nhsuk-table nhsuk-table--responsive${props.compact ? " nhsuk-table--compact" : ""}`}
      >
        <caption
          className={`nhsuk-table__caption nhsuk-table__caption--${props.captionSize ?? "s"}${props.captionHidden ? " nhsuk-u-visually-hidden" : ""}`}
        >
          {props.caption}
          {sort && <span className="ct-table__order">{orderInWords(columns, sort)}</span>}
        </caption>
        <thead role="rowgroup" className="nhsuk-table__head">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={`nhsuk-table__header${column.numeric ? " nhsuk-table__header--numeric" : ""}`}
                aria-sort={sort?.by === column.key ? sort.direction : undefined}
                data-sort={column.sort && nextSort ? (sort?.by === column.key ? sort.direction : "none") : undefined}
              >
                {column.sort && nextSort ? (
                  <SortLink heading={column.heading} next={nextSort(column)} />
                ) : (
                  column.heading
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {rows.map((row) => (
            <tr role="row" className="nhsuk-table__row" key={props.rowKey(row)}>
              {columns.map((column) => {
                const Cell = column.key === header ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    role={column.key === header ? "rowheader" : "cell"}
                    scope={column.key === header ? "row" : undefined}
                    className={`${column.key === header ? "nhsuk-table__header" : "nhsuk-table__cell"}${column.numeric ? " nhsuk-table__cell--numeric" : ""}${column.hideOnPhone ? " ct-table__wide-only" : ""}`}
                  >
                    <span className="nhsuk-table__heading" aria-hidden="true">
                      {column.heading}{" "}
                    </span>
                    <span className="ct-table__value">{column.cell(row)}</span>
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
        {props.foot && (
          <tfoot className="nhsuk-table__body ct-table__foot">
            <tr role="row" className="nhsuk-table__row">
              {columns.map((column, at) => (
                <td
                  role="cell"
                  key={column.key}
                  className={`nhsuk-table__cell${column.numeric ? " nhsuk-table__cell--numeric" : ""}${column.hideOnPhone || isBlank(props.foot?.[at]) ? " ct-table__wide-only" : ""}`}
                >
                  <span className="nhsuk-table__heading" aria-hidden="true">
                    {at === 0 ? "" : column.heading}{" "}
                  </span>
                  <span className="ct-table__value">{props.foot?.[at]}</span>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

const isBlank = (cell: ReactNode) => cell === null || cell === undefined || cell === "";

/** "Sorted by location, A to Z" or, for figures, "Sorted by occupied, highest first"; nothing of a list in one fixed order. */
export function orderInWords(columns: Pick<Column<never>, "key" | "heading" | "numeric" | "sort">[], sort: Sort) {
  const column = columns.find(({ key }) => key === sort.by);
  if (!column?.sort) return "";
  const [ascending, descending] = column.numeric
    ? ["lowest first", "highest first"]
    : column.sort === "date"
      ? ["earliest first", "latest first"]
      : column.sort === "pressing"
        ? ["least pressing first", "most pressing first"]
        : ["A to Z", "Z to A"];
  return `Sorted by ${inSentence(column.heading)}, ${sort.direction === "ascending" ? ascending : descending}`;
}

function SortLink({ heading, next: { href, direction } }: { heading: string; next: NextSort }) {
  return (
    <Link className="nhsuk-link" href={href} scroll={false}>
      {heading}
      <span className="nhsuk-u-visually-hidden">{`, sort ${direction}`}</span>
    </Link>
  );
}

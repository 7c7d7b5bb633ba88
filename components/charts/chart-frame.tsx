import type { ReactNode } from "react";
import { Details, Table, type Column } from "@/components/ui";

/** What every chart takes. The title says what it shows: "Occupancy rose in 9 of 14 areas". */
export interface ChartProps {
  id: string;
  title: string;
  /** What is measured, of what, when: also read out as the chart's description. */
  description: string;
  /** A figure in words; two decimals at most where it is left out. */
  format?: ((value: number) => string) | undefined;
  /** Where its figures can be downloaded. */
  downloadHref?: string | undefined;
  /** The same as files of several kinds, each named by its kind. */
  downloads?: { label: string; href: string }[] | undefined;
  /** Its heading's level: "h2" if it comes right below the page's heading. */
  heading?: "h2" | "h3" | "h4" | undefined;
}

export interface ChartLayout {
  kind: "wide" | "narrow";
  width: number;
}

export const WIDE: ChartLayout = { kind: "wide", width: 720 };
const NARROW: ChartLayout = { kind: "narrow", width: 343 };

export const plainNumber = (value: number) => value.toLocaleString("en-GB", { maximumFractionDigits: 2 });

/** A chart in full: what it says, how it is drawn, and the table of its figures. */
export interface ChartSpec extends ChartProps {
  draw: (layout: ChartLayout) => { height: number; marks: ReactNode };
  legend?: ReactNode;
  columns: Column<ChartRow>[];
  rows: ChartRow[];
  rowKey: (row: ChartRow) => string;
}

/** One row of a chart's table: what it is known by, and its cells. */
export type ChartRow = readonly [key: string, ...cells: ReactNode[]];

/** The title, the drawing for a wide screen and for a phone, and under them the same figures as a table. */
export function ChartFrame<Row>(
  props: ChartProps & {
    draw: (layout: ChartLayout) => { height: number; marks: ReactNode };
    legend?: ReactNode;
    columns: Column<Row>[];
    rows: Row[];
    rowKey: (row: Row) => string;
  },
) {
  const Heading = props.heading ?? "h2";
  return (
    <figure className="ct-chart" aria-labelledby={`${props.id}-title`}>
      <Heading className="ct-chart__title" id={`${props.id}-title`}>
        {props.title}
      </Heading>
      <p className="ct-chart__description">{props.description}</p>
      {props.legend}
      {[WIDE, NARROW].map((layout) => {
        const { height, marks } = props.draw(layout);
        const id = `${props.id}-${layout.kind}`;
        return (
          <svg
            key={layout.kind}
            className={`ct-chart__${layout.kind}`}
            viewBox={`0 0 ${layout.width} ${height}`}
            width={layout.width}
            height={height}
            role="img"
            aria-labelledby={`${id}-title ${id}-desc`}
          >
            <title id={`${id}-title`}>{props.title}</title>
            <desc id={`${id}-desc`}>{`${props.description} The figures are in the table below.`}</desc>
            {marks}
          </svg>
        );
      })}
      <Details summary="See these figures as a table">
        <Table caption={props.title} columns={props.columns} rows={props.rows} rowKey={props.rowKey} compact />
        {props.downloads && (
          <ul className="nhsuk-list ct-no-print">
            {props.downloads.map(({ label, href }) => (
              <li key={label}>
                <a href={href} download>
                  Download as {label}
                  <span className="nhsuk-u-visually-hidden">: {props.title}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {props.downloadHref && (
          <p className="ct-no-print">
            <a href={props.downloadHref} download>
              Download these figures
            </a>
          </p>
        )}
      </Details>
    </figure>
  );
}

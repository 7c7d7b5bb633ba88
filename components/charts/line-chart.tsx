import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import {
  ChartFrame,
  plainNumber,
  type ChartLayout,
  type ChartProps,
  type ChartRow,
  type ChartSpec,
} from "./chart-frame";

export interface Series {
  label: string;
  /** One figure for each place along the axis; null leaves a gap. */
  values: (number | null)[];
  /** Where there is no figure, why, in words. */
  unknown?: (string | undefined)[] | undefined;
  /** Drawn in grey behind the others: something to compare with. */
  quiet?: boolean | undefined;
}

interface LineChartProps extends ChartProps {
  axis: string[];
  axisLabel?: string | undefined;
  series: Series[];
  from?: number | undefined;
  to?: number | undefined;
}

/**
 * Change over time, at most four lines besides the grey ones. `from` and `to` set the axis; it starts at nought when
 * `from` is left out.
 */
export const LineChart = (props: LineChartProps) => <ChartFrame {...lineChart(props)} />;

/** The same, to be drawn on a page or into a file. */
export function lineChart({ axis, axisLabel, series, from, to, ...props }: LineChartProps): ChartSpec {
  const format = props.format ?? plainNumber;
  return {
    ...props,
    draw: (layout) => drawLines(layout, axis, series, format, from ?? 0, to),
    legend: series.length > 1 ? <Legend series={series} /> : undefined,
    columns: [
      { key: "axis", heading: axisLabel ?? "Month", cell: ([label]) => label },
      ...series.map((one, at) => ({
        key: one.label,
        heading: one.label,
        numeric: true,
        cell: (row: ChartRow) => row[at + 1],
      })),
    ],
    rows: axis.map((label, at) => [label, ...series.map((one) => inWords(one, at, format))]),
    rowKey: ([label]) => label,
  };
}

/** The lines' names, for a phone, where there is no room beside them. */
function Legend({ series }: { series: Series[] }) {
  return (
    <ul className="ct-chart__legend" aria-label="Lines">
      {series.map((one, at) => (
        <li key={one.label} className={colourOf(series, at)}>
          <span aria-hidden="true">━ </span>
          <span className="ct-chart__legend-name">{one.label}</span>
        </li>
      ))}
    </ul>
  );
}

function drawLines(
  layout: ChartLayout,
  axis: string[],
  series: Series[],
  format: (n: number) => string,
  from: number,
  to: number | undefined,
) {
  const wide = layout.kind === "wide";
  const height = wide ? 300 : 240;
  const left = 56;
  const right = wide && series.length > 0 ? 150 : 16;
  const figures = series.flatMap((one) => one.values).filter((value) => value !== null);
  const top = to ?? Math.max(from + 1, ...figures);
  const x = scalePoint<number>(
    axis.map((_, at) => at),
    [left, layout.width - right],
  );
  const y = scaleLinear([from, top], [height - 34, 16]).nice(4);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at) ?? 0)
    .y((value) => y(value ?? 0));
  const every = Math.max(1, Math.ceil(axis.length / (wide ? 8 : 4)));
  const last = axis.length - 1;
  const named = apart(
    series.map((one, at) => ({ at, y: y(one.values.findLast((value) => value !== null) ?? from) })),
    18,
  );
  return {
    height,
    marks: (
      <>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              className={tick === y.domain()[0] ? "ct-chart__base" : "ct-chart__grid"}
              x1={left}
              x2={layout.width - right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className="ct-chart__axis" x={left - 8} y={y(tick) + 5} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {axis.map((label, at) =>
          (last - at) % every === 0 ? (
            <text
              key={at}
              className="ct-chart__axis"
              x={x(at)}
              y={height - 10}
              textAnchor={at === last && !wide ? "end" : at === 0 && !wide ? "start" : "middle"}
            >
              {label}
            </text>
          ) : null,
        )}
        {drawingOrder(series).map((at) => {
          const values = series[at]?.values ?? [];
          const end = values.findLastIndex((value) => value !== null);
          return (
            <g key={series[at]?.label} className={colourOf(series, at)}>
              <path d={path(values) ?? ""} fill="none" stroke="currentColor" strokeWidth={series[at]?.quiet ? 2 : 3} />
              {end >= 0 && <circle cx={x(end)} cy={y(values[end] ?? 0)} r="4" fill="currentColor" />}
            </g>
          );
        })}
        {wide &&
          named.map(({ at, y: place }) => (
            <text key={series[at]?.label} className="ct-chart__label" x={layout.width - right + 12} y={place + 5}>
              {shortened(series[at]?.label ?? "", 17)}
            </text>
          ))}
      </>
    ),
  };
}

/** Quiet lines first, so that they lie behind. */
const drawingOrder = (series: Series[]) =>
  series
    .map((_, at) => at)
    .sort((one, other) => Number(series[other]?.quiet ?? false) - Number(series[one]?.quiet ?? false));

/** The colour of a line: one of four in their order; two lines take the first and the fourth. */
function colourOf(series: Series[], at: number) {
  if (series[at]?.quiet) return "ct-colour-rest";
  const loud = series.filter((one) => !one.quiet);
  const place = loud.indexOf(series[at] as Series);
  return `ct-colour-${loud.length === 2 && place === 1 ? 4 : (place % 4) + 1}`;
}

/** Moves labels apart so that none lies on another. */
function apart(labels: { at: number; y: number }[], gap: number) {
  let free = -Infinity;
  return [...labels]
    .sort((one, other) => one.y - other.y)
    .map((label) => {
      free = Math.max(label.y, free + gap);
      return { ...label, y: free };
    });
}

const shortened = (label: string, most: number) => (label.length > most ? `${label.slice(0, most - 1)}…` : label);

function inWords({ values, unknown }: Series, at: number, format: (n: number) => string) {
  const value = values[at];
  return value === null || value === undefined ? (unknown?.[at] ?? "No figure") : format(value);
}

import { scaleLinear } from "d3-scale";
import { type ChartLayout, type ChartProps, plainNumber } from "./chart-frame";

/** How many locations have a value from one bound up to the next. */
export interface HistogramBand {
  from: number;
  to: number;
  count: number;
}

/** Draws a distribution as columns beside each other, with the median and the quartiles marked and named. */
export function drawHistogram(
  layout: ChartLayout,
  bands: readonly HistogramBand[],
  marks: readonly { label: string; value: number }[],
  format: NonNullable<ChartProps["format"]>,
) {
  const wide = layout.kind === "wide";
  const height = wide ? 320 : 280;
  const [left, top, bottom, right] = [48, 58, 34, layout.width - 34];
  const x = scaleLinear([bands[0]?.from ?? 0, bands.at(-1)?.to ?? 1], [left, right]);
  const y = scaleLinear([0, Math.max(1, ...bands.map(({ count }) => count))], [height - bottom, top]).nice(4);
  return {
    height,
    marks: (
      <>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line className="ct-chart__grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
              <text className="ct-chart__axis" x={left - 8} y={y(tick) + 5} textAnchor="end">
                {plainNumber(tick)}
              </text>
            </g>
          ))}
        {bands.map(({ from, to, count }) => (
          <rect
            key={from}
            className="ct-colour-1"
            x={x(from) + 1}
            y={y(count)}
            width={Math.max(1, x(to) - x(from) - 2)}
            height={Math.max(0, y(0) - y(count))}
            fill="currentColor"
          />
        ))}
        {x.ticks(wide ? 8 : 4).map((tick) => (
          <text key={tick} className="ct-chart__axis" x={x(tick)} y={height - 10} textAnchor="middle">
            {format(tick)}
          </text>
        ))}
        {marks.map(({ label, value }, nth) => (
          <g key={label} className="ct-colour-4">
            <line x1={x(value)} x2={x(value)} y1={14 + nth * 16} y2={y(0)} stroke="currentColor" strokeWidth="2" />
            <text
              className="ct-chart__label"
              x={x(value) + (x(value) > layout.width / 2 ? -6 : 6)}
              y={14 + nth * 16}
              textAnchor={x(value) > layout.width / 2 ? "end" : "start"}
            >
              {`${label} ${format(value)}`}
            </text>
          </g>
        ))}
      </>
    ),
  };
}

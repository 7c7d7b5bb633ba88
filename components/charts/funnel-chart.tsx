import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { type ChartLayout, type ChartProps, plainNumber } from "./chart-frame";

export interface FunnelPoint {
  label: string;
  size: number;
  value: number;
  /** Beyond the outer limits: stands out and is named. */
  outside: boolean;
}

/** A limit of the funnel at a size: the lower and upper share. */
export type FunnelLimit = (size: number) => [lower: number, upper: number];

/** Draws areas of different size by their share, with the overall share and the limits that chance explains. */
export function drawFunnel(
  layout: ChartLayout,
  points: readonly FunnelPoint[],
  overall: number,
  limits: readonly { label: string; at: FunnelLimit }[],
  format: NonNullable<ChartProps["format"]>,
) {
  const wide = layout.kind === "wide";
  const height = wide ? 380 : 300;
  const [left, right, bottom] = [56, wide ? 90 : 16, 46];
  const largest = Math.max(1, ...points.map(({ size }) => size));
  const values = points.map(({ value }) => value);
  const x = scaleLinear([0, largest * 1.05], [left, layout.width - right]);
  const y = scaleLinear([Math.min(overall, ...values), Math.max(overall, ...values)], [height - bottom, 16]).nice(4);
  const [low = 0, high = 1] = y.domain();
  const within = (value: number) => Math.min(high, Math.max(low, value));
  const sizes = Array.from({ length: 60 }, (_, nth) => (largest * 1.05 * (nth + 0.5)) / 60);
  const curve = (of: (size: number) => number) =>
    line<number>()
      .x((size) => x(size))
      .y((size) => y(within(of(size))))(sizes) ?? "";
  return {
    height,
    marks: (
      <>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line className="ct-chart__grid" x1={left} x2={layout.width - right} y1={y(tick)} y2={y(tick)} />
            <text className="ct-chart__axis" x={left - 8} y={y(tick) + 5} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {x.ticks(wide ? 6 : 3).map((tick) => (
          <text key={tick} className="ct-chart__axis" x={x(tick)} y={height - 22} textAnchor="middle">
            {plainNumber(tick)}
          </text>
        ))}
        <line className="ct-chart__base" x1={left} x2={layout.width - right} y1={y(overall)} y2={y(overall)} />
        {wide && (
          <text className="ct-chart__label" x={layout.width - right + 6} y={y(overall) + 5}>
            {format(overall)}
          </text>
        )}
        {limits.map(({ label, at }, nth) => (
          <g key={label}>
            <path
              className="ct-chart__limit"
              d={curve((size) => at(size)[0])}
              strokeDasharray={nth === 0 ? "4 4" : undefined}
            />
            <path
              className="ct-chart__limit"
              d={curve((size) => at(size)[1])}
              strokeDasharray={nth === 0 ? "4 4" : undefined}
            />
            {wide && (
              <text
                className="ct-chart__axis"
                x={layout.width - right + 6}
                y={y(within(at(largest)[1])) - nth * 14 - 4}
              >
                {label}
              </text>
            )}
          </g>
        ))}
        {points.map(({ label, size, value, outside }) => (
          <g key={label} className={outside ? "ct-colour-4" : "ct-colour-1"}>
            <title>{`${label}: ${format(value)}`}</title>
            {outside ? (
              <path d={`M${x(size)} ${y(value) - 7}l7 7l-7 7l-7 -7z`} fill="currentColor" />
            ) : (
              <circle cx={x(size)} cy={y(value)} r="4.5" fill="currentColor" />
            )}
          </g>
        ))}
        {named(points, x, y).map(({ label, at, from }) => (
          <text
            key={label}
            className="ct-chart__label"
            x={from + (from > layout.width / 2 ? -11 : 11)}
            y={at + 5}
            textAnchor={from > layout.width / 2 ? "end" : "start"}
          >
            {label.length > 26 ? `${label.slice(0, 25)}…` : label}
          </text>
        ))}
      </>
    ),
  };
}

/** The names of those outside, except where one would lie on another. */
function named(points: readonly FunnelPoint[], x: (n: number) => number, y: (n: number) => number) {
  const kept: { label: string; at: number; from: number }[] = [];
  for (const { label, size, value } of points.filter(({ outside }) => outside)) {
    const [at, from] = [y(value), x(size)];
    if (kept.every((other) => Math.abs(other.at - at) > 15 || Math.abs(other.from - from) > 180))
      kept.push({ label, at, from });
  }
  return kept.slice(0, 12);
}

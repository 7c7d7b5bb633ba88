import { Link } from "@/components/ui/link";
import { scaleLinear } from "d3-scale";
import { ChartFrame, plainNumber, type ChartLayout, type ChartProps, type ChartSpec } from "./chart-frame";

export interface Bar {
  label: string;
  /** null: there is no figure, which is not nought. */
  value: number | null;
  /** Why there is none, in words: "Not reported". */
  unknown?: string | undefined;
  /** Stands out; the others are then grey. */
  highlight?: boolean | undefined;
  href?: string | undefined;
}

interface BarChartProps extends ChartProps {
  bars: Bar[];
  barLabel?: string | undefined;
  valueLabel?: string | undefined;
  to?: number | undefined;
}

/** A ranking: one bar each, in the order given, with its figure beside it. `to` sets the end of the axis. */
export const BarChart = (props: BarChartProps) => <ChartFrame {...barChart(props)} />;

/** The same, to be drawn on a page or into a file. */
export function barChart({ bars, barLabel, valueLabel, to, ...props }: BarChartProps): ChartSpec {
  const format = props.format ?? plainNumber;
  return {
    ...props,
    draw: (layout) => drawBars(layout, bars, format, to),
    columns: [
      { key: "bar", heading: barLabel ?? "Area", cell: (row) => row[1] },
      { key: "value", heading: valueLabel ?? "Figure", numeric: true, cell: (row) => row[2] },
    ],
    rows: bars.map((bar) => [
      bar.label,
      bar.href ? <Link href={bar.href}>{bar.label}</Link> : bar.label,
      bar.value === null ? (bar.unknown ?? "No figure") : format(bar.value),
    ]),
    rowKey: ([label]) => label,
  };
}

function drawBars(layout: ChartLayout, bars: Bar[], format: (n: number) => string, to: number | undefined) {
  const wide = layout.kind === "wide";
  const row = wide ? 32 : 48;
  const left = wide ? 220 : 0;
  const x = scaleLinear([0, to ?? Math.max(1, ...bars.map((bar) => bar.value ?? 0))], [left, layout.width - 72]);
  const some = bars.some((bar) => bar.highlight);
  return {
    height: bars.length * row + 8,
    marks: bars.map((bar, at) => {
      const y = at * row + 4;
      const barTop = wide ? y + 4 : y + 20;
      const end = bar.value === null ? left : x(bar.value);
      return (
        <g key={bar.label} className={some && !bar.highlight ? "ct-colour-rest" : "ct-colour-1"}>
          <text x={wide ? left - 12 : 0} y={wide ? y + 21 : y + 14} textAnchor={wide ? "end" : "start"}>
            {bar.label.length > (wide ? 28 : 44) ? `${bar.label.slice(0, wide ? 27 : 43)}…` : bar.label}
          </text>
          <rect x={left} y={barTop} width={Math.max(0, end - left)} height={wide ? 24 : 20} fill="currentColor" />
          <text className="ct-chart__label" x={end + 8} y={barTop + (wide ? 17 : 15)}>
            {bar.value === null ? (bar.unknown ?? "No figure") : format(bar.value)}
          </text>
        </g>
      );
    }),
  };
}

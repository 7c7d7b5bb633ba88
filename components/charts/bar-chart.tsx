import Link from "next/link";
import { scaleLinear } from "d3-scale";
import { ChartFrame, plainNumber, type ChartProps, type ChartLayout } from "./chart-frame";

export interface Bar {
  label: string;
  /** null: there is no figure, which is not nought. */
  value: number | null;
  /** Stands out; the others are then grey. */
  highlight?: boolean | undefined;
  href?: string | undefined;
}

/** A ranking: one bar each, in the order given, with its figure beside it. `to` sets the end of the axis. */
export function BarChart(
  props: ChartProps & {
    bars: Bar[];
    barLabel?: string | undefined;
    valueLabel?: string | undefined;
    to?: number | undefined;
  },
) {
  const { bars, format = plainNumber } = props;
  return (
    <ChartFrame
      {...props}
      draw={(layout) => drawBars(layout, bars, format, props.to)}
      columns={[
        {
          key: "bar",
          heading: props.barLabel ?? "Area",
          cell: (bar) => (bar.href ? <Link href={bar.href}>{bar.label}</Link> : bar.label),
        },
        {
          key: "value",
          heading: props.valueLabel ?? "Figure",
          numeric: true,
          cell: (bar) => (bar.value === null ? "No figure" : format(bar.value)),
        },
      ]}
      rows={bars}
      rowKey={(bar) => bar.label}
    />
  );
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
            {bar.value === null ? "No figure" : format(bar.value)}
          </text>
        </g>
      );
    }),
  };
}

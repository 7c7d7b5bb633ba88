import type { ReactNode } from "react";
import { type ChartLayout, WIDE } from "./chart-frame";
import { svgText } from "./svg-text";

/** What the page's own style sheet says of a chart, for a file that has no page around it. */
const style = `
  text { fill: #212b32; font: 14px Arial, Helvetica, sans-serif; }
  .ct-chart__axis { fill: #4c6272; } .ct-chart__label { font-weight: 600; } .ct-chart__title { font-size: 18px; font-weight: 600; }
  .ct-chart__grid { stroke: #d8dde0; } .ct-chart__base { stroke: #768692; } .ct-chart__limit { stroke: #4c6272; fill: none; }
  .ct-colour-1 { color: #12436d; } .ct-colour-2 { color: #28a197; } .ct-colour-3 { color: #801650; } .ct-colour-4 { color: #f46a25; }
  .ct-colour-rest { color: #bfbfbf; } .ct-band-1 { fill: #6bace6; } .ct-band-2 { fill: #2073bc; } .ct-band-3 { fill: #12436d; }
  .ct-shape { stroke: #fff; stroke-width: 1; vector-effect: non-scaling-stroke; } .ct-shape--none { fill: #fff; stroke: #768692; }`;

/** A chart as an SVG file of its own: title and description above the drawing, the source under it. */
export function chartFile(chart: {
  title: string;
  description: string;
  source: string;
  draw: (layout: ChartLayout) => { height: number; marks: ReactNode };
}): string {
  const { height, marks } = chart.draw(WIDE);
  const above = 62;
  const whole = above + height + 30;
  return svgText(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDE.width} ${whole}`}
      width={WIDE.width}
      height={whole}
      role="img"
    >
      <title>{chart.title}</title>
      <desc>{chart.description}</desc>
      <style>{style}</style>
      <rect width={WIDE.width} height={whole} fill="#fff" />
      <text className="ct-chart__title" x="0" y="22">
        {chart.title}
      </text>
      <text className="ct-chart__axis" x="0" y="44">
        {chart.description.length > 105 ? `${chart.description.slice(0, 104)}…` : chart.description}
      </text>
      <g transform={`translate(0 ${above})`}>{marks}</g>
      <text className="ct-chart__axis" x="0" y={whole - 8}>
        {chart.source}
      </text>
    </svg>,
  );
}

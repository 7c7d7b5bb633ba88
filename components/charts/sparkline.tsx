import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

/** A line without axes that shows the way a figure went; `label` says it in words. Gaps stay gaps. */
export function Sparkline({ values, label }: { values: (number | null)[]; label: string }) {
  const figures = values.filter((value) => value !== null);
  if (figures.length < 2) return null;
  const x = scaleLinear([0, values.length - 1], [4, 154]);
  const y = scaleLinear([Math.min(...figures), Math.max(...figures)], [28, 4]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => y(value ?? 0));
  const end = values.findLastIndex((value) => value !== null);
  return (
    <svg
      className="ct-sparkline ct-colour-1"
      viewBox="0 0 160 32"
      width="160"
      height="32"
      role="img"
      aria-label={label}
    >
      <path d={path(values) ?? ""} fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx={x(end)} cy={y(values[end] ?? 0)} r="3.5" fill="currentColor" />
    </svg>
  );
}

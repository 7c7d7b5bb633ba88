import { drawHistogram } from "@/components/charts";
import { formatCount, formatNumber } from "@/lib/format";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { middleInUnit } from "@/lib/reports/reading";
import { type Picture, about } from "./picture";

/** How a measure spreads over locations, with the median and the quartiles. */
export function spread(shown: MeasureShown): Picture | null {
  const { measure, distribution: one } = shown;
  if (!one) return null;
  const words = (value: number) => middleInUnit(value, measure.unit);
  return {
    key: "distribution",
    spec: {
      id: "distribution",
      title: `Half of locations lie between ${words(one.lower)} and ${words(one.upper)}`,
      description: `${about(shown)} ${formatCount("location", one.locations)}, each counting as one: the median is ${words(one.median)}, the mean ${words(one.mean)}.`,
      draw: (layout) =>
        drawHistogram(
          layout,
          one.bands,
          [
            { label: "Lower quartile", value: one.lower },
            { label: "Median", value: one.median },
            { label: "Upper quartile", value: one.upper },
          ],
          words,
        ),
      columns: [
        { key: "from", heading: "From", cell: (row) => row[1] },
        { key: "to", heading: "To", cell: (row) => row[2] },
        { key: "count", heading: "Locations", numeric: true, cell: (row) => row[3] },
      ],
      rows: one.bands.map(({ from, to, count }) => [String(from), words(from), words(to), formatNumber(count)]),
      rowKey: ([from]) => from,
    },
    file: { headings: ["From", "To", "Locations"], rows: one.bands.map(({ from, to, count }) => [from, to, count]) },
  };
}

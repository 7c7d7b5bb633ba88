import { drawAreas } from "@/components/charts";
import type { MapShape } from "@/components/map";
import { formatCount } from "@/lib/format";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { readingInWords, inUnit } from "@/lib/reports/reading";
import { type Picture, isKnown, about } from "./picture";
import { rankedAreas, rowOf, rankedHeadings } from "./ranked-areas";

/** The areas within, in thirds, as a map or as tiles. */
export function areaMap(shown: MeasureShown, shapes: readonly MapShape[]): Picture | null {
  const { measure, area, month } = shown;
  const rows = rankedAreas(shown);
  const values = rows.flatMap(({ reading }) => (isKnown(reading) ? [reading.value] : [])).reverse();
  if (values.length < 3) return null;
  const third = (nth: number) => values[Math.floor((values.length * nth) / 3)] ?? 0;
  const bandOf = (value: number) => (value >= third(2) ? 3 : value >= third(1) ? 2 : 1);
  const whole = shown.own.reading(area.id, month, measure);
  const higher = isKnown(whole) ? values.filter((value) => value > whole.value).length : 0;
  const words = (value: number) => inUnit(value, measure.unit);
  const bands = [
    `Lowest third: under ${words(third(1))}`,
    `Middle third: ${words(third(1))} to under ${words(third(2))}`,
    `Highest third: ${words(third(2))} and above`,
  ];
  const byName = rows.toSorted((one, other) => one.area.name.localeCompare(other.area.name));
  return {
    key: "map",
    spec: {
      id: "map",
      title:
        measure.unit === "percent" && isKnown(whole)
          ? `${higher} of ${formatCount("area", values.length)} lie above ${area.name}’s ${words(whole.value)}`
          : `A third of areas have ${words(third(2))} or more`,
      description: `${about(shown)} ${shapes.length > 0 ? "Map" : "One tile for each area, by name and not to scale, because no boundaries have been imported"}; darker is higher.`,
      draw: (layout) =>
        drawAreas(
          layout,
          byName.map(({ area: one, reading }) => ({
            code: one.code,
            name: one.name,
            figure: readingInWords(reading, measure.unit),
            band: isKnown(reading) ? bandOf(reading.value) : null,
          })),
          shapes,
          bands,
        ),
      columns: [
        { key: "area", heading: "Area", cell: (row) => row[0] },
        { key: "figure", heading: measure.label, numeric: true, cell: (row) => row[1] },
      ],
      rows: byName.map((row) => [row.area.name, readingInWords(row.reading, measure.unit)]),
      rowKey: ([name]) => name,
    },
    file: { headings: rankedHeadings, rows: byName.map((row) => rowOf(row, shown)) },
  };
}

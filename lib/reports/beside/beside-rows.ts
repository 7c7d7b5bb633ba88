import { middleAsCell, readingAsCell } from "@/lib/reports/reading";
import type { SideBySide } from "./side-by-side";

/** What the columns of areas side by side are called in a file. */
export const besideHeadings = [
  ...["Window", "Code", "Area", "Measure", "Unit", "Figure", "Numerator", "Denominator"],
  ...["Locations reported", "Locations due", "Mean of locations", "Lower quartile", "Median", "Upper quartile"],
] as const;

type Cell = string | number | null;

/** A row for each area and measure, with the figures of the page; how locations vary stands beside its measure. */
export function besideRows(shown: SideBySide): Cell[][] {
  const { areas, found, measures, spreads, spreadOf, window } = shown;
  const all = [...new Set([...measures, spreadOf])];
  return areas.flatMap((area, at) =>
    all.map((measure): Cell[] => {
      const reading = found.reading(area.id, window.month, measure);
      const { due } = found.reported(area.id, window.month, measure.collection);
      const known = reading.state === "known" ? reading : null;
      const spread = measure.key === spreadOf.key ? spreads[at] : null;
      const middle = (value: number) => middleAsCell(value, measure.unit);
      return [
        ...[window.month, area.code, area.name, measure.label, measure.unit, readingAsCell(reading, measure.unit)],
        ...[known?.numerator ?? null, known?.denominator ?? null, known?.locations ?? null, due],
        ...(spread ? [spread.mean, spread.lower, spread.median, spread.upper].map(middle) : [null, null, null, null]),
      ];
    }),
  );
}

import { barChart } from "@/components/charts";
import { areaHref } from "@/lib/organisations/area-address";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { readingInWords } from "@/lib/reports/reading";
import { type Picture, isKnown, valueOf, about, format } from "./picture";
import { type Ranked, rankedAreas, rowOf, rankedHeadings } from "./ranked-areas";

/** The areas within, highest first, as bars. */
export function ranking(shown: MeasureShown): Picture | null {
  const rows = rankedAreas(shown);
  const known = rows.filter(({ reading }) => isKnown(reading));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2) return null;
  const words = ({ reading }: Ranked) => readingInWords(reading, shown.measure.unit);
  return {
    key: "ranking",
    spec: barChart({
      id: "ranking",
      title: `${first.area.name} is highest with ${words(first)}, ${last.area.name} lowest with ${words(last)}`,
      description: `${about(shown)} Areas within it, highest first.`,
      bars: rows.map(({ area, reading }) => ({
        label: area.name,
        value: valueOf(reading),
        unknown: isKnown(reading) ? undefined : readingInWords(reading, shown.measure.unit),
        href: areaHref(area),
      })),
      valueLabel: shown.measure.label,
      format: format(shown),
    }),
    file: { headings: rankedHeadings, rows: rows.map((row) => rowOf(row, shown)) },
  };
}

import type { Measurement } from "@/lib/reports/reading";
import { areaHref } from "@/lib/organisations/area-address";
import {
  barChart,
  type ChartRow,
  type ChartSpec,
  drawAreas,
  drawFunnel,
  drawHistogram,
  lineChart,
} from "@/components/charts";
import type { MapShape } from "@/components/map";
import { formatCount, formatMonth, formatNumber, formatPercent } from "@/lib/format";
import { funnelLimits, z95, z998 } from "@/lib/reports/intervals";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { inUnit, readingAsCell, readingInWords } from "@/lib/reports/reading";
import type { SeenArea } from "@/lib/reports/owing";

/** A chart of a measure, as it stands on the page and in files of its own. */
export interface Picture {
  key: "trend" | "ranking" | "map" | "funnel" | "distribution";
  spec: ChartSpec;
  file: { headings: string[]; rows: (string | number)[][] };
}

/** The charts that a measure of an area has. Which these are follows from what is known. */
export function picturesOf(shown: MeasureShown, shapes: readonly MapShape[]): Picture[] {
  return [trend(shown), ranking(shown), map(shown, shapes), funnel(shown), spread(shown)].filter((one) => one !== null);
}

type Known = Extract<Measurement, { state: "known" }>;
const isKnown = (reading: Measurement): reading is Known => reading.state === "known";
const valueOf = (reading: Measurement): number | null => (isKnown(reading) ? reading.value : null);

const about = ({ measure, area, month }: MeasureShown) => `${measure.label}, ${area.name}, ${formatMonth(month)}.`;
const format =
  ({ measure }: MeasureShown) =>
  (value: number) =>
    inUnit(value, measure.unit);

/** Both ends of an axis of shares that move little: a line of them need not begin at nought. */
function axisOf({ measure }: MeasureShown, values: (number | null)[]): { from?: number; to?: number } {
  const known = values.filter((value) => value !== null);
  if (measure.unit !== "percent" || known.length === 0) return {};
  const low = Math.floor(Math.min(...known) * 20) / 20;
  const to = Math.min(1, Math.ceil(Math.max(...known) * 20 + 0.2) / 20);
  return low >= 0.2 ? { from: low - 0.05, to } : { to };
}

function trend(shown: MeasureShown): Picture | null {
  const { measure, area, months, above } = shown;
  const lines = [area, ...(above ? [above] : [])].map((one) => ({
    label: one.name,
    readings: months.map((month) => shown.own.reading(one.id, month, measure)),
    quiet: one.id !== area.id,
  }));
  const own = lines[0]?.readings.filter(isKnown) ?? [];
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || own.length < 2) return null;
  const drawn = measure.unit === "percent" ? lines : lines.slice(0, 1);
  const words = ({ value }: Known) => inUnit(value, measure.unit);
  const way = last.value > first.value ? "rose" : last.value < first.value ? "fell" : "stayed";
  return {
    key: "trend",
    spec: lineChart({
      id: "trend",
      title: `${measure.label} ${way === "stayed" ? `stayed at ${words(last)}` : `${way} from ${words(first)} to ${words(last)}`}`,
      description: `${measure.label}, ${area.name}, ${formatMonth(months[0] ?? "")} to ${formatMonth(months.at(-1) ?? "")}, by window. A gap is a window without a figure.`,
      axis: months.map((month) => formatMonth(month).replace(/^(\w{3})\w*/, "$1")),
      series: drawn.map(({ label, readings, quiet }) => ({
        label,
        quiet,
        values: readings.map(valueOf),
        unknown: readings.map((one) => (isKnown(one) ? undefined : readingInWords(one, measure.unit))),
      })),
      format: format(shown),
      ...axisOf(
        shown,
        drawn.flatMap(({ readings }) => readings.map(valueOf)),
      ),
    }),
    file: {
      headings: ["Window", ...drawn.map(({ label }) => label)],
      rows: months.map((month, at) => [
        month,
        ...drawn.map(({ readings }) => readingAsCell(readings[at] ?? { state: "not_reported" }, measure.unit)),
      ]),
    },
  };
}

interface Ranked {
  area: SeenArea;
  reading: Measurement;
}

/** The areas within, highest first; those without a figure stand last. */
export const rankedAreas = ({ ranked, others, month, measure }: MeasureShown): Ranked[] =>
  ranked
    .map((area) => ({ area, reading: others.reading(area.id, month, measure) }))
    .sort((one, other) => (valueOf(other.reading) ?? -Infinity) - (valueOf(one.reading) ?? -Infinity));

const rowOf = ({ area, reading }: Ranked, { measure }: MeasureShown): (string | number)[] => [
  area.code,
  area.name,
  readingAsCell(reading, measure.unit),
  isKnown(reading) ? reading.numerator : "",
  isKnown(reading) && reading.denominator !== null ? reading.denominator : "",
  isKnown(reading) ? reading.locations : "",
];
const headings = ["Code", "Area", "Figure", "Numerator", "Denominator", "Locations reported"];

function ranking(shown: MeasureShown): Picture | null {
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
    file: { headings, rows: rows.map((row) => rowOf(row, shown)) },
  };
}

function map(shown: MeasureShown, shapes: readonly MapShape[]): Picture | null {
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
      description: `${about(shown)} ${shapes.length > 0 ? "Map" : "Tiles, one an area, by name and not to scale: no boundaries have been imported"}; darker is higher.`,
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
    file: { headings, rows: byName.map((row) => rowOf(row, shown)) },
  };
}

function funnel(shown: MeasureShown): Picture | null {
  const { measure } = shown;
  const known = rankedAreas(shown).flatMap(({ area, reading }) =>
    isKnown(reading) && reading.denominator ? [{ area, ...reading, size: reading.denominator }] : [],
  );
  const size = known.reduce((sum, one) => sum + one.size, 0);
  const overall = known.reduce((sum, { numerator }) => sum + numerator, 0) / size;
  if (measure.unit !== "percent" || known.length < 5 || !(overall > 0 && overall < 1)) return null;
  const points = known.map((one) => {
    const [low, high] = funnelLimits(overall, one.size, z998);
    return { ...one, low, high, outside: one.value < low || one.value > high };
  });
  const outside = points.filter((one) => one.outside).length;
  const limit = (z: number) => (at: number) => funnelLimits(overall, at, z);
  return {
    key: "funnel",
    spec: {
      id: "funnel",
      title: `${outside} of ${formatCount("area", points.length)} differ from ${formatPercent(overall)} by more than chance explains`,
      description: `${about(shown)} Each point is an area; further right is larger: ${measure.denominator?.words.toLowerCase() ?? ""}. Outside the solid lines lie 2 in 1,000 by chance, outside the dashed 1 in 20. Diamonds lie outside the solid lines.`,
      draw: (layout) =>
        drawFunnel(
          layout,
          points.map(({ area, size, value, outside }) => ({ label: area.name, size, value, outside })),
          overall,
          [
            { label: "95%", at: limit(z95) },
            { label: "99.8%", at: limit(z998) },
          ],
          format(shown),
        ),
      columns: [
        ...["Area", "Size", measure.label, "Lower limit", "Upper limit", "Outside"].map((heading, at) => ({
          key: heading,
          heading,
          numeric: at > 0 && at < 5,
          cell: (row: ChartRow) => row[at],
        })),
      ],
      rows: points.map((one) => [
        one.area.name,
        formatNumber(one.size),
        ...[one.value, one.low, one.high].map(formatPercent),
        one.outside ? "Yes" : "No",
      ]),
      rowKey: ([name]) => name,
    },
    file: {
      headings: ["Code", "Area", "Denominator", "Share", "Lower limit 99.8%", "Upper limit 99.8%", "Outside"],
      rows: points.map((one) => [
        ...[one.area.code, one.area.name, one.size, one.value, one.low, one.high],
        one.outside ? "yes" : "no",
      ]),
    },
  };
}

function spread(shown: MeasureShown): Picture | null {
  const { measure, distribution: one } = shown;
  if (!one) return null;
  const words = (value: number) => inUnit(rounded(value, measure.unit), measure.unit);
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

const rounded = (value: number, unit: MeasureShown["measure"]["unit"]) =>
  unit === "percent" ? value : Math.round(value * 10) / 10;

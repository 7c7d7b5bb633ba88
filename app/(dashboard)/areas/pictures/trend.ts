import { lineChart } from "@/components/charts";
import { formatMonth } from "@/lib/format";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { readingAsCell, readingInWords, inUnit } from "@/lib/reports/reading";
import { type Picture, type KnownMeasurement, isKnown, valueOf, format } from "./picture";

/** Both ends of an axis of shares that move little: a line of them need not begin at nought. */
function axisOf({ measure }: MeasureShown, values: (number | null)[]): { from?: number; to?: number } {
  const known = values.filter((value) => value !== null);
  if (measure.unit !== "percent" || known.length === 0) return {};
  const low = Math.floor(Math.min(...known) * 20) / 20;
  const to = Math.min(1, Math.ceil(Math.max(...known) * 20 + 0.2) / 20);
  return low >= 0.2 ? { from: low - 0.05, to } : { to };
}

/** How a measure went over the months shown, with the area above beside shares. */
export function trend(shown: MeasureShown): Picture | null {
  const { measure, area, months, above } = shown;
  const lines = [area, ...(above ? [above] : [])].map((one) => ({
    label: one.name,
    readings: months.map((month) => shown.own.reading(one.id, month, measure)),
    quiet: one.id !== area.id,
  }));
  const own = (lines[0]?.readings ?? []).flatMap((reading, at) =>
    isKnown(reading) ? [{ ...reading, month: months[at] ?? "" }] : [],
  );
  const [first, before, last] = [own[0], own.at(-2), own.at(-1)];
  if (!first || !before || !last) return null;
  const drawn = measure.unit === "percent" ? lines : lines.slice(0, 1);
  const words = ({ value }: KnownMeasurement) => inUnit(value, measure.unit);
  const way = last.value > first.value ? "rose" : last.value < first.value ? "fell" : "stayed";
  const course =
    shown.isOpen && last.month === shown.month
      ? `is ${words(last)} so far. It was ${words(before)} in ${formatMonth(before.month)}`
      : way === "stayed"
        ? `stayed at ${words(last)}`
        : `${way} from ${words(first)} to ${words(last)}`;
  return {
    key: "trend",
    spec: lineChart({
      id: "trend",
      title: `${measure.label} ${course}`,
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

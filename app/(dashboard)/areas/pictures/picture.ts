import type { ChartSpec } from "@/components/charts";
import { formatMonth } from "@/lib/format";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { inUnit, type Measurement } from "@/lib/reports/reading";

/** A chart of a measure, for its page and for its files. */
export interface Picture {
  key: "trend" | "ranking" | "map" | "funnel" | "distribution";
  spec: ChartSpec;
  file: { headings: string[]; rows: (string | number)[][] };
}

export type KnownMeasurement = Extract<Measurement, { state: "known" }>;
export const isKnown = (reading: Measurement): reading is KnownMeasurement => reading.state === "known";
export const valueOf = (reading: Measurement): number | null => (isKnown(reading) ? reading.value : null);

export const about = ({ measure, area, month }: MeasureShown) =>
  `${measure.label}, ${area.name}, ${formatMonth(month)}.`;
export const format =
  ({ measure }: MeasureShown) =>
  (value: number) =>
    inUnit(value, measure.unit);

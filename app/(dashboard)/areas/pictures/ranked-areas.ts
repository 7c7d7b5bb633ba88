import type { MeasureShown } from "@/lib/reports/measure-page";
import type { SeenArea } from "@/lib/reports/owing";
import { readingAsCell, type Measurement } from "@/lib/reports/reading";
import { isKnown, valueOf } from "./picture";

export interface Ranked {
  area: SeenArea;
  reading: Measurement;
}

/** The areas within, highest first; those without a figure stand last. */
export const rankedAreas = ({ ranked, others, month, measure }: MeasureShown): Ranked[] =>
  ranked
    .map((area) => ({ area, reading: others.reading(area.id, month, measure) }))
    .sort((one, other) => (valueOf(other.reading) ?? -Infinity) - (valueOf(one.reading) ?? -Infinity));

export const rowOf = ({ area, reading }: Ranked, { measure }: MeasureShown): (string | number)[] => [
  area.code,
  area.name,
  readingAsCell(reading, measure.unit),
  isKnown(reading) ? reading.numerator : "",
  isKnown(reading) && reading.denominator !== null ? reading.denominator : "",
  isKnown(reading) ? reading.locations : "",
];
export const rankedHeadings = ["Code", "Area", "Figure", "Numerator", "Denominator", "Locations reported"];

import { type ChartRow, drawFunnel } from "@/components/charts";
import { formatCount, formatNumber, formatPercent, inSentence } from "@/lib/format";
import { funnelLimits, z95, z998 } from "@/lib/reports/intervals";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { type Picture, isKnown, about, format } from "./picture";
import { rankedAreas } from "./ranked-areas";

/** Which areas differ by more than chance explains. Source: Spiegelhalter, Funnel plots for comparing institutional performance. */
export function funnel(shown: MeasureShown): Picture | null {
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
      description: `${about(shown)} Each point is an area; further right is larger: ${inSentence(measure.denominator?.words ?? "")}. By chance alone, 1 area in 20 would be outside the dashed lines and 2 in 1,000 outside the solid lines. A diamond is an area outside the solid lines.`,
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

import { rankedAreas } from "@/app/(dashboard)/areas/pictures";
import { Details, Table } from "@/components/ui";
import { formatNumber, formatPercent } from "@/lib/format";
import { wilson } from "@/lib/reports/intervals";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { readingInWords } from "@/lib/reports/reading";

/** How sure each share is: Wilson's interval around it, wide where an area is small. */
export function Intervals({ shown }: { shown: MeasureShown }) {
  const { measure, area, own, month } = shown;
  if (measure.unit !== "percent") return null;
  const rows = [{ area, reading: own.reading(area.id, month, measure) }, ...rankedAreas(shown)];
  return (
    <Details summary="How sure these shares are">
      <p>
        We can be 95% confident that the true share lies between these limits (Wilson’s interval). The smaller the area,
        the wider the gap between them.
      </p>
      <Table
        caption={`${measure.label} with its interval`}
        compact
        rows={rows}
        rowKey={(row) => row.area.code}
        columns={[
          { key: "area", heading: "Area", rowHeader: true, cell: (row) => row.area.name },
          { key: "figure", heading: "Share", numeric: true, cell: ({ reading }) => readingInWords(reading, "percent") },
          ...(["Lower bound", "Upper bound"] as const).map((heading, side) => ({
            key: heading,
            heading,
            numeric: true,
            cell: ({ reading }: (typeof rows)[number]) => {
              const both = reading.state === "known" && wilson(reading.numerator, reading.denominator ?? 0);
              return both ? formatPercent(both[side] ?? 0) : "Not applicable";
            },
          })),
          {
            key: "locations",
            heading: "Locations",
            numeric: true,
            cell: ({ reading }) => (reading.state === "known" ? formatNumber(reading.locations) : "0"),
          },
        ]}
      />
    </Details>
  );
}

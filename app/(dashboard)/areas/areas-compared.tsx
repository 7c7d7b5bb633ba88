import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui";
import { formatNumber } from "@/lib/format";
import type { Measure } from "@/lib/reports/metrics";
import { type Measurement, readingInWords } from "@/lib/reports/reading";
import type { SeenArea } from "@/lib/reports/queries";

/** One area of a list with the figures that one compares first. */
interface ComparedArea {
  area: SeenArea;
  due: number;
  reading: (measure: Measure) => Measurement;
}

/** Areas, each a way down, with how many locations owe the return and the figures that one compares first. */
export function AreasCompared(props: {
  caption: string;
  captionHidden?: boolean;
  captionSize?: "m";
  rows: readonly ComparedArea[];
  href: (area: SeenArea) => string;
  measures: readonly Measure[];
}) {
  const { caption, captionHidden, captionSize, rows, href, measures } = props;
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      captionSize={captionSize}
      rows={[...rows]}
      rowKey={({ area }) => area.code}
      columns={[
        {
          key: "area",
          heading: "Area",
          rowHeader: true,
          cell: ({ area }) => <Link href={href(area)}>{area.name}</Link>,
        },
        { key: "due", heading: "Locations", numeric: true, cell: ({ due }) => formatNumber(due) },
        ...measures.map((measure) => ({
          key: measure.key,
          heading: measure.label,
          numeric: true,
          cell: ({ reading }: ComparedArea) => readingInWords(reading(measure), measure.unit),
        })),
      ]}
    />
  );
}

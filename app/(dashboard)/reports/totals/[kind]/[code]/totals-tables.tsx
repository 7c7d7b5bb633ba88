import { AreasCompared } from "@/app/(dashboard)/areas/areas-compared";
import { Table } from "@/components/ui";
import type { AreaKind } from "@/lib/access/user";
import { formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import { totalsHref } from "@/lib/organisations/area-address";
import { areaKindsInWords } from "@/lib/organisations/area-label";
import { comparedIn } from "@/lib/reports/area-dashboard";
import type { Measure } from "@/lib/reports/metrics";
import { readingInWords } from "@/lib/reports/reading";
import type { AreaTotals } from "@/lib/reports/totals/queries";
import { totalledMeasures } from "@/lib/reports/totals/show-totals";
import type { AskedTotals } from "./asked";

const monthsBeside = 4;

const read = (totals: AreaTotals | undefined, { key, unit }: Measure): string =>
  readingInWords(totals?.reading(key) ?? { state: "not_applicable" }, unit);

/** Each measure of the area, in the window shown and the three before. */
export function OwnTotals({ asked, month }: { asked: AskedTotals; month: Month }) {
  const months = asked.months.filter((one) => one <= month).slice(0, monthsBeside);
  return (
    <Table
      caption={`${asked.area.name}: figures by window`}
      captionSize="m"
      rows={totalledMeasures(asked.collection)}
      rowKey={({ key }) => key}
      columns={[
        { key: "measure", heading: "Measure", rowHeader: true, cell: ({ label }) => label },
        ...months.map((one) => ({
          key: one,
          heading: formatMonth(one),
          numeric: true,
          cell: (measure: Measure) =>
            read(
              asked.own.find((own) => own.month === one),
              measure,
            ),
        })),
      ]}
    />
  );
}

/** The areas within, by their kind, with the figures that one compares first. */
export function TotalsWithin({ asked, month }: { asked: AskedTotals; month: Month }) {
  const here = asked.within.filter((one) => one.month === month);
  return (Object.entries(areaKindsInWords) as [AreaKind, string][]).map(([kind, words]) => {
    const rows = here
      .filter(({ area }) => area.kind === kind)
      .map((one) => ({ area: one.area, due: one.due, reading: ({ key }: Measure) => one.reading(key) }))
      .toSorted((a, b) => a.area.name.localeCompare(b.area.name));
    return (
      rows.length > 0 && (
        <AreasCompared
          key={kind}
          caption={words}
          captionSize="m"
          rows={rows}
          href={totalsHref}
          measures={comparedIn(asked.collection)}
        />
      )
    );
  });
}

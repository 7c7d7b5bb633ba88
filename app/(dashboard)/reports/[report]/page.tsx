import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { addressWith, ListTable, type AddressParams } from "@/components/tables";
import { Details, EmptyState, Page, type Column } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { criteriaInWords } from "@/lib/reports/library/about";
import { cellInWords, reportCell, totalCell } from "@/lib/reports/library/cells";
import { areasToChoose, askingFor } from "@/lib/reports/library/read-criteria";
import type { ReportColumn, ReportRow } from "@/lib/reports/library/report";
import { reportOfKey } from "@/lib/reports/library/reports";
import { runReport } from "@/lib/reports/library/run-report";
import { currentUser, recent } from "@/lib/web/session";
import { givenBy, keptAt, reportHref, shownBy } from "@/app/(dashboard)/reports/address";
import { SaveReportForm } from "@/app/(dashboard)/reports/save-form";
import { CriteriaForm } from "./criteria-form";

/** One report: what can be chosen, its table with totals, its downloads, and what it means. */
export default async function ReportPage(props: {
  params: Promise<{ report: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const report = reportOfKey((await props.params).report);
  const params = await props.searchParams;
  const time = now();
  const asking = report && (await askingFor(user, report, givenBy(params), time));
  if (!report || !asking) notFound();
  const columns = report.columns(asking);
  const { place, shown } = shownBy(report, columns, params);
  const [result, areas] = await recent(() => Promise.all([runReport(report, asking, shown), areasToChoose(user)]));
  const path = reportHref(report);
  const kept = (format: string) => keptAt(`${path}/download`, params, asking.asOf, { format, page: null, size: null });
  const [first] = columns;
  return (
    <Page
      heading={report.title}
      caption="Report"
      summary={`${report.summary} As of ${formatDateTime(asking.asOf)}.`}
      back={{ href: "/reports", label: "Reports" }}
      width="full"
    >
      <HowTo of="report" />
      <CriteriaForm report={report} asking={asking} areas={areas} path={path} keepsAsOf={params.asOf !== undefined} />
      <p className="nhsuk-body-s">
        {criteriaInWords(report, asking)
          .map(([label, words]) => `${label}: ${words}`)
          .join(". ")}
        .
      </p>
      <ListTable
        caption={report.title}
        movesAs={`${report.title}, table`}
        of={["row", "rows"]}
        columns={columns.map(columnOnScreen)}
        rows={result.rows}
        rowKey={(row) => String(row.id)}
        total={result.total}
        path={path}
        params={params}
        place={{ ...place, page: result.page }}
        foot={
          columns.some(({ total }) => total)
            ? Object.fromEntries(
                columns.map((column) => [
                  column.key,
                  column === first ? "Total" : column.total ? cellInWords(totalCell(column, result.totals)) : null,
                ]),
              )
            : undefined
        }
        filters={asking.criteria.search ? [{ label: `“${asking.criteria.search}”`, without: { search: null } }] : []}
        exports={[
          { label: "Download as Excel", href: kept("xlsx") },
          { label: "Download as CSV", href: kept("csv") },
          { label: "Link to these figures as they are now", href: keptAt(path, params, asking.asOf) },
        ]}
        chooser
        empty={
          <EmptyState heading="Nothing to show">
            No rows match what you have chosen. Try another window or area.
          </EmptyState>
        }
      />
      <SaveReportForm report={report.key} query={addressWith("", params, { asOf: null, page: null }).slice(1)} />
      <Details summary="What these figures mean">
        <dl className="nhsuk-body">
          {columns.map(
            ({ key, heading, definition }) =>
              definition && (
                <div key={key}>
                  <dt className="font-semibold">{heading}</dt>
                  <dd>{definition}</dd>
                </div>
              ),
          )}
        </dl>
        {report.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>
          Names, areas and registration are as CQC’s register has them today. Contains CQC information licensed under
          the Open Government Licence v3.0.
        </p>
      </Details>
    </Page>
  );
}

const columnOnScreen = (column: ReportColumn): Column<ReportRow> => ({
  key: column.key,
  heading: column.heading,
  cell: (row) => cellInWords(reportCell(column, row)),
  ...(column.numeric && { numeric: true }),
  ...(column.sort && { sort: column.sort }),
});

import { givenBy, reportHref, shownBy } from "@/app/(dashboard)/reports/address";
import { now } from "@/lib/clock";
import { dayOf } from "@/lib/london";
import { keepDisclosure } from "@/lib/people/keep-disclosure";
import { aboutReport, criteriaInWords } from "@/lib/reports/library/about";
import { askingFor } from "@/lib/reports/library/read-criteria";
import type { Asking, LibraryReport } from "@/lib/reports/library/report";
import { reportRows } from "@/lib/reports/library/report-rows";
import { reportOfKey } from "@/lib/reports/library/reports";
import { runReport } from "@/lib/reports/library/run-report";
import { download } from "@/lib/web/download";
import { formatAsked, sendTable, type TableFormat } from "@/lib/web/send-table";
import { currentUser, provenUser } from "@/lib/web/session";

interface Asked {
  report: LibraryReport;
  asking: Asking;
  format: TableFormat;
}

/** The search and the order of a report, from its address. */
const paramsOf = (request: Request) => {
  const search = new URL(request.url).searchParams;
  return { ...Object.fromEntries(search), hide: search.getAll("hide") };
};

/**
 * A report as a file: all its rows, in the order of the screen, with its totals. We record who downloaded figures of
 * locations.
 */
export const GET = download<{ report: string }, Asked>({
  who: (_, params) => {
    const report = reportOfKey(params.report);
    return report?.rows === "people" ? provenUser(reportHref(report)) : currentUser();
  },
  find: async ({ user, request, params }) => {
    const report = reportOfKey(params.report);
    const format = formatAsked(request);
    const asking = report && (await askingFor(user, report, givenBy(paramsOf(request)), now()));
    return report && asking && format && { report, asking, format };
  },
  send: async ({ report, asking, format }, { user, request }) => {
    const columns = report.columns(asking);
    const { place, shown } = shownBy(report, columns, paramsOf(request));
    if (report.rows !== "sums") {
      const { total } = await runReport(report, asking, { ...shown, page: 1, size: 1 });
      const criteria = { ...Object.fromEntries(criteriaInWords(report, asking)), asOf: asking.asOf.toISOString() };
      await keepDisclosure(user, { what: `report ${report.key}`, criteria, rows: total }, now());
    }
    const kept = columns.filter(({ key }) => !place.hidden.includes(key));
    return sendTable(
      {
        name: `${report.key}-${dayOf(asking.asOf)}`,
        sheet: report.title,
        headings: kept.map(({ heading }) => heading),
        widths: kept.map(({ width, numeric }) => width ?? (numeric ? 14 : 20)),
        rows: reportRows(report, asking, shown, place.hidden),
        about: aboutReport(report, asking),
      },
      format,
    );
  },
});

import { givenBy, reportHref, shownBy } from "@/app/(dashboard)/reports/address";
import { now } from "@/lib/clock";
import { dayOf } from "@/lib/london";
import { keepDisclosure } from "@/lib/people/keep-disclosure";
import { aboutReport, criteriaInWords } from "@/lib/reports/library/about";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { reportRows } from "@/lib/reports/library/report-rows";
import { reportOfKey } from "@/lib/reports/library/reports";
import { runReport } from "@/lib/reports/library/run-report";
import { limited } from "@/lib/web/rate-limit";
import { isTableFormat, sendTable } from "@/lib/web/send-table";
import { currentUser, provenUser } from "@/lib/web/session";

const notFound = () => new Response("Not found", { status: 404 });

/** A report as a file: all its rows, in the order of the screen, with its totals. Who took figures of locations is kept. */
export async function GET(request: Request, props: { params: Promise<{ report: string }> }): Promise<Response> {
  const report = reportOfKey((await props.params).report);
  const search = new URL(request.url).searchParams;
  const user = report?.rows === "people" ? await provenUser(reportHref(report)) : await currentUser();
  const params = { ...Object.fromEntries(search), hide: search.getAll("hide") };
  const format = search.get("format") ?? "csv";
  const time = now();
  const asking = report && (await askingFor(user, report, givenBy(params), time));
  if (!report || !asking || !isTableFormat(format)) return notFound();
  const tooOften = await limited("export", `account:${user.id}`);
  if (tooOften) return new Response(tooOften.message, { status: 429 });
  const columns = report.columns(asking);
  const { place, shown } = shownBy(report, columns, params);
  if (report.rows !== "sums") {
    const { total } = await runReport(report, asking, { ...shown, page: 1, size: 1 });
    const criteria = { ...Object.fromEntries(criteriaInWords(report, asking)), asOf: asking.asOf.toISOString() };
    await keepDisclosure(user, { what: `report ${report.key}`, criteria, rows: total }, time);
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
}

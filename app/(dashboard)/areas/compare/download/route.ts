import { askedBeside } from "@/app/(dashboard)/areas/compare/asked";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth } from "@/lib/format";
import { besideHeadings, besideRows } from "@/lib/reports/beside/beside-rows";
import { limited } from "@/lib/web/rate-limit";
import { isTableFormat, sendTable } from "@/lib/web/send-table";
import { currentUser } from "@/lib/web/session";

const notFound = () => new Response("Not found", { status: 404 });

/** Areas side by side as a file: a row for each area and measure that the page shows. */
export async function GET(request: Request) {
  const search = new URL(request.url).searchParams;
  const format = search.get("format") ?? "csv";
  const user = await currentUser();
  const params = { ...Object.fromEntries(search), area: search.getAll("area"), measure: search.getAll("measure") };
  const time = now();
  const asked = await askedBeside(user, params, time);
  if (!asked?.shown || !(isTableFormat(format) || format === "json")) return notFound();
  const tooOften = await limited("export", `account:${user.id}`);
  if (tooOften) return new Response(tooOften.message, { status: 429 });
  const { shown } = asked;
  const rows = besideRows(shown);
  const name = `areas-side-by-side-${shown.collection}-${shown.window.month}`;
  const about: [string, string][] = [
    ["What this is", `${shown.areas.map((area) => area.name).join(", ")}, side by side`],
    ["Window", formatMonth(shown.window.month)],
    ["As of", formatDateTime(time)],
    ...[...new Set([...shown.measures, shown.spreadOf])].map(({ label, definition }): [string, string] => [
      label,
      definition,
    ]),
    ["Mean, median and quartiles", "Of locations, each counting as one; for one measure, and from six locations on"],
    ["Source", "Contains CQC information licensed under the Open Government Licence v3.0"],
  ];
  if (isTableFormat(format))
    return sendTable({ name, sheet: "Areas", headings: besideHeadings, rows: inOnePart(rows), about }, format);
  const records = rows.map((row) => Object.fromEntries(besideHeadings.map((heading, at) => [heading, row[at]])));
  return new Response(JSON.stringify({ about: Object.fromEntries(about), rows: records }), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}

async function* inOnePart<T>(rows: T): AsyncGenerator<T> {
  yield await Promise.resolve(rows);
}

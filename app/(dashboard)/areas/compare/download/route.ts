import { askedBeside } from "@/app/(dashboard)/areas/compare/asked";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth } from "@/lib/format";
import { besideHeadings, besideRows } from "@/lib/reports/beside/beside-rows";
import { download, fileAnswer } from "@/lib/web/download";
import { formatAsked, sendTable, type TableFormat } from "@/lib/web/send-table";

type Shown = NonNullable<NonNullable<Awaited<ReturnType<typeof askedBeside>>>["shown"]>;
type Format = TableFormat | "json";

/** Areas side by side as a file: a row for each area and measure that the page shows. */
export const GET = download<object, { shown: Shown; format: Format; time: Date }>({
  find: async ({ user, request }) => {
    const search = new URL(request.url).searchParams;
    const format: Format | null = search.get("format") === "json" ? "json" : formatAsked(request);
    const params = { ...Object.fromEntries(search), area: search.getAll("area"), measure: search.getAll("measure") };
    const time = now();
    const asked = await askedBeside(user, params, time);
    return asked?.shown && format && { shown: asked.shown, format, time };
  },
  send: ({ shown, format, time }) => {
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
      [
        "Mean, median and quartiles",
        "Of the locations, each counting once. Given for one measure, where at least six locations filed",
      ],
      ["Source", "Contains CQC information licensed under the Open Government Licence v3.0"],
    ];
    if (format !== "json")
      return sendTable({ name, sheet: "Areas", headings: besideHeadings, rows: inOnePart(rows), about }, format);
    const records = rows.map((row) => Object.fromEntries(besideHeadings.map((heading, at) => [heading, row[at]])));
    const text = JSON.stringify({ about: Object.fromEntries(about), rows: records });
    return fileAnswer(text, "application/json; charset=utf-8", `${name}.json`);
  },
});

async function* inOnePart<T>(rows: T): AsyncGenerator<T> {
  yield await Promise.resolve(rows);
}

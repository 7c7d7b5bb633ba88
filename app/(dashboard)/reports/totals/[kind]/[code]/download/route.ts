import { askedTotals } from "@/app/(dashboard)/reports/totals/[kind]/[code]/asked";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatDateTime } from "@/lib/format";
import { dayOf } from "@/lib/london";
import { collections } from "@/lib/questions/collections";
import { readingAsCell } from "@/lib/reports/reading";
import { totalledMeasures } from "@/lib/reports/totals/show-totals";
import { limited } from "@/lib/web/rate-limit";
import { isTableFormat, sendTable } from "@/lib/web/send-table";
import { currentUser } from "@/lib/web/session";

const notFound = () => new Response("Not found", { status: 404 });

/** The totals of an area and of those within it as a file: all that the page can show, and no more. */
export async function GET(request: Request, props: { params: Promise<{ kind: string; code: string }> }) {
  const search = new URL(request.url).searchParams;
  const format = search.get("format") ?? "csv";
  const user = await currentUser();
  const asked = await askedTotals(user, await props.params, Object.fromEntries(search));
  if (!asked || !isTableFormat(format)) return notFound();
  const tooOften = await limited("export", `account:${user.id}`);
  if (tooOften) return new Response(tooOften.message, { status: 429 });
  const measures = totalledMeasures(asked.collection);
  const all = [...asked.own, ...asked.within];
  async function* rows() {
    for (const { area, month, due, reading } of all)
      yield await Promise.resolve(
        measures.map(({ key, label, unit }) => [
          ...[month, area.code, area.name, due, label],
          readingAsCell(reading(key), unit),
        ]),
      );
  }
  return sendTable(
    {
      name: `totals-${asked.area.code}-${asked.collection}-${dayOf(now())}`,
      sheet: "Totals",
      headings: ["Window", "Code", "Area", "Locations", "Measure", "Figure"],
      rows: rows(),
      about: [
        ["What this is", `Totals: ${asked.area.name}, ${collections[asked.collection].plural.toLowerCase()}`],
        ["As of", formatDateTime(now())],
        [
          "[suppressed]",
          `The figure, or its difference from another, would be about fewer than ${env().SMALL_NUMBER} locations`,
        ],
        ...measures.map(({ label, definition }) => [label, definition] as const),
        ["Source", "Contains CQC information licensed under the Open Government Licence v3.0"],
      ],
    },
    format,
  );
}

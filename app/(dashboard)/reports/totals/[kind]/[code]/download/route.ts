import { askedTotals } from "@/app/(dashboard)/reports/totals/[kind]/[code]/asked";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatDateTime } from "@/lib/format";
import { dayOf } from "@/lib/london";
import { collections } from "@/lib/questions/collections";
import { readingAsCell } from "@/lib/reports/reading";
import { totalledMeasures } from "@/lib/reports/totals/show-totals";
import { download } from "@/lib/web/download";
import { formatAsked, sendTable, type TableFile, type TableFormat } from "@/lib/web/send-table";

type Totals = NonNullable<Awaited<ReturnType<typeof askedTotals>>>;

/** The totals of an area and of those within it as a file: all that the page can show, and no more. */
export const GET = download<{ kind: string; code: string }, { asked: Totals; format: TableFormat }>({
  find: async ({ user, request, params }) => {
    const format = formatAsked(request);
    const asked = await askedTotals(user, params, Object.fromEntries(new URL(request.url).searchParams));
    return asked && format && { asked, format };
  },
  send: ({ asked, format }) => sendTable(tableOf(asked), format),
});

function tableOf(asked: Totals): TableFile {
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
  return {
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
  };
}

import { kindLabel } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { formatDateTime, formatList } from "@/lib/format";
import { dayOf } from "@/lib/london";
import { keepDisclosure } from "@/lib/people/keep-disclosure";
import { filterChoices } from "@/lib/records/filter-choices";
import { complianceWords } from "@/lib/records/provider-filters";
import { providerList, providersInParts } from "@/lib/records/provider-list";
import { surveyCounts } from "@/lib/surveys/survey-counts";
import { download } from "@/lib/web/download";
import { formatAsked, sendTable, type TableFile, type TableFormat } from "@/lib/web/send-table";
import { filedInWords, type ProviderRow, saysInWords, surveysInWords } from "@/app/(dashboard)/providers/columns";
import { filtersInWords } from "@/app/(dashboard)/providers/filter-words";
import { providersAsked } from "@/app/(dashboard)/providers/list-address";

/** Each column of the file, under the key of the column on the screen that it belongs to. */
const columns: { key: string; heading: string; cell: (row: ProviderRow) => string | number | null }[] = [
  { key: "name", heading: "Provider", cell: (row) => row.name },
  { key: "name", heading: "Postcode", cell: (row) => row.postcode },
  { key: "name", heading: "Register ID", cell: (row) => row.registerId },
  { key: "name", heading: "Says", cell: (row) => saysInWords(row) || null },
  { key: "provider", heading: "Parent organisation", cell: (row) => row.provider },
  { key: "council", heading: "Council", cell: (row) => row.council },
  { key: "type", heading: "Type", cell: ({ types }) => formatList(types.map(kindLabel)) },
  { key: "returns", heading: "Returns", cell: filedInWords },
  { key: "returns", heading: "Compliance", cell: ({ compliance }) => compliance && complianceWords[compliance] },
  { key: "returns", heading: "Surveys", cell: (row) => surveysInWords(row) || null },
  { key: "updated", heading: "Last updated", cell: ({ saidAt }) => (saidAt ? formatDateTime(saidAt) : "Never") },
  { key: "rating", heading: "Care quality", cell: ({ rating }) => rating ?? "Unknown rating" },
  { key: "beds", heading: "Beds", cell: ({ beds }) => beds },
];

/** The list as a file: what is shown, of all its pages, while it is being read. Who took it is kept. */
export const GET = download<object, TableFormat>({
  find: ({ user, request }) => can(user, "see provider records") && formatAsked(request),
  send: async (format, { user, request }) => sendTable(await tableOf(user, new URL(request.url).searchParams), format),
});

async function tableOf(user: User, search: URLSearchParams): Promise<TableFile> {
  const time = now();
  const { wanted, place } = providersAsked({ ...Object.fromEntries(search), hide: search.getAll("hide") });
  const { total } = await providerList(user, { ...wanted, page: 1, size: 1 }, time);
  const { page: _page, size: _size, ...criteria } = wanted;
  await keepDisclosure(user, { what: "providers", criteria, rows: total }, time);
  const filters = filtersInWords(wanted, await filterChoices(user));
  const shown = columns.filter(({ key }) => !place.hidden.includes(key));
  async function* rows() {
    for await (const part of providersInParts(user, wanted, time)) {
      const ids = part.map(({ id }) => id);
      const surveys = await surveyCounts(user, ids, time);
      yield part.map((row) => shown.map(({ cell }) => cell({ ...row, surveys: surveys.get(row.id) })));
    }
  }
  return {
    name: `providers-${dayOf(time)}`,
    sheet: "Providers",
    headings: shown.map(({ heading }) => heading),
    widths: shown.map(({ key }) => (key === "name" || key === "provider" ? 36 : 22)),
    rows: rows(),
    about: [
      ["What this is", "The locations you can see, filtered and sorted as you chose"],
      ["As of", formatDateTime(time)],
      ["Filters", filters.length > 0 ? filters.map(({ words }) => words).join("; ") : "None"],
      ["Returns", "Those of the current window"],
      ["Source", "Contains CQC information licensed under the Open Government Licence v3.0"],
    ],
  };
}

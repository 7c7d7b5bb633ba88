import { kindLabel } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { csvFile } from "@/lib/sheets/write-csv";
import { dayOf } from "@/lib/london";
import { formatTelephone } from "@/lib/telephone";
import { keepDisclosure } from "@/lib/people/keep-disclosure";
import { mostInFile, people, type ListedPerson } from "@/lib/people/queries";
import { download, fileAnswer } from "@/lib/web/download";
import { provenUser } from "@/lib/web/session";
import { workbook, workbookType } from "@/lib/sheets/write-xlsx";
import { filtersOf } from "@/app/(dashboard)/accounts/people/address";
import { placesInWords } from "@/app/(dashboard)/accounts/people/columns";
import { levelLabels, personStateLabels } from "@/components/people/words";
import { cutOffNote } from "@/app/(dashboard)/accounts/people/words";

const headings = [
  "Name",
  "Email address",
  "Telephone",
  "Job title",
  "Works for",
  "Level",
  "Access to",
  "Number of places",
  "Has access since",
  "Last signed in",
  "Status",
];

/** The list of people as a file, with the page’s filters. We record who downloaded it. */
export const GET = download({
  who: (request) => {
    const { format: _, ...list } = Object.fromEntries(new URL(request.url).searchParams);
    return provenUser(`/accounts/people?${new URLSearchParams(list).toString()}`);
  },
  find: ({ user }) => can(user, "manage people"),
  send: async (_, { user, request }) => {
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const filters = filtersOf(asked);
    const time = now();
    const order = { by: asked.sort ?? "name", descending: asked.direction === "descending" };
    const { rows, total } = await people(user, filters, { ...order, page: 1, size: mostInFile }, time);
    await keepDisclosure(user, { what: "list of people", criteria: filters, rows: rows.length }, time);
    const lines = [...rows.map(cellsOf), ...(total > rows.length ? [[cutOffNote(total)]] : [])];
    const name = `people-${dayOf(time)}`;
    if (asked.format !== "xlsx")
      return fileAnswer(csvFile([headings, ...lines]), "text/csv; charset=utf-8", `${name}.csv`);
    const widths = [25, 35, 16, 25, 20, 10, 50, 10, 30, 30, 22];
    const body = workbook([{ name: "People", headings, rows: lines, widths }]);
    return fileAnswer(new Uint8Array(body), workbookType, `${name}.xlsx`);
  },
});

/** Telephone numbers are written with their space, so that no spreadsheet takes them for a figure. */
const cellsOf = (row: ListedPerson) => [
  row.name,
  row.email,
  formatTelephone(row.telephone),
  row.jobTitle,
  kindLabel(row.kind),
  levelLabels[row.approver ? "approver" : "standard"],
  placesInWords(row),
  row.placeCount,
  row.since,
  row.lastSignedInAt,
  personStateLabels[row.state],
];

import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { dayOf } from "@/lib/london";
import { keepDisclosure } from "@/lib/people/keep-disclosure";
import type { SeenArea } from "@/lib/reports/queries";
import { worklistReasons } from "@/lib/reports/worklist/reasons";
import { worklist, type WorklistRow } from "@/lib/reports/worklist/worklist";
import { formatTelephone } from "@/lib/telephone";
import { formatAsked, sendTable } from "@/lib/web/send-table";
import { worklistOf } from "./address";
import { contactInWords, whyInWords } from "./columns";

const telephone = (number: string | null | undefined) => (number ? formatTelephone(number) : null);

/** Each column of the file, under the key of the column on the screen that it belongs to. */
const columns: { key: string; heading: string; cell: (row: WorklistRow) => string | number | null }[] = [
  { key: "name", heading: "Location", cell: (row) => row.name },
  { key: "name", heading: "CQC location ID", cell: (row) => row.registerId },
  { key: "name", heading: "Postcode", cell: (row) => row.postcode },
  { key: "name", heading: "Council", cell: (row) => row.council },
  { key: "provider", heading: "Provider", cell: (row) => row.provider },
  { key: "pressing", heading: "Why", cell: (row) => row.reasons.map((reason) => worklistReasons[reason]).join("; ") },
  { key: "pressing", heading: "Missing", cell: (row) => whyInWords(row).join(" ") },
  { key: "telephone", heading: "Telephone", cell: (row) => telephone(row.telephone) },
  { key: "manager", heading: "Manager", cell: (row) => row.manager?.name ?? null },
  { key: "manager", heading: "Manager's telephone", cell: (row) => telephone(row.manager?.telephone) },
  { key: "manager", heading: "Manager's email address", cell: (row) => row.manager?.email ?? null },
  { key: "users", heading: "Users", cell: (row) => row.users },
  { key: "contact", heading: "Last contact", cell: (row) => row.lastContact && contactInWords(row.lastContact) },
  { key: "contact", heading: "Last contact by", cell: (row) => row.lastContact?.by ?? null },
  { key: "contact", heading: "Last contact on", cell: (row) => row.lastContact && formatDateTime(row.lastContact.at) },
  { key: "assigned", heading: "Assigned to", cell: (row) => row.assignedTo?.name ?? null },
];

/**
 * A worklist as a file: the rows of all its pages, with the filters and the order of the screen. We record who
 * downloaded it.
 */
export async function downloadWorklist(user: User, area: SeenArea | null, request: Request): Promise<Response | null> {
  const search = new URL(request.url).searchParams;
  const params = { ...Object.fromEntries(search), hide: search.getAll("hide") };
  const format = formatAsked(request);
  if (!format) return null;
  const time = now();
  const { wanted, place } = worklistOf(params);
  const { rows } = await worklist(user, area, { ...wanted, page: 1, size: null }, time);
  const { search: sought, reason, assigned } = wanted;
  const criteria = { area: area?.code ?? "all", search: sought, reason, assigned };
  await keepDisclosure(user, { what: "worklist", criteria, rows: rows.length }, time);
  const shown = columns.filter(({ key }) => !place.hidden.includes(key));
  async function* inParts() {
    for (let at = 0; at < rows.length; at += 1000)
      yield await Promise.resolve(rows.slice(at, at + 1000).map((row) => shown.map(({ cell }) => cell(row))));
  }
  return sendTable(
    {
      name: `worklist-${(area?.name ?? "all").toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${dayOf(time)}`,
      sheet: "Worklist",
      headings: shown.map(({ heading }) => heading),
      widths: shown.map(({ key }) => (key === "pressing" || key === "contact" ? 40 : 24)),
      rows: inParts(),
      about: [
        ["What this is", `Worklist: ${area?.name ?? "everywhere you oversee"}`],
        ["As of", formatDateTime(time)],
        ["Search", sought || "None"],
        ["Why", reason === "all" ? "Every reason" : worklistReasons[reason]],
        ["Not filed", "No return has been filed for this window, in time or late"],
        ["At risk", "The last 2 windows were missed"],
        ["Notice threshold reached", "The last 3 windows were missed, or any 4 of the last 12"],
        ["Says it is not active", "Someone rang and was told so. It has filed nothing since"],
        ["Users", "People with an account that can file for the location"],
        ["Source", "Contains CQC information licensed under the Open Government Licence v3.0"],
      ],
    },
    format,
  );
}

import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { csvCell } from "@/lib/sheets/write-csv";
import { dayOf } from "@/lib/london";
import { keepDisclosure } from "@/lib/people/keep-disclosure";
import { isOpenTo } from "@/lib/people/on-record";
import { auditBefore, auditChanges, recordSought, type AuditEntry } from "@/lib/audit/queries";
import { entryInWords } from "@/lib/audit/in-words";
import { auditSubjects } from "@/lib/audit/subjects";
import { download, fileAnswer } from "@/lib/web/download";
import { provenUser, supportUser } from "@/lib/web/session";
import { auditFiltersOf } from "@/app/(admin)/admin/audit/filters";

const atATime = 1_000;
const most = 200_000;
const headings = [
  "Number",
  "When (UTC)",
  "Who",
  "On behalf of",
  "What",
  "Of",
  "Record number",
  "Changes",
  "Why",
  "In words",
];
const line = (cells: readonly (string | null)[]) => `${cells.map(csvCell).join(",")}\r\n`;

/** The audit as a file, with the page’s filters, written as it is read. We record who downloaded it. */
export const GET = download({
  who: async (request) => {
    await supportUser();
    return provenUser(`/admin/audit${new URL(request.url).search}`);
  },
  find: () => true as const,
  send: (_, { user, request }) => auditFile(user, request),
});

async function auditFile(user: User, request: Request): Promise<Response | null> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const filters = auditFiltersOf(params);
  const time = now();
  const person = recordSought(filters);
  if (person !== null && !(await isOpenTo(user, person, time))) return null;
  await keepDisclosure(user, { what: "audit", criteria: params }, time);
  let last: AuditEntry | null = null;
  let sent = 0;
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(text.encode(`\uFEFF${line(headings)}`)),
    pull: async (stream) => {
      const rows: AuditEntry[] = await auditBefore(user, filters, last, atATime, time);
      last = rows.at(-1) ?? null;
      sent += rows.length;
      const subjectOf = await auditSubjects(rows);
      const said = rows.map((row) => line([...cellsOf(row), entryInWords(row, subjectOf(row))]));
      if (rows.length > 0) stream.enqueue(text.encode(said.join("")));
      if (rows.length < atATime || sent >= most) stream.close();
    },
  });
  return fileAnswer(body, "text/csv; charset=utf-8", `audit-${dayOf(time)}.csv`);
}

const cellsOf = (row: AuditEntry) => [
  row.id,
  row.at.toISOString(),
  row.actor,
  row.onBehalfOf,
  row.operation,
  row.table,
  row.rowId,
  auditChanges(row).join("; "),
  row.reason,
];

import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import type { Place } from "@/lib/access/covers";
import { db } from "@/lib/db";
import { isOpenTo } from "@/lib/people/on-record";
import { type AuditCursor, type AuditFilters, entriesSql, entryColumns, newestFirst, ownRecords } from "./entries-sql";

export type { AuditFilters } from "./entries-sql";

export interface AuditEntry extends AuditCursor {
  /** The audit's own number, or the table and number of a record that is its own audit. */
  id: string;
  actor: string;
  onBehalfOf: string | null;
  reason: string | null;
  table: string;
  rowId: string;
  operation: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Counting stops here, because no one pages further. */
export const mostCounted = 10_000;

/** Whose record a search of the audit comes down to, or null if it is about more. */
export const recordSought = ({ personId, table, rowId }: AuditFilters): number | null =>
  personId ?? (table === "account" && /^[1-9]\d{0,8}$/.test(rowId ?? "") ? Number(rowId) : null);

async function mayRead(user: User, filters: AuditFilters, now: Date): Promise<void> {
  allow(user, "read the audit");
  const personId = recordSought(filters);
  if (personId !== null && !(await isOpenTo(user, personId, now))) throw new Forbidden("open someone's record");
}

/**
 * Who did what, newest first: changes from the audit, returns and bed updates from their own rows. For support; of one
 * person, once their record is open.
 */
export async function auditEntries(
  user: User,
  filters: AuditFilters,
  { page, size }: { page: number; size: number },
  now: Date,
): Promise<{ rows: AuditEntry[]; total: number }> {
  await mayRead(user, filters, now);
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (select from ${entriesSql(filters, null, mostCounted)} x limit ${mostCounted}) found`;
  const rows = await db.$queryRaw<AuditEntry[]>`
    select ${entryColumns} from ${entriesSql(filters, null, page * size)} x
     order by ${newestFirst} limit ${size} offset ${(page - 1) * size}`;
  return { rows, total: counted?.total ?? 0 };
}

/** Who did what to one location's record, newest first, for those who may see who works there. */
export async function auditOfLocation(
  user: User,
  place: Place,
  { page, size }: { page: number; size: number },
): Promise<{ rows: AuditEntry[]; total: number }> {
  allow(user, "see people of a location", place);
  const filters = { recordOf: place.id };
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (select from ${entriesSql(filters, null, mostCounted)} x limit ${mostCounted}) found`;
  const rows = await db.$queryRaw<AuditEntry[]>`
    select ${entryColumns} from ${entriesSql(filters, null, page * size)} x
     order by ${newestFirst} limit ${size} offset ${(page - 1) * size}`;
  return { rows, total: counted?.total ?? 0 };
}

/** Entries older than this one, for a file that is written piece by piece. */
export async function auditBefore(
  user: User,
  filters: AuditFilters,
  before: AuditCursor | null,
  size: number,
  now: Date,
): Promise<AuditEntry[]> {
  await mayRead(user, filters, now);
  return db.$queryRaw<AuditEntry[]>`
    select ${entryColumns} from ${entriesSql(filters, before, size)} x order by ${newestFirst} limit ${size}`;
}

/** What changed, a sentence a column: "level: standard → approver". */
export function auditChanges({ before, after }: Pick<AuditEntry, "before" | "after">): string[] {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return columns.flatMap((column) => {
    const [was, is] = [shown(before?.[column]), shown(after?.[column])];
    if (before !== null && after !== null) return [`${column}: ${was || "empty"} → ${is || "empty"}`];
    return was || is ? [`${column}: ${was || is}`] : [];
  });
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** The tables whose changes are recorded, for choosing one. */
export async function auditedTables(user: User): Promise<string[]> {
  allow(user, "read the audit");
  const rows = await db.$queryRaw<{ name: string }[]>`
    select distinct event_object_table as name from information_schema.triggers where trigger_name = 'audit_change' order by 1`;
  return [...rows.map(({ name }) => name), ...ownRecords].sort();
}

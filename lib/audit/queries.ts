import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { isOpenTo } from "@/lib/people/on-record";

export interface AuditFilters {
  /** Part of who did it, on whose behalf, or why. */
  words?: string;
  table?: string;
  rowId?: string;
  operation?: "insert" | "update" | "delete";
  /** What was done to this person's account or access, or by them. */
  personId?: number | undefined;
  from?: Date | null;
  until?: Date | null;
}

export interface AuditEntry {
  id: string;
  at: Date;
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

/** The audit, newest first: who changed what, when and why. For support; of one person, once their record is open. */
export async function auditEntries(
  user: User,
  filters: AuditFilters,
  { page, size }: { page: number; size: number },
  now: Date,
): Promise<{ rows: AuditEntry[]; total: number }> {
  await mayRead(user, filters, now);
  const where = wheres(filters);
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (select from audit x where ${where} limit ${mostCounted}) found`;
  const rows = await db.$queryRaw<AuditEntry[]>`
    select x.id::text, x.at, x.actor, x.on_behalf_of as "onBehalfOf", x.reason, x."table", x.row_id as "rowId", x.operation,
           x.before, x.after
      from audit x where ${where} order by x.id desc limit ${size} offset ${(page - 1) * size}`;
  return { rows, total: counted?.total ?? 0 };
}

/** Earlier entries than this one, for a file that is written piece by piece. */
export async function auditBefore(
  user: User,
  filters: AuditFilters,
  id: string | null,
  size: number,
  now: Date,
): Promise<AuditEntry[]> {
  await mayRead(user, filters, now);
  const earlier = id === null ? Prisma.sql`true` : Prisma.sql`x.id < ${BigInt(id)}`;
  return db.$queryRaw<AuditEntry[]>`
    select x.id::text, x.at, x.actor, x.on_behalf_of as "onBehalfOf", x.reason, x."table", x.row_id as "rowId", x.operation,
           x.before, x.after
      from audit x where ${wheres(filters)} and ${earlier} order by x.id desc limit ${size}`;
}

function wheres({ words = "", table, rowId, operation, personId, from, until }: AuditFilters): Prisma.Sql {
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (table) parts.push(Prisma.sql`x."table" = ${table}`);
  if (rowId) parts.push(Prisma.sql`x.row_id = ${rowId}`);
  if (operation) parts.push(Prisma.sql`x.operation = ${operation}`);
  if (from) parts.push(Prisma.sql`x.at >= ${from}`);
  if (until) parts.push(Prisma.sql`x.at < ${until}`);
  if (personId !== undefined)
    parts.push(Prisma.sql`(x.account_id = ${personId} or (x."table" = 'account' and x.row_id = ${String(personId)})
      or (x."table" = 'access' and x.row_id in (select g.id::text from access g where g.account_id = ${personId})))`);
  for (const word of words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 4)) {
    const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    parts.push(
      Prisma.sql`(lower(x.actor) like ${like} or lower(coalesce(x.reason, '')) like ${like} or lower(coalesce(x.on_behalf_of, '')) like ${like})`,
    );
  }
  return Prisma.join(parts, " and ");
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

/** The tables that are watched, for choosing one. */
export async function auditedTables(user: User): Promise<string[]> {
  allow(user, "read the audit");
  const rows = await db.$queryRaw<{ name: string }[]>`
    select distinct event_object_table as name from information_schema.triggers where trigger_name = 'audit_change' order by 1`;
  return rows.map(({ name }) => name);
}

import { Prisma } from "@/lib/db";
import { rowsOfLocations, tablesOfRecords } from "./subjects";

export interface AuditFilters {
  /** Part of who did it, on whose behalf, or why. */
  words?: string;
  table?: string;
  rowId?: string;
  operation?: "insert" | "update" | "delete";
  /** What was done to this person's account or access, or by them. */
  personId?: number | undefined;
  /** What was done to locations: part of a name, or the register's id. */
  location?: string;
  /** What was done to the record of one location, and who was given access there; no one's notes about it. */
  recordOf?: number;
  from?: Date | null;
  until?: Date | null;
}

/** The entry that the next ones are older than. */
export interface AuditCursor {
  at: Date;
  source: string;
  n: string;
}

/** Records that are their own audit: each row is added once, holds who, when and on whose behalf, and stays as it is. */
export const ownRecords = ["bed_update", "return"] as const;

const cursorSql = (at: Prisma.Sql, source: string, n: Prisma.Sql, before: AuditCursor | null): Prisma.Sql =>
  before
    ? Prisma.sql`${at} <= ${before.at} and (${at}, ${source}::text, ${n}) < (${before.at}::timestamptz, ${before.source}::text, ${before.n}::bigint)`
    : Prisma.sql`true`;

const like = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;
const wordsOf = ({ words = "" }: AuditFilters) =>
  words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 4).map(like);

/** The ids of the locations that someone means by part of a name or a register's id. */
const sought = (location: string): Prisma.Sql => Prisma.sql`
  select l.id from location l where upper(l.register_id) = ${location.toUpperCase()} or lower(l.name) like ${like(location.toLowerCase())}`;

const and = (parts: readonly (Prisma.Sql | false)[]): Prisma.Sql =>
  Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== false)], " and ");

function changes(filters: AuditFilters, before: AuditCursor | null, most: number): Prisma.Sql {
  const { table, rowId, operation, personId, location, recordOf, from, until } = filters;
  const where = and([
    recordOf !== undefined && Prisma.sql`x."table" = any(${[...tablesOfRecords]}::text[])`,
    recordOf !== undefined && rowsOfLocations(Prisma.sql`${recordOf}::int`),
    !!table && Prisma.sql`x."table" = ${table}`,
    !!rowId && Prisma.sql`x.row_id = ${rowId}`,
    !!operation && Prisma.sql`x.operation = ${operation}`,
    !!from && Prisma.sql`x.at >= ${from}`,
    !!until && Prisma.sql`x.at < ${until}`,
    personId !== undefined &&
      Prisma.sql`(x.account_id = ${personId} or (x."table" = 'account' and x.row_id = ${String(personId)})
        or (x."table" = 'access' and x.row_id in (select g.id::text from access g where g.account_id = ${personId})))`,
    !!location && rowsOfLocations(sought(location)),
    ...wordsOf(filters).map(
      (word) => Prisma.sql`(lower(x.actor) like ${word} or lower(coalesce(x.reason, '')) like ${word}
        or lower(coalesce(x.on_behalf_of, '')) like ${word})`,
    ),
  ]);
  return Prisma.sql`
    (select 'audit' as source, x.id as n, x.id::text as id, x.at, x.actor, x.on_behalf_of as "onBehalfOf", x.reason, x."table",
            x.row_id as "rowId", x.operation, x.before, x.after
       from audit x where ${where} and ${cursorSql(Prisma.sql`x.at`, "audit", Prisma.sql`x.id`, before)}
      order by x.at desc, x.id desc limit ${most})`;
}

/** What the two records that are their own audit have in common, as a relation with these columns. */
const statements = {
  return: Prisma.sql`
    (select r.id, r.submitted_at as at, r.submitted_by_id as by_id, r.on_behalf_of, r.location_id, r.reference,
            jsonb_strip_nulls(jsonb_build_object('reference', r.reference, 'collection', r.collection,
              'month', to_char(r.month, 'YYYY-MM'), 'source', r.source, 'nil_reason', r.nil_reason,
              'late', case when r.late then true end)) as said
       from "return" r)`,
  bed_update: Prisma.sql`
    (select u.id, u.at, u.by_id, u.on_behalf_of, u.location_id, null::text as reference,
            (select jsonb_build_object('source', u.source, 'beds', sum(c.capacity), 'occupied', sum(c.occupied),
               'accepting', sum(c.accepting)) from bed_count c where c.bed_update_id = u.id) as said
       from bed_update u
      where not exists (select from "return" r where r.location_id = u.location_id and r.bed_update_id = u.id))`,
} as const satisfies Record<(typeof ownRecords)[number], Prisma.Sql>;

function stated(
  table: (typeof ownRecords)[number],
  filters: AuditFilters,
  before: AuditCursor | null,
  most: number,
): Prisma.Sql {
  const { rowId, personId, location, recordOf, from, until } = filters;
  const where = and([
    recordOf !== undefined && Prisma.sql`s.location_id = ${recordOf}::int`,
    !!rowId && Prisma.sql`(s.id::text = ${rowId} or s.reference = ${rowId.toUpperCase()})`,
    !!from && Prisma.sql`s.at >= ${from}`,
    !!until && Prisma.sql`s.at < ${until}`,
    personId !== undefined && Prisma.sql`s.by_id = ${personId}`,
    !!location && Prisma.sql`s.location_id in (${sought(location)})`,
    ...wordsOf(filters).map(
      (word) => Prisma.sql`(lower(coalesce(s.on_behalf_of, '')) like ${word}
        or s.by_id in (select a.id from account a where lower(a.email) like ${word} or lower(a.full_name) like ${word}))`,
    ),
  ]);
  return Prisma.sql`
    (select ${table}::text as source, s.id::bigint as n, ${table}::text || ' ' || s.id as id, s.at, by.email as actor,
            s.on_behalf_of as "onBehalfOf", null::text as reason, ${table}::text as "table", s.id::text as "rowId",
            'insert' as operation, null::jsonb as before, s.said as after
       from ${statements[table]} s join account by on by.id = s.by_id
      where ${where} and ${cursorSql(Prisma.sql`s.at`, table, Prisma.sql`s.id`, before)}
      order by s.at desc, s.id desc limit ${most})`;
}

/**
 * The newest entries that match, of the audit and of the records that are their own: a relation of `AuditEntry` with no
 * more than `most` of each, and none newer than `before`. It still has to be put in order.
 */
export function entriesSql(filters: AuditFilters, before: AuditCursor | null, most: number): Prisma.Sql {
  const { table, operation } = filters;
  const own = ownRecords.filter((each) => (!table || table === each) && (!operation || operation === "insert"));
  const parts = own.map((each) => stated(each, filters, before, most));
  if (!ownRecords.some((each) => each === table)) parts.unshift(changes(filters, before, most));
  if (parts.length === 0) parts.push(changes(filters, before, most));
  return Prisma.sql`(${Prisma.join(parts, " union all ")})`;
}

/** The columns of an entry `x` as `AuditEntry` has them. */
export const entryColumns = Prisma.sql`
  x.source, x.n::text, x.id, x.at, x.actor, x."onBehalfOf", x.reason, x."table", x."rowId", x.operation, x.before, x.after`;

/** Newest first; what was written in the same millisecond in one order always. */
export const newestFirst = Prisma.sql`x.at desc, x.source desc, x.n desc`;

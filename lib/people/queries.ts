import { countsNowSql } from "@/lib/access/grants";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import { env } from "@/lib/env";
import { db, Prisma } from "@/lib/db";
import { lockedAmong, lockedLately } from "./locked";
import { inManaged, managedPlaces } from "./managed";
import { expiresSoonMs, stateOf, type PersonState } from "./person-state";
import { matching, placeColumns, soughtWords, type SoughtWord } from "./sought-words";

export const peopleShown = ["all", "approver", "standard", "waiting", "locked", "expiring", "quiet", "left"] as const;
export type PeopleShown = (typeof peopleShown)[number];

export interface PeopleFilters {
  /** Part of a name, an address, a job title or a place. */
  words?: string;
  show?: PeopleShown;
  locationId?: number | undefined;
}

export interface PeoplePage {
  by?: string;
  descending?: boolean;
  /** From 1. */
  page: number;
  size: number;
}

/** Someone as the list of people shows them: as far as the one who looks manages them. */
export interface ListedPerson {
  id: number;
  name: string;
  email: string;
  jobTitle: string;
  telephone: string;
  kind: AccountKind;
  generic: boolean;
  approver: boolean;
  /** The first few places, and how many there are. */
  places: string[];
  placeCount: number;
  lastSignedInAt: Date | null;
  since: Date;
  state: PersonState;
}

/** Sorted by plain letters: asking the language of ten thousand names costs more than finding them. */
const orders: Record<string, Prisma.Sql> = {
  name: Prisma.sql`lower(a.full_name collate "C")`,
  email: Prisma.sql`lower(a.email collate "C")`,
  level: Prisma.sql`p.approver`,
  places: Prisma.sql`p.place_count`,
  signedIn: Prisma.sql`a.last_signed_in_at`,
  since: Prisma.sql`p.since`,
};

/** The most people that one file holds. For more, people filter the list. */
export const mostInFile = 20_000;

/** After this long without signing in someone counts as quiet, because they may have left. */
const quietAfter = 90 * 24 * 60 * 60_000;

/**
 * The people who have access to what this person approves for, or had it ("left"); for support, everyone. Sorted and
 * paged by the database.
 */
export async function people(
  user: User,
  filters: PeopleFilters,
  { by = "name", descending = false, page, size }: PeoplePage,
  now: Date,
): Promise<{ rows: ListedPerson[]; total: number }> {
  allow(user, "manage people");
  const direction = descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls first`;
  const words = await soughtWords(user, filters.words ?? "");
  const rows = await db.$queryRaw<(Row & { total: number })[]>`
    with ${managedPlaces(user)}, ${personTable(user, filters.show === "left", words, now)}, found as materialized (
      select p.account_id, p.approver, p.place_count, p.since, ${orders[by] ?? orders.name} as sorted
        from person p join account a on a.id = p.account_id
       where ${await filtered(user, filters, words, now)}),
    listed as (select * from found order by sorted ${direction}, account_id limit ${size} offset ${(page - 1) * size})
    select a.id, a.full_name as name, a.email, a.job_title as "jobTitle", a.telephone, a.kind::text, a.generic,
           p.approver, p.place_count as "placeCount", p.since, a.last_signed_in_at as "lastSignedInAt",
           a.deactivated_at as "deactivatedAt", a.password_set_at as "passwordSetAt",
           a.credentials_issued_at as "credentialsIssuedAt", (select count(*) from found)::int as total
      from listed p join account a on a.id = p.account_id order by p.sorted ${direction}, a.id`;
  const ids = rows.map(({ id }) => id);
  const [places, locked] = await Promise.all([
    placeNames(user, ids, filters.show === "left", now),
    lockedAmong(rows, now),
  ]);
  return {
    rows: rows.map((row) => listedPerson(row, places.get(row.id) ?? [], locked.has(row.id), now)),
    total: rows[0]?.total ?? 0,
  };
}

interface Row {
  id: number;
  name: string;
  email: string;
  jobTitle: string;
  telephone: string;
  kind: AccountKind;
  generic: boolean;
  approver: boolean;
  placeCount: number;
  since: Date;
  lastSignedInAt: Date | null;
  deactivatedAt: Date | null;
  passwordSetAt: Date | null;
  credentialsIssuedAt: Date | null;
}

function listedPerson(row: Row, places: string[], locked: boolean, now: Date): ListedPerson {
  const { id, name, email, jobTitle, telephone, kind, generic, approver, placeCount, since, lastSignedInAt } = row;
  const own = { id, name, email, jobTitle, telephone, kind, generic, approver, placeCount, since, lastSignedInAt };
  return { ...own, places, state: stateOf({ ...row, locked }, now) };
}

/** One row for each person who has access to what is managed, or who no longer has it. */
function personTable(user: User, left: boolean, words: readonly SoughtWord[], now: Date): Prisma.Sql {
  const level = Prisma.sql`coalesce(bool_or(g.level = 'approver'), false) as approver ${placeColumns(words)}`;
  if (user.kind === "support" && !left)
    return Prisma.sql`person as (
      select a.id as account_id, count(g.id)::int as place_count, coalesce(min(g.granted_at), a.created_at) as since, ${level}
        from account a left join access g on g.account_id = a.id and ${countsNowSql(now)}
       where a.deactivated_at is null group by a.id)`;
  const mine = (which: Prisma.Sql) => Prisma.sql`
    select g.account_id, count(*)::int as place_count, min(g.granted_at) as since, ${level}
      from access g where ${which} and ${inManaged(user)} group by g.account_id`;
  if (!left) return Prisma.sql`person as (${mine(countsNowSql(now))})`;
  return Prisma.sql`now_in as (${mine(countsNowSql(now))}), were_in as (${mine(Prisma.sql`not (${countsNowSql(now)})`)}),
    person as (select * from were_in where account_id not in (select account_id from now_in))`;
}

async function filtered(
  user: User,
  { show = "all", locationId }: PeopleFilters,
  words: readonly SoughtWord[],
  now: Date,
): Promise<Prisma.Sql> {
  const parts: Prisma.Sql[] = [await shownBy(show, now), ...words.map(matching)];
  if (locationId !== undefined)
    parts.push(
      Prisma.sql`exists (select from access g where g.account_id = a.id and ${countsNowSql(now)} and g.location_id = ${locationId} and ${inManaged(user)})`,
    );
  return Prisma.join(parts, " and ");
}

async function shownBy(show: PeopleShown, now: Date): Promise<Prisma.Sql> {
  const days = env().PASSWORD_DAYS;
  const runsOut = new Date(now.getTime() + expiresSoonMs - days * 24 * 60 * 60_000);
  switch (show) {
    case "approver":
      return Prisma.sql`p.approver`;
    case "standard":
      return Prisma.sql`not p.approver`;
    case "waiting":
      return Prisma.sql`a.password_set_at is null and a.deactivated_at is null`;
    case "locked":
      return Prisma.sql`a.id = any(${await lockedNow(now)})`;
    case "expiring":
      return days === 0 ? Prisma.sql`false` : Prisma.sql`a.password_set_at <= ${runsOut}`;
    case "quiet":
      return Prisma.sql`coalesce(a.last_signed_in_at, a.created_at) < ${new Date(now.getTime() - quietAfter)}`;
    default:
      return Prisma.sql`true`;
  }
}

async function lockedNow(now: Date): Promise<number[]> {
  const lately = await lockedLately(now);
  const accounts = await db.account.findMany({ where: { id: { in: lately } }, select: { id: true, email: true } });
  return [...(await lockedAmong(accounts, now))];
}

const mostNames = 3;

/** The names of a few places of each of these people, as far as they are managed. */
async function placeNames(
  user: User,
  ids: readonly number[],
  left: boolean,
  now: Date,
): Promise<Map<number, string[]>> {
  const rows = await db.$queryRaw<{ id: number; places: string[] }[]>`
    with ${managedPlaces(user)}, named as (
      select g.account_id, coalesce(l.name, pr.name, ar.name, 'The service') as name,
             row_number() over (partition by g.account_id order by coalesce(l.name, pr.name, ar.name), g.id) as nth
        from access g left join location l on l.id = g.location_id left join provider pr on pr.id = g.provider_id
             left join area ar on ar.id = g.area_id
       where g.account_id = any(${[...ids]}) and ${left ? Prisma.sql`true` : countsNowSql(now)} and ${inManaged(user)})
    select account_id as id, array_agg(name order by nth) as places from named where nth <= ${mostNames} group by account_id`;
  return new Map(rows.map(({ id, places }) => [id, places]));
}

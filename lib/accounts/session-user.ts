import { countsNowSql } from "@/lib/access/grants";
import { asUser, type AreaKind, type Grant, type User } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import { db, Prisma, system, transact } from "@/lib/db";
import { hashSecret } from "@/lib/tokens";
import { sessionLength } from "./session-length";

export type SessionPurpose =
  "choose_password" | "disclaimer" | "second_factor" | "file_one_return" | "confirm_beds" | "full";

/** A live session: whose it is and what it is for. Only `full` opens the whole service. */
export interface LiveSession {
  readonly user: User;
  readonly purpose: SessionPurpose;
  readonly remembered: boolean;
  readonly returnLinkId: number | null;
  readonly idleUntil: Date;
  readonly until: Date;
}

interface Row {
  handle: string;
  purpose: SessionPurpose;
  remembered: boolean;
  on_behalf_of: string | null;
  return_link_id: number | null;
  password_at: Date | null;
  seen_at: Date;
  idle_until: Date;
  until: Date;
  account_id: number;
  full_name: string;
  email: string;
  kind: AccountKind;
  generic: boolean;
  finds_capacity: boolean;
  grants: {
    level: Grant["level"];
    location_id: number | null;
    provider_id: number | null;
    area_id: number | null;
    area_kind: AreaKind | null;
  }[];
}

const aMinute = 60_000;

/** What account `a` may reach at that time, as JSON. */
const grantsSql = (now: Date): Prisma.Sql => Prisma.sql`
  coalesce((select json_agg(json_build_object('level', g.level, 'location_id', g.location_id,
              'provider_id', g.provider_id, 'area_id', g.area_id, 'area_kind', r.kind))
            from access g left join area r on r.id = g.area_id
            where g.account_id = a.id and ${countsNowSql(now)}), '[]')`;

/**
 * The person who asked, while signed in, for work that we do in the background, with what they may do now.
 * Null if their account has been closed since.
 */
export async function whoAskedFor(accountId: number, onBehalfOf: string | null, now: Date): Promise<User | null> {
  const [row] = await db.$queryRaw<
    Pick<Row, "account_id" | "full_name" | "email" | "kind" | "generic" | "finds_capacity" | "grants">[]
  >`
    select a.id as account_id, a.full_name, a.email, a.kind::text, a.generic, a.finds_capacity, ${grantsSql(now)} as grants
      from account a where a.id = ${accountId} and a.deactivated_at is null`;
  if (!row) return null;
  return asUser({
    id: row.account_id,
    name: row.full_name,
    email: row.email,
    kind: row.kind,
    generic: row.generic,
    findsCapacity: row.finds_capacity,
    session: "",
    ...(onBehalfOf !== null && { onBehalfOf }),
    grants: row.grants.map(grantOf),
  });
}

/**
 * The session that a cookie's secret belongs to. We ask the database at every request, so that ending a session, an
 * access or an account takes effect on the very next one. Null if it is not live; throws if the database fails.
 */
export async function sessionUser(token: string, now: Date): Promise<LiveSession | null> {
  const idHash = hashSecret(token);
  const [row] = await db.$queryRaw<Row[]>`
    select s.handle, s.purpose::text, s.remembered, s.on_behalf_of, s.return_link_id, s.password_at, s.seen_at,
           s.idle_until, s.until, a.id as account_id, a.full_name, a.email, a.kind::text, a.generic, a.finds_capacity,
           ${grantsSql(now)} as grants
      from session s join account a on a.id = s.account_id
     where s.id_hash = ${idHash} and s.ended_at is null and s.idle_until > ${now} and s.until > ${now}
       and a.deactivated_at is null`;
  if (!row) return null;
  if (now.getTime() - row.seen_at.getTime() > aMinute) await seen(idHash, row, now);
  return {
    user: asUser({
      id: row.account_id,
      name: row.full_name,
      email: row.email,
      kind: row.kind,
      generic: row.generic,
      findsCapacity: row.finds_capacity,
      session: row.handle,
      ...(row.on_behalf_of !== null && { onBehalfOf: row.on_behalf_of }),
      ...(row.password_at !== null && { passwordAt: row.password_at }),
      grants: row.grants.map(grantOf),
    }),
    purpose: row.purpose,
    remembered: row.remembered,
    returnLinkId: row.return_link_id,
    idleUntil: row.idle_until,
    until: row.until,
  };
}

const grantOf = (grant: Row["grants"][number]): Grant => ({
  level: grant.level,
  ...(grant.location_id !== null && { locationId: grant.location_id }),
  ...(grant.provider_id !== null && { providerId: grant.provider_id }),
  ...(grant.area_id !== null && grant.area_kind !== null && { area: { id: grant.area_id, kind: grant.area_kind } }),
});

const seen = (idHash: string, row: Row, now: Date) => {
  const idleUntil = new Date(now.getTime() + sessionLength(row.remembered).idle);
  return transact(system("session"), "seen", (tx) =>
    tx.session.updateMany({ where: { idHash, endedAt: null }, data: { seenAt: now, idleUntil } }),
  );
};

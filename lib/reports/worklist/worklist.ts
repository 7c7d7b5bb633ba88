import { filingKinds } from "@/lib/access/kinds";
import { locationsSeenBy } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { notClosedSql } from "@/lib/locations/not-closed";
import { type Month } from "@/lib/london";
import { type MandatedCollection, mandatedCollections } from "@/lib/questions/collections";
import type { SeenArea } from "@/lib/reports/owing";
import { type Calendar, calendarNow } from "@/lib/windows/calendar";
import { excuseKnownAt } from "@/lib/windows/excuses";
import { type MissedMonths, type StandingNow, standingsSql } from "@/lib/windows/standings";
import type { RecordedResult, WorklistReason } from "./reasons";
import { reasonsSql } from "./reasons-sql";
import { ofTeams, teamsOf } from "./team";

/** A location that someone should ring or write to, why, and what was done about it. */
export interface WorklistRow {
  id: number;
  registerId: string;
  name: string;
  provider: string;
  postcode: string;
  council: string | null;
  telephone: string | null;
  dormant: boolean;
  manager: { name: string | null; telephone: string | null; email: string | null } | null;
  users: number;
  reasons: WorklistReason[];
  /** The returns that are missing for the newest window. */
  waiting: MandatedCollection[];
  standings: Partial<Record<MandatedCollection, StandingNow>>;
  /** Months of the last twelve that were excused, in any return. They still count as missed. */
  excused: Month[];
  lastContact: { at: Date; by: string; result: RecordedResult | "reminded"; note: string | null } | null;
  assignedTo: { id: number; name: string } | null;
}

export interface WorklistWanted {
  search: string;
  reason: WorklistReason | "all";
  /** "all", "me", "nobody", or a colleague's id. */
  assigned: string;
  by: string;
  descending: boolean;
  page: number;
  /** Null for all of them, as in a file. */
  size: number | null;
}

export interface Worklist {
  rows: WorklistRow[];
  total: number;
  page: number;
  /** How many locations of the whole list have each reason. */
  counts: Partial<Record<WorklistReason, number>>;
}

type Read = Omit<WorklistRow, "standings" | "lastContact"> & {
  standings: Partial<Record<MandatedCollection, MissedMonths>> | null;
  lastContact: (Omit<NonNullable<WorklistRow["lastContact"]>, "at"> & { at: string }) | null;
};

const orders: Record<string, Prisma.Sql> = {
  pressing: Prisma.sql`pressing`,
  name: Prisma.sql`lower(name)`,
  provider: Prisma.sql`lower(provider)`,
  users: Prisma.sql`users`,
  contact: Prisma.sql`contact_at`,
  assigned: Prisma.sql`lower("assignedTo" ->> 'name')`,
};

/** Who to ring first: locations that may get a notice, then those that have not filed. */
const pressing = Prisma.sql`(case when 'notice' = any(f.reasons) then 8 else 0 end + case when 'waiting' = any(f.reasons) then 4 else 0 end
  + case when 'risk' = any(f.reasons) then 4 else 0 end + case when 'no_user' = any(f.reasons) then 2 else 0 end
  + case when 'doubted' = any(f.reasons) then 1 else 0 end)`;

function wantedSql(user: User, { search, reason, assigned }: WorklistWanted): Prisma.Sql {
  const like = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const parts = [
    Prisma.sql`(lower(name) like ${like} or lower(provider) like ${like} or lower(postcode) like ${like})`,
    reason === "all" ? Prisma.sql`true` : Prisma.sql`${reason}::text = any(reasons)`,
  ];
  if (assigned === "nobody") parts.push(Prisma.sql`"assignedTo" is null`);
  else if (assigned !== "all")
    parts.push(Prisma.sql`("assignedTo" ->> 'id')::int = ${assigned === "me" ? user.id : Number(assigned)}::int`);
  return Prisma.join(parts, " and ");
}

/**
 * Who to ring, among the locations that someone oversees in one area or (null) everywhere: those that have not filed,
 * are at risk or worse, have one user or none, or have doubtful or old vacancies. The list shortens as returns come in.
 */
export async function worklist(
  user: User,
  area: SeenArea | null,
  wanted: WorklistWanted,
  now: Date,
): Promise<Worklist> {
  const calendar = await calendarNow();
  const order = orders[wanted.by] ?? orders.pressing ?? Prisma.sql`name`;
  const direction = wanted.descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls first`;
  const size = wanted.size ?? 1_000_000;
  const [read] = await db.$queryRaw<{ rows: Read[] | null; total: number; counts: Worklist["counts"] | null }[]>`
    with scope as materialized (select l.* from ${locationsSeenBy(user, area ?? undefined)} l
           where ${notClosedSql(now)}
             and l.types && ${filingKinds}::location_type[]),
    listed as materialized (${listedSql(user, calendar, now)}),
    chosen as materialized (select * from listed where ${wantedSql(user, wanted)}),
    page as (select * from chosen order by ${order} ${direction}, name, id limit ${size}
      offset least(${(wanted.page - 1) * size}, (greatest((select count(*) from chosen), 1) - 1) / ${size} * ${size}))
    select (select json_agg(page order by ${order} ${direction}, name, id) from page) as rows,
           (select count(*)::int from chosen) as total,
           (select json_object_agg(reason, n) from (
              select reason, count(*)::int as n from listed, unnest(reasons) reason group by reason) c) as counts`;
  const total = read?.total ?? 0;
  return {
    rows: (read?.rows ?? []).map((row) => rowOf(row, calendar, now)),
    total,
    page: Math.min(wanted.page, Math.max(1, Math.ceil(total / size))),
    counts: read?.counts ?? {},
  };
}

const listedSql = (user: User, calendar: Calendar, now: Date): Prisma.Sql => Prisma.sql`
  select l.id, l.register_id as "registerId", l.name, p.name as provider, l.postcode, c.name as council, l.telephone, l.dormant,
         (select json_build_object('name', m.name, 'telephone', m.telephone, 'email', m.email) from contact m
           where m.location_id = l.id and m.role = 'Manager' and m.ended_at is null order by m.id desc limit 1) as manager,
         array(select distinct to_char(x.month, 'YYYY-MM') from excused_month x
                where x.location_id = l.id and ${excuseKnownAt(now)} and x.month > ${now}::date - interval '13 months' order by 1) as excused,
         f.users, f.reasons, f.waiting, f.standings, ${pressing} as pressing, m.at as contact_at,
         case when m.at is not null then json_build_object('at', m.at, 'by', coalesce(m.on_behalf_of, m.by), 'result', m.result, 'note', m.note) end
           as "lastContact",
         (select json_build_object('id', a.id, 'name', a.full_name) from worklist_assignment w join account a on a.id = w.account_id
           where w.location_id = l.id and w.ended_at is null and ${ofTeams(teamsOf(user))} order by w.id desc limit 1) as "assignedTo"
    from (${reasonsSql(calendar, now)}) f join scope l on l.id = f.location_id join provider p on p.id = l.provider_id
    left join area c on c.id = l.local_authority_id
    left join lateral (select k.*, b.full_name as by from contact_made k join account b on b.id = k.by_id
                        where k.location_id = l.id order by k.at desc, k.id desc limit 1) m on true
   where cardinality(f.reasons) > 0`;

function rowOf({ standings, lastContact, ...row }: Read, calendar: Calendar, now: Date): WorklistRow {
  const read = mandatedCollections.flatMap((collection) => {
    const missed = standings?.[collection];
    return missed ? [[collection, standingsSql(collection, calendar, now).read(missed)] as const] : [];
  });
  return {
    ...row,
    standings: Object.fromEntries(read),
    lastContact: lastContact && { ...lastContact, at: new Date(lastContact.at) },
  };
}

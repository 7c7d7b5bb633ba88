import type { MandatedCollection } from "@/lib/questions/collections";
import { countsNowSql } from "@/lib/access/grants";
import type { User } from "@/lib/access/user";
import { newestBedsOf } from "@/lib/beds/stated-beds";
import { db, Prisma } from "@/lib/db";
import { calendarNow } from "@/lib/windows/calendar";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import { type MissedMonths, type StandingNow, standingsSql } from "@/lib/windows/standings";
import { countedReturns, owing, type SeenArea, type SeenOrganisation } from "./owing";

/** A location that owes a window's return, as those who oversee it see it in a list. */
export interface AreaLocation {
  id: number;
  name: string;
  provider: string;
  providerId: number;
  postcode: string;
  telephone: string | null;
  filedAt: Date | null;
  nil: boolean;
  lastUpdatedAt: Date | null;
  dormant: boolean;
  /** Whether anyone can file for it. */
  hasUser: boolean;
  standing: StandingNow;
}

/** Which of them: those that have filed, those that have not, at risk or worse, at the threshold of a notice. */
export type ListedState = "all" | "filed" | "waiting" | "risk" | "notice";

export interface AreaList {
  search: string;
  state: ListedState;
  by: string;
  descending: boolean;
  page: number;
  size: number;
}

type Row = Omit<AreaLocation, "standing"> & MissedMonths & { total: number };

const orders: Record<string, Prisma.Sql> = {
  name: Prisma.sql`name`,
  provider: Prisma.sql`provider`,
  postcode: Prisma.sql`postcode`,
  filed: Prisma.sql`"filedAt"`,
  updated: Prisma.sql`"lastUpdatedAt"`,
};

/**
 * Which locations of an area or an organisation have answered, how they stand, and when each was last updated by anything: one page of
 * them, the last where there are fewer pages. How they stand is worked out for the page alone, unless it is sought.
 */
export async function areaLocations(
  user: User,
  of: SeenArea | SeenOrganisation,
  collection: MandatedCollection,
  window: ReportingWindow,
  list: AreaList,
  now: Date,
): Promise<{ rows: AreaLocation[]; total: number; page: number }> {
  const calendar = await calendarNow();
  const standing = standingsSql(collection, calendar, now);
  const like = `%${list.search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const wanted: Record<ListedState, Prisma.Sql> = {
    all: Prisma.sql`true`,
    filed: Prisma.sql`r.id is not null`,
    waiting: Prisma.sql`r.id is null`,
    risk: standing.atRiskOrWorse,
    notice: standing.atThreshold,
  };
  const sought = list.state === "risk" || list.state === "notice";
  const order = orders[list.by] ?? Prisma.sql`name`;
  const direction = list.descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls first`;
  const rows = await db.$queryRaw<Row[]>`
    with l as (${owing(user, of, collection, window, calendar, now)}), r as (${countedReturns(collection, window)}),
    listed as materialized (
      select l.id, l.name, p.name as provider, p.id as "providerId", l.postcode, l.telephone, l.dormant, l.types, l.registered_on, l.deregistered_on,
             r.submitted_at as "filedAt", coalesce(r.nil_reason is not null, false) as nil,
             exists (select from access g join account a on a.id = g.account_id and a.deactivated_at is null
                      where ${countsNowSql(now)} and (g.location_id = l.id or g.provider_id in (l.provider_id, l.dual_provider_id))) as "hasUser",
             greatest((select max(x.submitted_at) from "return" x where x.location_id = l.id and x.collection = ${collection}::collection),
                      (select u.at from ${newestBedsOf(Prisma.sql`l.id`)} u)) as "lastUpdatedAt"
        from l join provider p on p.id = l.provider_id left join r on r.location_id = l.id
        ${sought ? Prisma.sql`join (${standing.of(Prisma.sql`l`)}) s on s.location_id = l.id` : Prisma.empty}
       where ${wanted[list.state]}
         and (lower(l.name) like ${like} or lower(p.name) like ${like} or lower(l.postcode) like ${like})),
    page as materialized (
      select * from listed order by ${order} ${direction}, id limit ${list.size}
      offset least(${(list.page - 1) * list.size}, (greatest((select count(*) from listed), 1) - 1) / ${list.size} * ${list.size}))
    select page.*, s.missed, s.open, (select count(*)::int from listed) as total
      from page join (${standing.of(Prisma.sql`page`)}) s on s.location_id = page.id
     order by ${order} ${direction}, id`;
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.map(({ missed, open, total: _, ...row }) => ({ ...row, standing: standing.read({ missed, open }) })),
    total,
    page: Math.min(list.page, Math.max(1, Math.ceil(total / list.size))),
  };
}

import { locationsInArea, locationsVisibleToSql } from "../access/scope";
import { can } from "../access/policy";
import type { AreaKind, User } from "../access/user";
import { db, Prisma } from "../db";
import type { ReportingWindow } from "../returns/reporting-window";
import type { AreaFigures } from "./area-figures";

export type MandatedCollection = "care_home" | "home_care";

export interface SeenArea {
  id: number;
  kind: AreaKind;
  code: string;
  name: string;
}

/** An area somebody may look at, by its kind and ONS code; null is "not found". */
export async function areaSeenBy(user: User, kind: AreaKind, code: string): Promise<SeenArea | null> {
  const area = await db.area.findFirst({ where: { kind, onsCode: code } });
  if (!area) return null;
  const covering = [area.nhsRegionId, area.onsRegionId, area.icbId, area.lrfId].filter((id) => id !== null);
  if (!can(user, "see an area", area.id, covering)) return null;
  return { id: area.id, kind: area.kind, code: area.onsCode, name: area.name };
}

/** The areas that were given to somebody, to choose from; support chooses among all councils. */
export async function ownAreas(user: User): Promise<SeenArea[]> {
  const ids = user.grants.flatMap((grant) => (grant.area ? [grant.area.id] : []));
  const where: Prisma.AreaWhereInput = user.kind === "support" ? { kind: "local_authority" } : { id: { in: ids } };
  const areas = await db.area.findMany({ where, orderBy: { name: "asc" } });
  return areas.map(({ id, kind, onsCode, name }) => ({ id, kind, code: onsCode, name }));
}

/** Locations of `area` that `user` may see and that owe `collection` for `window`. */
const owing = (user: User, area: SeenArea, collection: MandatedCollection, window: ReportingWindow) => Prisma.sql`
  select l.* from location l
   where ${locationsInArea(area)} and ${locationsVisibleToSql(user)}
     and ${collection}::location_type = any(l.types)
     and (l.registered_on is null or l.registered_on < ${window.firstDay}::date)
     and (l.deregistered_on is null or l.deregistered_on > ${window.lastDay}::date)`;

const counted = (collection: MandatedCollection, window: ReportingWindow) => Prisma.sql`
  select r.* from "return" r
   where r.month = ${`${window.month}-01`}::date and r.collection = ${collection}::collection
     and not r.late and r.superseded_at is null`;

/**
 * An area's window at a glance. Beds that CQC has registered to two providers at one location count once.
 * Source of the measures: official statistics on adult social care.
 */
export async function areaFigures(
  user: User,
  area: SeenArea,
  collection: MandatedCollection,
  window: ReportingWindow,
): Promise<AreaFigures> {
  const [row] = await db.$queryRaw<AreaFigures[]>`
    with l as (${owing(user, area, collection, window)}), r as (${counted(collection, window)})
    select count(*)::int as due, count(r.id)::int as responded,
           (count(*) filter (where r.source = 'nil'))::int as nil,
           coalesce(sum(b.capacity) filter (where once), 0)::int as capacity,
           coalesce(sum(b.occupied) filter (where once), 0)::int as occupied,
           coalesce(sum(b.accepting) filter (where once), 0)::int as accepting,
           coalesce(sum(h.service_users), 0)::int as "serviceUsers"
      from (select *, (dual_primary_id is null or dual_primary_id = register_id) as once from l) l
      left join r on r.location_id = l.id
      left join home_care_answers h on h.return_id = r.id
      left join lateral (
        select sum(c.capacity) as capacity, sum(c.occupied) as occupied, sum(c.accepting) as accepting
          from bed_count c where c.bed_update_id = r.bed_update_id) b on true`;
  return row ?? { due: 0, responded: 0, nil: 0, capacity: 0, occupied: 0, accepting: 0, serviceUsers: 0 };
}

export interface AreaLocation {
  id: number;
  name: string;
  provider: string;
  postcode: string;
  telephone: string | null;
  filedAt: Date | null;
  nil: boolean;
  lastUpdatedAt: Date | null;
  dormant: boolean;
}

export type FiledState = "all" | "filed" | "waiting";

const orders: Record<string, Prisma.Sql> = {
  name: Prisma.sql`name`,
  provider: Prisma.sql`provider`,
  postcode: Prisma.sql`postcode`,
  filed: Prisma.sql`"filedAt"`,
  updated: Prisma.sql`"lastUpdatedAt"`,
};

/** Which of an area's locations have answered, and when each was last updated by anything: one page of them. */
export async function areaLocations(
  user: User,
  area: SeenArea,
  collection: MandatedCollection,
  window: ReportingWindow,
  list: { search: string; state: FiledState; by: string; descending: boolean; page: number; size: number },
): Promise<{ rows: AreaLocation[]; total: number }> {
  const order = orders[list.by] ?? Prisma.sql`name`;
  const direction = list.descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls first`;
  const state = { all: Prisma.sql`true`, filed: Prisma.sql`r.id is not null`, waiting: Prisma.sql`r.id is null` }[
    list.state
  ];
  const like = `%${list.search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.$queryRaw<(AreaLocation & { total: number })[]>`
    with l as (${owing(user, area, collection, window)}), r as (${counted(collection, window)})
    select l.id, l.name, p.name as provider, l.postcode, l.telephone, l.dormant, r.submitted_at as "filedAt",
           coalesce(r.source = 'nil', false) as nil,
           greatest((select max(x.submitted_at) from "return" x where x.location_id = l.id and x.collection = ${collection}::collection),
                    (select max(u.at) from bed_update u where u.location_id = l.id)) as "lastUpdatedAt",
           (count(*) over ())::int as total
      from l join provider p on p.id = l.provider_id left join r on r.location_id = l.id
     where ${state} and (lower(l.name) like ${like} or lower(p.name) like ${like} or lower(l.postcode) like ${like})
     order by ${order} ${direction}, l.id limit ${list.size} offset ${(list.page - 1) * list.size}`;
  return { rows, total: rows[0]?.total ?? 0 };
}

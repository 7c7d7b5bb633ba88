import type { MandatedCollection } from "@/lib/questions/collections";
import { can } from "@/lib/access/policy";
import type { AreaKind, User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { calendarNow } from "@/lib/windows/calendar";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import type { AreaFigures } from "./area-figures";
import { countedReturns, owing, type SeenArea } from "./owing";

export type { MandatedCollection } from "@/lib/questions/collections";
export type { SeenArea } from "./owing";
export { type AreaList, type AreaLocation, areaLocations, type ListedState } from "./area-locations";

/** An area someone may look at, by its kind and ONS code; null is "not found". */
export async function areaSeenBy(user: User, kind: AreaKind, code: string): Promise<SeenArea | null> {
  const area = await db.area.findFirst({ where: { kind, onsCode: code } });
  if (!area) return null;
  const covering = [area.nhsRegionId, area.onsRegionId, area.icbId, area.lrfId].filter((id) => id !== null);
  if (!can(user, "see an area", area.id, covering)) return null;
  return { id: area.id, kind: area.kind, code: area.onsCode, name: area.name };
}

/** The areas that were given to someone, to choose from; support chooses among all councils. */
export async function ownAreas(user: User): Promise<SeenArea[]> {
  const ids = user.grants.flatMap((grant) => (grant.area ? [grant.area.id] : []));
  const where: Prisma.AreaWhereInput = user.kind === "support" ? { kind: "local_authority" } : { id: { in: ids } };
  const areas = await db.area.findMany({ where, orderBy: { name: "asc" } });
  return areas.map(({ id, kind, onsCode, name }) => ({ id, kind, code: onsCode, name }));
}

/**
 * An area's window at a glance. Beds that CQC has registered to two providers at one location count once.
 * Source of the measures: official statistics on adult social care.
 */
export async function areaFigures(
  user: User,
  area: SeenArea,
  collection: MandatedCollection,
  window: ReportingWindow,
  now: Date,
): Promise<AreaFigures> {
  const calendar = await calendarNow();
  const [row] = await db.$queryRaw<AreaFigures[]>`
    with l as (${owing(user, area, collection, window, calendar, now)}), r as (${countedReturns(collection, window)})
    select count(*)::int as due, count(r.id)::int as responded,
           (count(*) filter (where r.nil_reason is not null))::int as nil,
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

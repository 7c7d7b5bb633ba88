import { Prisma } from "@/lib/db";
import type { Day } from "@/lib/london";
import type { ClosedReason } from "@/lib/beds/closed-reasons";
import type { Funding, Need } from "./filters";

/** The beds of one type at a place, as it said last. */
export interface BedsOfType {
  key: string;
  label: string;
  definition: string;
  example: string;
  group: string;
  capacity: number;
  occupied: number;
  reserved: number;
  /** Free today; none if the place or the type is closed. */
  free: number;
  /** How many of the free ones are given after an assessment. */
  afterAssessment: number;
  waiting: number | null;
  closed: boolean;
  closedBecause: ClosedReason | null;
  /** Days still to come, with how many beds will be free from then. */
  freeFrom: { day: Day; beds: number }[];
  /** As what else some of the free ones are offered. */
  alsoAs: { key: string; label: string; beds: number }[];
  priceFrom: number | null;
  priceTo: number | null;
}

/** What a place says of whom it suits. Null: it has not said. */
export type Suits = Readonly<Record<Need, boolean | null>> & {
  at: string;
  nursing: boolean | null;
  specialisms: string[];
  whoFor: string[];
  roomsFor: "anyone" | "women" | "men" | null;
  funding: Funding[];
  admitsUntil: number | null;
  hoursFree: number | null;
  districts: string[];
  milesServed: number | null;
  contracts: string[];
};

/** Who stated something: how they are connected with the place, never who they are. */
export type Stater = "staff" | "approver" | "shared account";

/** The beds of update `u` of location `l` by type, as JSON, and of suitability `s` what they cost. */
export const bedsByTypeSql = (today: Day): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object(
     'key', b.bed_type_key, 'label', t.label, 'definition', t.definition, 'example', t.example, 'group', t."group",
     'capacity', b.capacity, 'occupied', b.occupied, 'reserved', b.reserved,
     'free', case when u.open_to_admissions is false or b.open is false then 0 else b.accepting end,
     'afterAssessment', case when u.open_to_admissions is false or b.open is false then 0
                             else least(coalesce(o.after_assessment, 0), b.accepting) end,
     'waiting', o.waiting, 'closed', u.open_to_admissions is false or b.open is false, 'closedBecause', o.closed_because,
     'freeFrom', (select coalesce(json_agg(json_build_object('day', f.day, 'beds', f.beds) order by f.day), '[]')
                    from bed_free_from f
                   where f.bed_update_id = b.bed_update_id and f.bed_type_key = b.bed_type_key and f.day > ${today}::date),
     'alsoAs', (select coalesce(json_agg(json_build_object('key', x.also_key, 'label', xt.label,
                         'beds', least(x.beds, b.accepting)) order by xt.position), '[]')
                  from flexible_bed x join bed_type xt on xt.key = x.also_key
                 where x.bed_update_id = b.bed_update_id and x.bed_type_key = b.bed_type_key and b.accepting > 0),
     'priceFrom', p."from", 'priceTo', p."to") order by t.position), '[]')
   from bed_count b join bed_type t on t.key = b.bed_type_key
   left join bed_offer o on o.bed_update_id = b.bed_update_id and o.bed_type_key = b.bed_type_key
   left join suitability_price p on p.suitability_id = s.id and p.bed_type_key = b.bed_type_key
  where b.bed_update_id = u.id and b.capacity > 0)`;

/** Suitability `s` as JSON, null if nothing was said. */
export const suitsSql = Prisma.sql`
  case when s.id is not null then json_build_object(
    'at', s.at, 'nursing', s.nursing, 'specialisms', s.specialisms, 'whoFor', s.who_for, 'roomsFor', s.rooms_for,
    'ground_floor', s.ground_floor, 'wheelchair', s.wheelchair, 'bariatric', s.bariatric, 'hoist', s.hoist,
    'isolation', s.isolation, 'trusted_assessor', s.trusted_assessor, 'weekend_admissions', s.weekend_admissions,
    'double_handed', s.double_handed, 'live_in', s.live_in, 'night', s.night, 'funding', s.funding,
    'admitsUntil', s.admits_until, 'hoursFree', s.hours_free, 'districts', s.districts, 'milesServed', s.miles_served,
    'contracts', (select coalesce(json_agg(a.name order by a.name), '[]')
                    from suitability_contract k join area a on a.id = k.area_id where k.suitability_id = s.id)) end`;

/** How a person is connected with location `l`, when they stated something: never who they are. */
const roleSql = (by: Prisma.Sql, at: Prisma.Sql): Prisma.Sql => Prisma.sql`
  case when ${by} is null then null
       when (select a.generic from account a where a.id = ${by}) then 'shared account'
       when exists (select from access g where g.account_id = ${by} and g.level = 'approver' and g.granted_at <= ${at}
                       and (g.location_id = l.id or g.provider_id in (l.provider_id, l.dual_provider_id))) then 'approver'
       else 'staff' end`;

/** How whoever made update `u` is connected with location `l`. */
export const staterSql = roleSql(Prisma.sql`u.by_id`, Prisma.sql`u.at`);

/** How whoever stated the newest hours of location `l` is connected with it. They were said `at` a moment: in a return, or with its suitability. */
export const hoursStaterSql = (at: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (select ${roleSql(Prisma.sql`said.by_id`, at)} from (select coalesce(
     (select r.submitted_by_id from "return" r where r.location_id = l.id and r.submitted_at = ${at} order by r.id desc limit 1),
     (select x.by_id from suitability x where x.location_id = l.id and x.at = ${at} order by x.id desc limit 1)) as by_id) said)`;

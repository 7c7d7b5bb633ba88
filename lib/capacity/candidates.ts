import { Prisma } from "@/lib/db";
import { locationsInArea } from "@/lib/access/scope";
import type { Criteria } from "./criteria";
import { boxAround, milesFromSql } from "./distance";
import { countsHours, type Service } from "./services";
import { inTown, type Point, type Whereabouts } from "./whereabouts";

/** The reasons for a nil return that mean a service is not running. */
const notActive = ["not_started", "stopped", "no_staff", "closing"];

/**
 * Whether location `l` runs a service, where `n` is its newest statement: one that says it is not active leaves the list,
 * until it states beds or files figures again.
 */
export const isActiveSql = (service: Service): Prisma.Sql => Prisma.sql`not exists (
  select from "return" r
   where r.location_id = l.id and r.collection = ${service}::collection and r.source = 'nil' and r.superseded_at is null
     and r.nil_reason = any(${notActive}::nil_reason[])
     and r.submitted_at > coalesce(n.beds_at, n.hours_at, '-infinity')
     and not exists (select from "return" later
                      where later.location_id = l.id and later.collection = r.collection and later.source <> 'nil'
                        and later.superseded_at is null and later.submitted_at > r.submitted_at))`;

/** Is the location inside a box? Repeats the condition of the index of points, so that PostgreSQL uses the index. */
const inBox = ([west, south, east, north]: readonly [number, number, number, number]): Prisma.Sql => Prisma.sql`
  (l.deregistered_on is null
    and point(l.longitude, l.latitude) <@ box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8)))`;

const unplaced = Prisma.sql`(l.latitude is null or l.longitude is null)`;

/** Could location `l` be where someone is looking? Each part has its own index, and PostgreSQL combines them. */
function meant(where: Whereabouts, within: number, service: Service): Prisma.Sql {
  const around = (point: Point) => inBox(boxAround(point, within));
  switch (where.kind) {
    case "box":
      return inBox(where.box);
    case "area":
      return locationsInArea({ id: where.id, kind: where.areaKind });
    case "town":
      return anyOf([
        Prisma.sql`(l.deregistered_on is null and ${inTown(where.key)})`,
        ...(where.point ? [around(where.point)] : []),
      ]);
    case "postcode":
      return anyOf([
        around(where.point),
        ...(where.councilId === null ? [] : [Prisma.sql`(l.local_authority_id = ${where.councilId} and ${unplaced})`]),
        ...(countsHours(service)
          ? [
              Prisma.sql`l.id = any(array(select s.location_id from suitability s where s.districts @> array[${where.district}]))`,
            ]
          : []),
      ]);
    case "unknown":
      return Prisma.sql`false`;
  }
}

const anyOf = (parts: readonly Prisma.Sql[]): Prisma.Sql => Prisma.sql`(${Prisma.join([...parts], " or ")})`;

/** Is it near enough, in the area, or said to serve it? Judged on the true distance, not on the box. */
function reaches(where: Whereabouts, within: number, service: Service): Prisma.Sql {
  const near = Prisma.sql`miles <= ${within}::float8`;
  switch (where.kind) {
    case "town":
      return Prisma.sql`(in_town or ${near})`;
    case "postcode":
      return countsHours(service)
        ? Prisma.sql`(serves or miles is null or (${near} and (miles_served is null or miles <= miles_served)))`
        : Prisma.sql`(miles is null or ${near})`;
    default:
      return Prisma.sql`true`;
  }
}

/**
 * The locations that a search could mean, as rows of one query with everything that its filters, counts and order need.
 * Public facts only. `scope`, a condition on `l`, limits them to what the person may find.
 */
export function candidatesSql(
  scope: Prisma.Sql,
  { service }: Criteria,
  where: Whereabouts,
  within: number,
): Prisma.Sql {
  const point = where.kind === "unknown" ? null : where.point;
  const hours = countsHours(service);
  return Prisma.sql`
    select * from (
      select l.id, l.overall_rating, ${bands} as bands,
             ('Nursing homes' = any(l.services) or 'Care home service with nursing' = any(l.services)
               or coalesce(s.nursing, false)) as nursing,
             ${point ? milesFromSql(point) : Prisma.sql`null::float8`} as miles,
             ${where.kind === "town" ? inTown(where.key) : Prisma.sql`false`} as in_town,
             ${hours && where.kind === "postcode" ? Prisma.sql`coalesce(s.districts @> array[${where.district}], false)` : Prisma.sql`false`} as serves,
             n.bed_update_id, ${hours ? Prisma.sql`n.hours_at` : Prisma.sql`n.beds_at`} as said_at, n.hours_free,
             u.open_to_admissions, s.id as suitability_id, s.rooms_for, s.funding, s.miles_served,
             s.ground_floor, s.wheelchair, s.bariatric, s.hoist, s.isolation, s.trusted_assessor, s.weekend_admissions,
             s.double_handed, s.live_in, s.night,
             coalesce(learnt.days, kind.days, ${usualShelfDays}::float8) as shelf_days, learnt.days is not null as own_shelf
        from location l
        left join newest_statement n on n.location_id = l.id
        left join bed_update u on u.id = n.bed_update_id
        left join suitability s on s.id = n.suitability_id
        left join shelf_life learnt on learnt.location_id = l.id
        left join shelf_life_of_kind kind on kind.kind = ${service}::location_type
       where ${meant(where, within, service)}
         and ${scope} and ${service}::location_type = any(l.types) and ${isActiveSql(service)}
         and (l.dual_primary_id is null or l.dual_primary_id = l.register_id or ${hours})
    ) c where ${reaches(where, within, service)}`;
}

/** The people whom a location is for, according to CQC and the location itself. */
const bands = Prisma.sql`(l.user_bands || l.specialisms || coalesce(s.who_for, '{}') || coalesce(s.specialisms, '{}'))`;

/** How many days vacancies last, until we have learnt it for the home or its kind. */
export const usualShelfDays = 7;

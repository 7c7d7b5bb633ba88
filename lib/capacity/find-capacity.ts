import { locationsFindableBySql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { dayOf } from "@/lib/london";
import type { Criteria } from "./criteria";
import { facetsOf } from "./facets";
import { bedsByTypeSql, type BedsOfType, hoursStaterSql, type Stater, staterSql, type Suits, suitsSql } from "./place";
import { leftByPrice, priceStepsSql } from "./price-steps";
import { countsHours } from "./services";
import { bedTypeCountsSql, contractCountsSql, countBut, judgedParts, optionCountsSql, orderSql } from "./search-sql";
import { type Whereabouts, whereaboutsOf } from "./whereabouts";

/** One place of a search's results: public facts, what it said last and what that is worth. */
export interface FoundPlace {
  id: number;
  name: string;
  provider: string;
  address: string;
  postcode: string;
  telephone: string | null;
  rating: string | null;
  latitude: number | null;
  longitude: number | null;
  /** Null: the distance is not known. */
  miles: number | null;
  /** Free of what was asked for: beds, or hours a week. */
  free: number;
  nursing: boolean;
  beds: BedsOfType[];
  saidAt: Date | null;
  saidBy: Stater | null;
  /** In how many days vacancies usually change, learnt from its own history or from that of its kind. */
  shelfDays: number;
  ownShelf: boolean;
  /** How likely it is that a vacancy still stands, from 0 to 1. Null if nothing was ever said. */
  chance: number | null;
  /** By how many organisations it was found taken since it was confirmed. */
  doubts: number;
  suits: Suits | null;
  /** The newest note that it wrote for those who look, and when. */
  note: { text: string; at: string } | null;
}

export interface Found {
  where: Whereabouts;
  places: FoundPlace[];
  total: number;
  /** Of all that match: with something free, confirmed within seven days, and never confirmed. */
  withFree: number;
  confirmedThisWeek: number;
  neverSaid: number;
  /** "rating=good" → how many that filter would leave; "rating" → how many there would be without it. */
  counts: Readonly<Record<string, number>>;
  /** How many each bed type would leave. */
  bedTypes: Readonly<Record<string, number>>;
  /** The councils and boards that some of them have a contract with. */
  contracts: { code: string; name: string; count: number }[];
}

export const pageSize = 20;

interface Row {
  total: number;
  with_free: number;
  this_week: number;
  never: number;
  counts: Record<string, number>;
  bed_types: Record<string, number>;
  contracts: Found["contracts"];
  prices: Record<string, number>;
  places: (Omit<FoundPlace, "saidAt"> & { saidAt: string | null })[] | null;
}

/**
 * Finds places: the page asked for, in order, with how many match and how many each filter would leave. One statement;
 * who may not look finds nothing. Reads public facts alone.
 */
export async function findCapacity(user: User, criteria: Criteria, now: Date): Promise<Found> {
  const where = await whereaboutsOf(criteria, now);
  return findIn(user, criteria, where, now);
}

/** The same where it is known where to look. */
export const findIn = (user: User, criteria: Criteria, where: Whereabouts, now: Date): Promise<Found> =>
  findWhere(locationsFindableBySql(user), criteria, where, now);

/** The same of a scope, a condition on `l`. */
export async function findWhere(scope: Prisma.Sql, criteria: Criteria, where: Whereabouts, now: Date): Promise<Found> {
  const facets = facetsOf(criteria, now);
  const bit = (facet: string) => facets.findIndex(({ name }) => name === facet);
  const hasPoint = where.kind !== "unknown" && where.point !== null;
  const order = orderSql(criteria, hasPoint);
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  const [row] = await db.$queryRaw<Row[]>`
    with ${judgedParts(scope, criteria, where, facets, now)},
    page as (
      select j.*, row_number() over (order by ${order}) as nth from judged j where j.fails = 0
       order by ${order} limit ${pageSize} offset ${(criteria.page - 1) * pageSize})
    select ${countBut(0)} as total, ${countBut(0, Prisma.sql`j.free > 0`)} as with_free,
           ${countBut(0, Prisma.sql`j.said_at >= ${weekAgo}::timestamptz`)} as this_week,
           ${countBut(0, Prisma.sql`j.said_at is null`)} as never,
           ${optionCountsSql(facets)} as counts, ${bedTypeCountsSql(criteria, facets)} as bed_types,
           ${contractCountsSql(bit("contract"))} as contracts, ${priceStepsSql(criteria, facets)} as prices,
           (select json_agg(${foundPlaceSql(criteria, now)} order by page.nth)
              from page join location l on l.id = page.id join provider p on p.id = l.provider_id
              left join bed_update u on u.id = page.bed_update_id
              left join suitability s on s.id = page.suitability_id) as places
      from judged j`;
  return {
    where,
    places: (row?.places ?? []).map((place) => ({ ...place, saidAt: place.saidAt ? new Date(place.saidAt) : null })),
    total: row?.total ?? 0,
    withFree: row?.with_free ?? 0,
    confirmedThisWeek: row?.this_week ?? 0,
    neverSaid: row?.never ?? 0,
    counts: { ...row?.counts, ...leftByPrice(row?.prices ?? {}) },
    bedTypes: row?.bed_types ?? {},
    contracts: row?.contracts ?? [],
  };
}

const foundPlaceSql = ({ service }: Criteria, now: Date): Prisma.Sql => Prisma.sql`json_build_object(
  'id', l.id, 'name', l.name, 'provider', p.name,
  'address', concat_ws(', ', array_to_string(l.address_lines, ', '), l.town), 'postcode', l.postcode,
  'telephone', l.telephone, 'rating', l.overall_rating, 'latitude', l.latitude, 'longitude', l.longitude,
  'miles', page.miles, 'free', page.free, 'nursing', page.nursing, 'beds', ${bedsByTypeSql(dayOf(now))},
  'saidAt', page.said_at, 'saidBy', ${countsHours(service) ? hoursStaterSql(Prisma.sql`page.said_at`) : staterSql},
  'shelfDays', page.shelf_days, 'ownShelf', page.own_shelf,
  'chance', page.chance, 'doubts', page.doubts, 'suits', ${suitsSql},
  'note', (select json_build_object('text', m.text, 'at', m.at) from location_note m
            where m.location_id = l.id and m.ended_at is null order by m.at desc, m.id desc limit 1))`;

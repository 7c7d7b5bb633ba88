import { Prisma } from "@/lib/db";
import type { Criteria } from "./criteria";
import {
  confirmedWithin,
  type Funding,
  funding,
  leastBeds,
  leastHours,
  type Need,
  needsOf,
  peopleCaredFor,
  ratings,
  ratingsFrom,
  rooms,
  type LeastRating,
  type Room,
  type WhoFor,
} from "./filters";
import { countsHours } from "./services";

/** One thing that a search can ask of a location, and each answer it offers. Conditions are on a judged row `j`. */
export interface Facet {
  name: string;
  /** What is asked now; null if nothing is. */
  asked: Prisma.Sql | null;
  options: readonly { value: string; passes: Prisma.Sql }[];
  /** Options are asked for together, so that each narrows what the others leave. */
  together: boolean;
}

const all = (parts: readonly Prisma.Sql[]): Prisma.Sql | null =>
  parts.length === 0 ? null : Prisma.sql`(${Prisma.join([...parts], " and ")})`;
const keys = <T extends string>(record: Readonly<Record<T, unknown>>) => Object.keys(record) as T[];

const hasFree = (least: number) => Prisma.sql`j.free >= ${least}::int`;
const isOpen = Prisma.sql`(j.open_to_admissions is not false and j.said_at is not null)`;
const isFor = (who: WhoFor) => Prisma.sql`j.bands && ${[...peopleCaredFor[who].bands]}::text[]`;
const keeps = (room: Room) => Prisma.sql`j.rooms_for in ('anyone', ${room}::rooms_for)`;
const takes = (payer: Funding) => Prisma.sql`${payer} = any(j.funding)`;
const rated = (least: LeastRating) => Prisma.sql`j.overall_rating = any(${ratingsFrom(least)}::text[])`;
const needed = (need: Need) => columns[need];
const columns: Readonly<Record<Need, Prisma.Sql>> = {
  ground_floor: Prisma.sql`j.ground_floor`,
  wheelchair: Prisma.sql`j.wheelchair`,
  bariatric: Prisma.sql`j.bariatric`,
  hoist: Prisma.sql`j.hoist`,
  isolation: Prisma.sql`j.isolation`,
  trusted_assessor: Prisma.sql`j.trusted_assessor`,
  weekend_admissions: Prisma.sql`j.weekend_admissions`,
  double_handed: Prisma.sql`j.double_handed`,
  live_in: Prisma.sql`j.live_in`,
  night: Prisma.sql`j.night`,
};
const costs = (most: number) => Prisma.sql`j.price <= ${most}::int`;
const hasContract = (code: string) => Prisma.sql`exists (
  select from suitability_contract k join area a on a.id = k.area_id
   where k.suitability_id = j.suitability_id and a.ons_code = ${code})`;

/** Every facet of a search, each with its options. The bed types are counted by themselves: a home has several. */
export function facetsOf(criteria: Criteria, now: Date): Facet[] {
  const hours = countsHours(criteria.service);
  const saidSince = (days: number) =>
    Prisma.sql`j.said_at >= ${new Date(now.getTime() - days * 86_400_000)}::timestamptz`;
  const { least, confirmed, price, rating, room, contract } = criteria;
  const chosen: Facet[] = [
    {
      name: "vacancy",
      asked: all([
        ...(least === null ? [] : [hasFree(least)]),
        ...(hours || criteria.beds.length === 0 ? [] : [Prisma.sql`j.capacity > 0`]),
      ]),
      options: (hours ? leastHours : leastBeds).map((n) => ({
        value: String(n),
        passes: Prisma.sql`(${hasFree(n)}${hours || criteria.beds.length === 0 ? Prisma.empty : Prisma.sql` and j.capacity > 0`})`,
      })),
      together: false,
    },
    {
      name: "open",
      asked: criteria.open ? isOpen : null,
      options: [{ value: "yes", passes: isOpen }],
      together: false,
    },
    {
      name: "confirmed",
      asked: confirmed === null ? null : saidSince(confirmed),
      options: keys(confirmedWithin).map((days) => ({ value: days, passes: saidSince(Number(days)) })),
      together: false,
    },
    {
      name: "price",
      asked: price === null ? null : costs(price),
      options: [],
      together: false,
    },
    {
      name: "rating",
      asked: rating && rated(rating),
      options: keys(ratings).map((value) => ({ value, passes: rated(value) })),
      together: false,
    },
    {
      name: "nursing",
      asked: criteria.nursing ? Prisma.sql`j.nursing` : null,
      options: [{ value: "yes", passes: Prisma.sql`j.nursing` }],
      together: false,
    },
    {
      name: "needs",
      asked: all(criteria.needs.map(needed)),
      options: needsOf(hours).map((value) => ({ value, passes: needed(value) })),
      together: true,
    },
    {
      name: "for",
      asked: all(criteria.whoFor.map(isFor)),
      options: keys(peopleCaredFor).map((value) => ({ value, passes: isFor(value) })),
      together: true,
    },
    {
      name: "room",
      asked: room && keeps(room),
      options: keys(rooms).map((value) => ({ value, passes: keeps(value) })),
      together: false,
    },
    {
      name: "funding",
      asked: all(criteria.funding.map(takes)),
      options: keys(funding).map((value) => ({ value, passes: takes(value) })),
      together: true,
    },
    { name: "contract", asked: contract === null ? null : hasContract(contract), options: [], together: false },
  ];
  return chosen.filter(({ name }) => !hours || !["open", "price", "nursing", "room"].includes(name));
}

/** The bit of a facet in `j.fails`, the set of facets that a row does not meet. */
export const bitOf = (index: number): number => 2 ** index;

/** Which of the facets a row does not meet, as bits. What is not known does not meet what is asked. */
export const failsSql = (facets: readonly Facet[]): Prisma.Sql => {
  const bits = facets.flatMap(({ asked }, index) =>
    asked ? [Prisma.sql`(case when ${asked} then 0 else ${bitOf(index)}::int end)`] : [],
  );
  return bits.length === 0 ? Prisma.sql`0` : Prisma.join(bits, " + ");
};

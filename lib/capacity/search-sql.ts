import { Prisma } from "@/lib/db";
import { candidatesSql } from "./candidates";
import type { Criteria } from "./criteria";
import { bitOf, type Facet, failsSql } from "./facets";
import { countsHours } from "./services";
import type { Whereabouts } from "./whereabouts";

/** The beds of the newest statement by type, none of them free where the home or the type is closed. */
const stated = Prisma.sql`
  select c.id, b.bed_update_id, b.bed_type_key as key, b.capacity,
         case when c.open_to_admissions is false or b.open is false then 0 else b.accepting end as accepting
    from candidate c join bed_count b on b.bed_update_id = c.bed_update_id`;

/** So many of the beds of one stated row are offered as one of other types: a flexible bed counts once. */
const offeredAs = (types: readonly string[]): Prisma.Sql => Prisma.sql`
  (select least(coalesce(max(f.beds), 0), b.accepting) from flexible_bed f
    where f.bed_update_id = b.bed_update_id and f.bed_type_key = b.key and f.also_key = any(${[...types]}::text[]))`;

/** What each candidate has free of the types asked for, of any type where none is. */
function vacancies({ beds, service }: Criteria): Prisma.Sql {
  if (countsHours(service)) return Prisma.sql`select id, hours_free as free, null::int as capacity from candidate`;
  if (beds.length === 0)
    return Prisma.sql`select id, sum(accepting)::int as free, sum(capacity)::int as capacity from stated group by id`;
  const asked = Prisma.sql`b.key = any(${[...beds]}::text[])`;
  return Prisma.sql`
    select b.id, sum(case when ${asked} then b.accepting else ${offeredAs(beds)} end)::int as free,
           sum(case when ${asked} then b.capacity else ${offeredAs(beds)} end)::int as capacity
      from stated b group by b.id`;
}

/** The least that a week costs, of the types asked for. */
const prices = ({ beds, price }: Criteria): Prisma.Sql =>
  price === null
    ? Prisma.sql`null::int`
    : Prisma.sql`(select min(p."from") from suitability_price p where p.suitability_id = c.suitability_id
        ${beds.length === 0 ? Prisma.empty : Prisma.sql`and p.bed_type_key = any(${[...beds]}::text[])`})`;

/**
 * How likely it is that a vacancy still stands: half as likely after as many days as vacancies usually last there, and
 * half again where someone found it taken.
 */
const chance = (now: Date): Prisma.Sql => Prisma.sql`
  case when c.said_at is not null then
    power(0.5::float8, least(60, greatest(0, extract(epoch from ${now}::timestamptz - c.said_at) / 86400) / c.shelf_days
      + case when d.doubts > 0 then 1 else 0 end)) end`;

/** Doubts of the newest statement, by how many organisations. */
const doubts = Prisma.sql`
  select c.id, count(distinct o.organisation)::int as doubts, max(o.at) as doubted_at
    from candidate c join call_outcome o on o.bed_update_id = c.bed_update_id and o.result = 'taken' group by c.id`;

/** The parts of a statement that judge every candidate: `judged` has a row for each, with the facets it does not meet. */
export const judgedParts = (
  scope: Prisma.Sql,
  criteria: Criteria,
  where: Whereabouts,
  facets: readonly Facet[],
  now: Date,
  within = criteria.within,
): Prisma.Sql => Prisma.sql`
  candidate as materialized (${candidatesSql(scope, criteria, where, within)}),
  stated as materialized (${stated}),
  vacancy as (${vacancies(criteria)}),
  doubt as (${doubts}),
  judged as materialized (
    select j.*, ${failsSql(facets)} as fails from (
      select c.*, coalesce(v.free, 0) as free, v.capacity, ${prices(criteria)} as price,
             coalesce(d.doubts, 0) as doubts, ${chance(now)} as chance
        from candidate c left join vacancy v on v.id = c.id left join doubt d on d.id = c.id) j)`;

/**
 * Which come first. Always: places whose distance is not known last; what two organisations found taken under the
 * confirmed ones; places that have never said under those; full ones under all. Within that "best first" takes a place
 * for further away the less likely its vacancy still stands; the id keeps equals in one order from page to page.
 */
export const orderSql = ({ sort }: Criteria, hasPoint: boolean): Prisma.Sql => {
  const group = Prisma.sql`
    case when j.free > 0 and j.doubts < 2 then 0 when j.free > 0 then 1 when j.said_at is null then 2 else 3 end`;
  const farther = Prisma.sql`(coalesce(j.miles, 0) + 1) / greatest(coalesce(j.chance, 0.5), 0.001)`;
  if (sort === "near") return Prisma.sql`j.miles nulls last, j.id`;
  return Prisma.sql`${hasPoint ? Prisma.sql`(j.miles is null), ` : Prisma.empty}${group}, ${farther}, j.id`;
};

/** How many rows meet all that is asked, of all facets but these. */
export const countBut = (bits: number, also: Prisma.Sql = Prisma.sql`true`): Prisma.Sql =>
  Prisma.sql`(count(*) filter (where j.fails & ${~bits}::int = 0 and ${also}))::int`;

/** How many each option of each facet would leave, and how many would be left without what is asked, as JSON. */
export const optionCountsSql = (facets: readonly Facet[]): Prisma.Sql => {
  const entries = facets.flatMap(({ name, asked, options, together }, index) => [
    ...options.map(({ value, passes }) => {
      const bit = together ? 0 : bitOf(index);
      return Prisma.sql`${`${name}=${value}`}::text, ${countBut(bit, passes)}`;
    }),
    ...(asked ? [Prisma.sql`${name}::text, ${countBut(bitOf(index))}`] : []),
  ]);
  return jsonOf(entries);
};

/** jsonb_build_object takes a hundred arguments at most. */
const jsonOf = (entries: readonly Prisma.Sql[]): Prisma.Sql => {
  const parts: Prisma.Sql[] = [];
  for (let at = 0; at < entries.length; at += 45)
    parts.push(Prisma.sql`jsonb_build_object(${Prisma.join(entries.slice(at, at + 45))})`);
  return parts.length === 0 ? Prisma.sql`'{}'::jsonb` : Prisma.join(parts, " || ");
};

/** How many each bed type would leave, as JSON. Flexible beds are found under each of their types. */
export const bedTypeCountsSql = ({ least }: Criteria, vacancyFacet: number): Prisma.Sql => Prisma.sql`
  (select coalesce(jsonb_object_agg(key, n), '{}') from (
     select t.key, count(*)::int as n from (
       select id, key, sum(accepting) as accepting, sum(capacity) as capacity from (
         select id, key, accepting, capacity from stated
         union all
         select b.id, f.also_key, least(f.beds, b.accepting), least(f.beds, b.accepting)
           from stated b join flexible_bed f on f.bed_update_id = b.bed_update_id and f.bed_type_key = b.key) x
        group by id, key) t
      join judged j on j.id = t.id
     where j.fails & ${~bitOf(vacancyFacet)}::int = 0 and t.capacity > 0 and t.accepting >= ${least ?? 0}::int
     group by t.key) counts)`;

/** The councils and boards with contracts among what is found, with how many each would leave, as JSON. */
export const contractCountsSql = (contractFacet: number): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'count', n) order by name), '[]') from (
     select a.ons_code as code, a.name, count(*)::int as n
       from judged j join suitability_contract k on k.suitability_id = j.suitability_id join area a on a.id = k.area_id
      where j.fails & ${~bitOf(contractFacet)}::int = 0 group by a.id) contracts)`;

import { Prisma } from "@/lib/db";
import { candidatesSql } from "./candidates";
import type { Criteria } from "./criteria";
import { bitOf, type Facet, failsSql } from "./facets";
import { countsHours } from "./services";
import type { Whereabouts } from "./whereabouts";

/** How many of the beds `b` of a row `r` are free: none where the home or the type is closed. */
const accepting = (r: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`case when ${r}.open_to_admissions is false or b.open is false then 0 else b.accepting end`;

/**
 * What candidate `c` has free of the types asked for, of any type where none is. A flexible bed counts once. `offset 0`
 * keeps PostgreSQL from looking it up again for each sum.
 */
function vacancy({ beds, service }: Criteria): Prisma.Sql {
  if (countsHours(service)) return Prisma.sql`select c.hours_free as free, null::int as capacity`;
  const free = accepting(Prisma.sql`c`);
  const stated = Prisma.sql`from bed_count b where b.bed_update_id = c.bed_update_id`;
  if (beds.length === 0)
    return Prisma.sql`select sum(${free})::int as free, sum(b.capacity)::int as capacity ${stated}`;
  const types = Prisma.sql`any(${[...beds]}::text[])`;
  return Prisma.sql`
    select sum(case when own then ${free} else least(also, ${free}) end)::int as free,
           sum(case when own then b.capacity else least(also, ${free}) end)::int as capacity
      from (select b.*, b.bed_type_key = ${types} as own,
                   case when b.bed_type_key = ${types} then 0 else coalesce((select max(f.beds) from flexible_bed f
                     where f.bed_update_id = b.bed_update_id and f.bed_type_key = b.bed_type_key and f.also_key = ${types}), 0) end as also
              from bed_count b where b.bed_update_id = c.bed_update_id offset 0) b`;
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

/** By how many organisations the newest statement of candidate `c` is doubted. Hardly any is: only those are grouped. */
const doubts = Prisma.sql`
  select case when exists (select from call_outcome o where o.bed_update_id = c.bed_update_id and o.result = 'taken')
              then (select count(distinct o.organisation)::int from call_outcome o
                     where o.bed_update_id = c.bed_update_id and o.result = 'taken') else 0 end as doubts`;

/**
 * The parts of a statement that judge every candidate: `judged` has a row for each, with the facets it does not meet. What
 * belongs to a candidate is looked up by its index, row for row: the planner cannot know how many candidates there are.
 */
export const judgedParts = (
  scope: Prisma.Sql,
  criteria: Criteria,
  where: Whereabouts,
  facets: readonly Facet[],
  now: Date,
  within = criteria.within,
): Prisma.Sql => Prisma.sql`
  candidate as materialized (${candidatesSql(scope, criteria, where, within)}),
  judged as materialized (
    select j.*, ${failsSql(facets)} as fails from (
      select c.*, coalesce(v.free, 0) as free, v.capacity, ${prices(criteria)} as price,
             coalesce(d.doubts, 0) as doubts, ${chance(now)} as chance
        from candidate c left join lateral (${vacancy(criteria)}) v on true left join lateral (${doubts}) d on true) j)`;

/** From how many organisations' doubts on a place is put under the confirmed ones. */
const doubtsThatCount = Prisma.sql`2`;

/**
 * Which come first. In both orders places whose distance is not known come last, and before them what two organisations
 * found taken comes under the confirmed ones. "Best first" puts places that have never said under those, and full ones
 * under all; within that it takes a place for further away the less likely its vacancy still stands. The id keeps equals
 * in one order from page to page.
 */
export const orderSql = ({ sort }: Criteria, hasPoint: boolean): Prisma.Sql => {
  const group = Prisma.sql`
    case when j.free > 0 and j.doubts < ${doubtsThatCount} then 0 when j.free > 0 then 1 when j.said_at is null then 2 else 3 end`;
  const farther = Prisma.sql`(coalesce(j.miles, 0) + 1) / greatest(coalesce(j.chance, 0.5), 0.001)`;
  if (sort === "near") return Prisma.sql`(j.miles is null), (j.doubts >= ${doubtsThatCount}), j.miles, j.id`;
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

/**
 * How many each bed type would leave, as JSON. Flexible beds are found under each of their types, and a price that is
 * asked for is that of the type.
 */
export const bedTypeCountsSql = ({ least, price }: Criteria, facets: readonly Facet[]): Prisma.Sql => {
  const own = facets.map(({ name }, index) => (name === "vacancy" || name === "price" ? bitOf(index) : 0));
  const bits = own.reduce((sum, bit) => sum + bit, 0);
  const affordable =
    price === null
      ? Prisma.empty
      : Prisma.sql`and exists (select from suitability_price p
          where p.suitability_id = j.suitability_id and p.bed_type_key = t.key and p."from" <= ${price}::int)`;
  return Prisma.sql`
  (select coalesce(jsonb_object_agg(key, n), '{}') from (
     select key, count(*)::int as n from (
       select j.id, t.key, sum(t.accepting) as accepting
         from judged j cross join lateral (
           select b.bed_type_key as key, ${accepting(Prisma.sql`j`)} as accepting, b.capacity
             from bed_count b where b.bed_update_id = j.bed_update_id
           union all
           select f.also_key, least(f.beds, ${accepting(Prisma.sql`j`)}), least(f.beds, ${accepting(Prisma.sql`j`)})
             from bed_count b join flexible_bed f on f.bed_update_id = b.bed_update_id and f.bed_type_key = b.bed_type_key
            where b.bed_update_id = j.bed_update_id) t
        where j.fails & ${~bits}::int = 0 ${affordable}
        group by j.id, t.key having sum(t.capacity) > 0 and sum(t.accepting) >= ${least ?? 0}::int) offered
      group by key) counts)`;
};

/** The councils and boards with contracts among what is found, with how many each would leave, as JSON. */
export const contractCountsSql = (contractFacet: number): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'count', n) order by name), '[]') from (
     select a.ons_code as code, a.name, count(*)::int as n
       from judged j join suitability_contract k on k.suitability_id = j.suitability_id join area a on a.id = k.area_id
      where j.fails & ${~bitOf(contractFacet)}::int = 0 group by a.id) contracts)`;

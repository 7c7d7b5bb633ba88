import { Prisma } from "@/lib/db";
import type { Criteria } from "./criteria";
import { bitOf, type Facet } from "./facets";
import { mostPrice, priceStep } from "./filters";
import { countsHours } from "./services";

/** What a week costs at least in what is found but for its price, in steps of so many pounds: how many in each, as JSON. */
export const priceStepsSql = ({ beds, service }: Criteria, facets: readonly Facet[]): Prisma.Sql => {
  if (countsHours(service)) return Prisma.sql`'{}'::json`;
  const own = bitOf(facets.findIndex(({ name }) => name === "price"));
  return Prisma.sql`
  (select coalesce(json_object_agg(step, n), '{}') from (
     select ceil(price / ${priceStep}::float8)::int * ${priceStep}::int as step, count(*)::int as n from (
       select min(p."from") as price from judged j join suitability_price p on p.suitability_id = j.suitability_id
        where j.fails & ${~own}::int = 0 ${beds.length === 0 ? Prisma.empty : Prisma.sql`and p.bed_type_key = any(${[...beds]}::text[])`}
        group by j.id) least
      where price <= ${mostPrice}::int group by step) steps)`;
};

/** "price=900" → how many cost that or less, of those that say what they cost, for each step at which there are more. */
export function leftByPrice(steps: Readonly<Record<string, number>>): Record<string, number> {
  let left = 0;
  const inOrder = Object.entries(steps).sort(([one], [other]) => Number(one) - Number(other));
  return Object.fromEntries(inOrder.map(([step, more]) => [`price=${step}`, (left += more)]));
}

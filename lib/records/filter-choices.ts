import { locationsVisibleToSql, seesEveryLocation } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";

/** The choices of each filter: the ownership types, regions, councils and Sub ICBs of the locations that someone sees. */
export interface FilterChoices {
  ownership: string[];
  region: { code: string; name: string }[];
  council: { code: string; name: string }[];
  subIcb: { code: string; name: string }[];
}

/**
 * The choices of someone's filters, by name. Whoever sees all of England is answered from indexes, a step for each area
 * and type of ownership; of everyone else's locations, which are few beside, each is looked at.
 */
export async function filterChoices(user: User): Promise<FilterChoices> {
  const all = seesEveryLocation(user);
  const [row] = await db.$queryRaw<FilterChoices[]>`
    with recursive councils as (select c.* from area c where ${hasLocations(user, all, Prisma.sql`local_authority_id`)}),
    owned as (select min(ownership) as by from provider
      union all
      select (select min(p.ownership) from provider p where p.ownership > o.by) from owned o where o.by is not null)
    select (select coalesce(json_agg(o.by order by o.by), '[]') from owned o
             where o.by is not null and ${owns(user, all)}) as ownership,
           (select coalesce(json_agg(json_build_object('code', r.ons_code, 'name', r.name) order by r.name), '[]')
              from area r where r.id in (select nhs_region_id from councils)) as region,
           (select coalesce(json_agg(json_build_object('code', c.ons_code, 'name', c.name) order by c.name), '[]')
              from councils c) as council,
           (select coalesce(json_agg(json_build_object('code', c.ons_code, 'name', c.name) order by c.name), '[]')
              from area c where ${hasLocations(user, all, Prisma.sql`sub_icb_id`)}) as "subIcb"`;
  return row ?? { ownership: [], region: [], council: [], subIcb: [] };
}

/** Does area `c` hold a location that they see, by this column? */
const hasLocations = (user: User, all: boolean, column: Prisma.Sql): Prisma.Sql =>
  all
    ? Prisma.sql`exists (select from location l where l.${column} = c.id)`
    : Prisma.sql`c.id in (select l.${column} from location l where ${locationsVisibleToSql(user)})`;

/** Does a provider of ownership `o.by` run a location that they see? Not by "exists", which would join all of them. */
const owns = (user: User, all: boolean): Prisma.Sql =>
  all
    ? Prisma.sql`(select true from provider p join location l on l.provider_id = p.id where p.ownership = o.by limit 1)`
    : Prisma.sql`o.by in (select p.ownership from provider p join location l on l.provider_id = p.id
                           where ${locationsVisibleToSql(user)})`;

import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** The choices of each filter: the ownership types, regions, councils and Sub ICBs of the locations that someone sees. */
export interface FilterChoices {
  ownership: string[];
  region: { code: string; name: string }[];
  council: { code: string; name: string }[];
  subIcb: { code: string; name: string }[];
}

/** The choices of someone's filters, by name. */
export async function filterChoices(user: User): Promise<FilterChoices> {
  const [row] = await db.$queryRaw<FilterChoices[]>`
    with seen as materialized (select distinct l.provider_id, l.local_authority_id, l.sub_icb_id from location l
           where ${locationsVisibleToSql(user)}),
    councils as (select c.* from area c where c.id in (select local_authority_id from seen))
    select (select coalesce(json_agg(o.ownership order by o.ownership), '[]') from (
              select distinct p.ownership from provider p where p.ownership is not null
                 and p.id in (select provider_id from seen)) o) as ownership,
           (select coalesce(json_agg(json_build_object('code', r.ons_code, 'name', r.name) order by r.name), '[]')
              from area r where r.id in (select nhs_region_id from councils)) as region,
           (select coalesce(json_agg(json_build_object('code', c.ons_code, 'name', c.name) order by c.name), '[]')
              from councils c) as council,
           (select coalesce(json_agg(json_build_object('code', s.ons_code, 'name', s.name) order by s.name), '[]')
              from area s where s.id in (select sub_icb_id from seen)) as "subIcb"`;
  return row ?? { ownership: [], region: [], council: [], subIcb: [] };
}

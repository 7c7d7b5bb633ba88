import { Prisma } from "@/lib/db";
import type { Grouping } from "./report";

/** What each grouping is called where it is chosen, and above its column. */
export const groupingWords: Record<Grouping, { choice: string; one: string }> = {
  location: { choice: "Location", one: "Location" },
  provider: { choice: "Provider", one: "Provider" },
  local_authority: { choice: "Council", one: "Council" },
  sub_icb: { choice: "Sub ICB", one: "Sub ICB" },
  icb: { choice: "ICB", one: "ICB" },
  lrf: { choice: "LRF", one: "LRF" },
  nhs_region: { choice: "NHS region", one: "NHS region" },
  ons_region: { choice: "ONS region", one: "ONS region" },
  country: { choice: "England", one: "Country" },
};

/** The area or provider of a location `l` by which it is grouped, joined as `g` with its `code` and `name`. */
export function groupJoin(grouping: Exclude<Grouping, "location">): Prisma.Sql {
  if (grouping === "provider")
    return Prisma.sql`join (select id, register_id as code, name from provider) g on g.id = l.provider_id`;
  const area = Prisma.sql`(select id, ons_code as code, name from area) g`;
  const council = Prisma.sql`left join area gc on gc.id = l.local_authority_id`;
  const on = {
    local_authority: Prisma.sql`left join ${area} on g.id = l.local_authority_id`,
    sub_icb: Prisma.sql`left join ${area} on g.id = l.sub_icb_id`,
    icb: Prisma.sql`left join area gs on gs.id = l.sub_icb_id left join ${area} on g.id = gs.icb_id`,
    lrf: Prisma.sql`${council} left join ${area} on g.id = gc.lrf_id`,
    nhs_region: Prisma.sql`${council} left join ${area} on g.id = gc.nhs_region_id`,
    ons_region: Prisma.sql`${council} left join ${area} on g.id = gc.ons_region_id`,
    country: Prisma.sql`left join ${area} on g.id = (select id from area where kind = 'country' limit 1)`,
  };
  return on[grouping];
}

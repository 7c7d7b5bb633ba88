import { Prisma } from "@/lib/db";
import type { ReportColumn } from "./report";

/** The columns that every list of locations has: for a query that calls location `l`, joined by `placeJoins`. */
export const placeSql = Prisma.sql`
  l.name as location, l.register_id as cqc_id, p.name as provider, l.postcode, c.name as council, si.name as sub_icb, ib.name as icb,
  nr.name as nhs_region`;

export const placeJoins = Prisma.sql`
  join provider p on p.id = l.provider_id
  left join area c on c.id = l.local_authority_id
  left join area si on si.id = l.sub_icb_id
  left join area ib on ib.id = si.icb_id
  left join area nr on nr.id = c.nhs_region_id`;

export const registerColumns: readonly ReportColumn[] = [
  { key: "location", heading: "Location", sort: true, width: 32 },
  { key: "cqc_id", heading: "CQC location ID", width: 18 },
  { key: "provider", heading: "Provider", sort: true, width: 32 },
  { key: "council", heading: "Council", sort: true, width: 28 },
  { key: "icb", heading: "ICB", sort: true, width: 28 },
  { key: "nhs_region", heading: "NHS region", sort: true, width: 24 },
];

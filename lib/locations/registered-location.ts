import type { Place } from "@/lib/access/covers";
import { Prisma } from "@/lib/db";
import type { Day } from "@/lib/london";
import type { FilingKind } from "@/lib/access/kinds";

/** A location as its register has it, for what is asked of it and for who may answer. */
export interface RegisteredLocation {
  id: number;
  name: string;
  types: FilingKind[];
  /** Beds that CQC registers; 0 where it counts none. */
  cqcBeds: number;
  registeredOn: Day | null;
  deregisteredOn: Day | null;
  place: Place;
}

/** What `registeredLocationSql` gives, before `readRegisteredLocation`. */
export type RegisteredLocationRow = Place & Omit<RegisteredLocation, "place">;

/** A location that the query calls `l`, of `locationWithAreas`, as JSON. */
export const registeredLocationSql = Prisma.sql`
  json_build_object('id', l.id, 'name', l.name, 'types', l.types, 'cqcBeds', l.beds, 'registeredOn', l.registered_on,
    'deregisteredOn', l.deregistered_on, 'providerId', l.provider_id, 'dualProviderId', l.dual_provider_id,
    'localAuthorityId', l.local_authority_id, 'subIcbId', l.sub_icb_id, 'lrfId', council.lrf_id, 'icbId', sub.icb_id,
    'nhsRegionId', council.nhs_region_id, 'onsRegionId', council.ons_region_id)`;

/** Locations, called `l`, joined to the areas that say where each one is. */
export const locationWithAreas = Prisma.sql`
  location l left join area council on council.id = l.local_authority_id left join area sub on sub.id = l.sub_icb_id`;

export const readRegisteredLocation = (row: RegisteredLocationRow): RegisteredLocation => ({ ...row, place: row });

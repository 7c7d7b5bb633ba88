import { Prisma } from "@/lib/db";
import { boxAround, milesFromSql } from "@/lib/capacity/distance";
import { olderSql } from "@/lib/reports/facts";
import type { MandatedCollection } from "@/lib/reports/owing";

/** A location that others are compared with, and where it is. */
export interface ComparedPlace {
  id: number;
  providerId: number;
  dualProviderId: number | null;
  latitude: number;
  longitude: number;
  beds: number;
  older: boolean;
  nursing: boolean;
}

/** How far away, and how many at most, the locations are that one is compared with. */
export const nearby = { miles: 30, most: 40 } as const;
/** Fewer organisations than this could work out each other's figures, however many locations they run. */
export const fewestProviders = 3;

export const nursingSql = Prisma.sql`l.services && array['Care home service with nursing', 'Nursing homes']`;

/**
 * The locations that one is compared with, nearest first, as a relation of location's own columns: another
 * organisation's, at work, within thirty miles. A care home's have nursing as it has, serve older people as it does, and
 * have between half and twice as many beds. No one can choose others, so that no choice singles one out.
 */
export function similarSql(place: ComparedPlace, collection: MandatedCollection): Prisma.Sql {
  const [west, south, east, north] = boxAround(place, nearby.miles);
  const own = [place.providerId, place.dualProviderId].filter((id) => id !== null);
  const alike =
    collection === "care_home"
      ? Prisma.sql`(${nursingSql}) = ${place.nursing} and (${olderSql}) = ${place.older}
          and l.beds between ${Math.ceil(place.beds / 2)}::int and ${place.beds * 2}::int`
      : Prisma.sql`true`;
  return Prisma.sql`
    select * from (
      select l.*, ${milesFromSql(place)} as miles from location l
       where ${collection}::location_type = any(l.types) and l.deregistered_on is null and not l.dormant
         and l.longitude between ${west}::float8 and ${east}::float8 and l.latitude between ${south}::float8 and ${north}::float8
         and l.provider_id <> all(${own}) and coalesce(l.dual_provider_id <> all(${own}), true)
         and (l.dual_primary_id is null or l.dual_primary_id = l.register_id) and ${alike}) l
     where l.miles <= ${nearby.miles}::float8 order by l.miles, l.id limit ${nearby.most}::int`;
}

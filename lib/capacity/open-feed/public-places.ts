import { findableSql } from "@/lib/access/scope";
import { Prisma } from "@/lib/db";
import { isActiveSql } from "@/lib/capacity/candidates";
import { countsHours, type Service, services } from "@/lib/capacity/services";

/** Everything that the open feed says about a location, and no more. */
export interface PublicPlace {
  id: number;
  register: string;
  registerId: string;
  name: string;
  services: Service[];
  address: string;
  town: string | null;
  postcode: string;
  telephone: string | null;
  rating: string | null;
  latitude: number | null;
  longitude: number | null;
  /** Free today by type of bed: none where the home or the type is closed. Null: it has not said. */
  beds: { key: string; label: string; free: number }[] | null;
  bedsConfirmedAt: string | null;
  /** Hours of home care a week that it could still give. Null: it has not said. */
  hoursFree: number | null;
  hoursConfirmedAt: string | null;
}

const bedServices = services.filter((service) => !countsHours(service));
const hourServices = services.filter(countsHours);

/** Which of some kinds of care location `l` gives now. */
const given = (some: readonly Service[]): Prisma.Sql => {
  const each = some.map(
    (service) =>
      Prisma.sql`case when ${service}::location_type = any(l.types) and ${isActiveSql(service)} then ${service}::text end`,
  );
  return Prisma.sql`array_remove(array[${Prisma.join(each)}]::text[], null)`;
};

const bedsSql = Prisma.sql`
  (select coalesce(jsonb_agg(jsonb_build_object('key', b.bed_type_key, 'label', t.label,
            'free', case when u.open_to_admissions is false or b.open is false then 0 else b.accepting end)
            order by t.position), '[]')
     from bed_update u join bed_count b on b.bed_update_id = u.id join bed_type t on t.key = b.bed_type_key
    where u.id = s.bed_update_id and b.capacity > 0)`;

/**
 * The locations of the open feed as rows of `id` and `said`: those that Find shows, that have said what they have free and
 * that give a service of which they said it. Facts of the register and what Find shows of a statement: neither who made it
 * nor how many live there, no notes and no contacts. The provider is left out too, because many bear a person's name. A
 * location with two registrations is there once with its beds.
 */
export const publicPlacesSql: Prisma.Sql = Prisma.sql`
  select s.id, jsonb_build_object(
           'id', s.id, 'register', s.register, 'registerId', s.register_id, 'name', s.name,
           'services', to_jsonb(s.with_beds || s.with_hours), 'address', s.address, 'town', s.town, 'postcode', s.postcode,
           'telephone', s.telephone, 'rating', s.overall_rating, 'latitude', s.latitude, 'longitude', s.longitude,
           'beds', case when cardinality(s.with_beds) > 0 then ${bedsSql} end,
           'bedsConfirmedAt', case when cardinality(s.with_beds) > 0 then s.beds_at end,
           'hoursFree', case when cardinality(s.with_hours) > 0 then s.hours_free end,
           'hoursConfirmedAt', case when cardinality(s.with_hours) > 0 then s.hours_at end) as said
    from (
      select l.id, l.register, l.register_id, l.name, concat_ws(', ', variadic l.address_lines) as address, l.town,
             l.postcode, l.telephone, l.overall_rating, l.latitude, l.longitude, n.beds_at, n.hours_free, n.hours_at,
             n.bed_update_id,
             case when n.bed_update_id is not null and (l.dual_primary_id is null or l.dual_primary_id = l.register_id)
                  then ${given(bedServices)} else '{}' end as with_beds,
             case when n.hours_free is not null then ${given(hourServices)} else '{}' end as with_hours
        from location l join newest_statement n on n.location_id = l.id
       where ${findableSql}) s
   where cardinality(s.with_beds) + cardinality(s.with_hours) > 0`;

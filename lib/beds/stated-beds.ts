import { Prisma } from "@/lib/db";
import type { BedCount, Beds } from "@/lib/questions/beds";

/** The beds of a location as someone stated them. */
export interface StatedBeds {
  /** Of the statement: a newer one has a greater id. */
  id: number;
  at: Date;
  by: string;
  beds: Beds;
}

/**
 * The newest statement of beds of one location, at most one row of `bed_update`: `location` is an id or a column that holds
 * one. For many locations, `left join lateral ${newestBedsOf(Prisma.sql`l.id`)} u on true` reads one index entry each.
 */
export const newestBedsOf = (location: number | Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(select u.* from bed_update u where u.location_id = ${location} order by u.id desc limit 1)`;

export type BedsRow = { open: boolean | null; types: Record<string, BedCount> | null };
export type StatedBedsRow = { id: number; at: string; by: string; beds: BedsRow };

/** The figures of a statement that the query calls `u`, as JSON for `readBeds`. */
export const bedsSql = Prisma.sql`
  json_build_object('open', u.open_to_admissions, 'types', (
    select json_object_agg(c.bed_type_key, json_build_object('capacity', c.capacity, 'occupied', c.occupied,
             'reserved', c.reserved, 'accepting', c.accepting, 'open', c.open))
      from bed_count c where c.bed_update_id = u.id))`;

export const readBeds = ({ open, types }: BedsRow): Beds => ({ open, types: types ?? {} });

/** The newest statement of a location with its figures, as JSON for `readStatedBeds`; null if there is none. */
export const statedBedsSql = (location: number | Prisma.Sql): Prisma.Sql => Prisma.sql`
  (select json_build_object('id', u.id, 'at', u.at, 'by', coalesce(u.on_behalf_of, stater.full_name), 'beds', ${bedsSql})
     from ${newestBedsOf(location)} u join account stater on stater.id = u.by_id)`;

export const readStatedBeds = ({ id, at, by, beds }: StatedBedsRow): StatedBeds => ({
  id,
  at: new Date(at),
  by,
  beds: readBeds(beds),
});

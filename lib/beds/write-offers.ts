import { Prisma } from "@/lib/db";
import { dayOf } from "@/lib/london";
import type { BedOffers } from "./bed-offers";

/**
 * The parts of a statement that write what a home offers with its beds. They come after `stated` (each location's
 * update) and `bed_given` (the counts). If `offers` is null, the earlier offers of each stay as far as the new figures
 * allow, without any day that has arrived; otherwise one location states them.
 */
export const offerParts = (offers: BedOffers | null, now: Date): Prisma.Sql =>
  offers === null ? carried(now) : given(offers);

const previous = Prisma.sql`(select max(id) from bed_update u where u.location_id = stated.location_id)`;
const counts = Prisma.sql`stated join bed_given c on c."locationId" = stated.location_id`;

const isClosed = (offered: Prisma.Sql) =>
  Prisma.sql`case when c.open is false or stated.open_to_admissions is false then ${offered} end`;

const carried = (now: Date): Prisma.Sql => Prisma.sql`
  bed_offers as (
    insert into bed_offer (bed_update_id, bed_type_key, after_assessment, waiting, closed_because)
    select stated.id, o.bed_type_key, least(o.after_assessment, c.accepting), o.waiting, ${isClosed(Prisma.sql`o.closed_because`)}
      from ${counts} join bed_offer o on o.bed_type_key = c.key and o.bed_update_id = ${previous}),
  beds_free_from as (
    insert into bed_free_from (bed_update_id, bed_type_key, day, beds)
    select stated.id, f.bed_type_key, f.day, f.beds
      from ${counts} join bed_free_from f on f.bed_type_key = c.key and f.bed_update_id = ${previous}
     where f.day > ${dayOf(now)}::date),
  beds_flexible as (
    insert into flexible_bed (bed_update_id, bed_type_key, also_key, beds)
    select stated.id, x.bed_type_key, x.also_key, least(x.beds, c.accepting)
      from ${counts} join flexible_bed x on x.bed_type_key = c.key and x.bed_update_id = ${previous}
     where c.accepting > 0)`;

function given(offers: BedOffers): Prisma.Sql {
  const rows = Object.entries(offers).map(([key, { freeFrom, alsoAs, ...own }]) => ({
    key,
    ...own,
    day: freeFrom?.day ?? null,
    dayBeds: freeFrom?.beds ?? null,
    also: alsoAs?.keys ?? [],
    alsoBeds: alsoAs?.beds ?? null,
  }));
  return Prisma.sql`
  offers_given as (
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o(key text, "afterAssessment" int, waiting int,
      "closedBecause" closed_reason, day date, "dayBeds" int, also text[], "alsoBeds" int)),
  bed_offers as (
    insert into bed_offer (bed_update_id, bed_type_key, after_assessment, waiting, closed_because)
    select stated.id, o.key, o."afterAssessment", o.waiting, ${isClosed(Prisma.sql`o."closedBecause"`)}
      from ${counts} join offers_given o on o.key = c.key),
  beds_free_from as (
    insert into bed_free_from (bed_update_id, bed_type_key, day, beds)
    select stated.id, o.key, o.day, o."dayBeds" from stated, offers_given o where o.day is not null),
  beds_flexible as (
    insert into flexible_bed (bed_update_id, bed_type_key, also_key, beds)
    select stated.id, o.key, other, o."alsoBeds" from stated, offers_given o, unnest(o.also) other)`;
}

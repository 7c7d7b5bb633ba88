import type { User } from "@/lib/access/user";
import { Prisma, type Transaction } from "@/lib/db";
import type { Beds } from "@/lib/questions/beds";
import type { BedOffers } from "./bed-offers";
import { offerParts } from "./write-offers";
import type { ReturnSource } from "@/lib/questions/return-source";

export interface BedsToWrite {
  locationId: number;
  beds: Beds;
  /** The earlier statement: types that are not in this one stay as they were. */
  before: Beds | null;
  /** The bed types in the form. */
  asked: readonly string[];
  source: ReturnSource;
  idempotencyKey: string;
  /** Facts about the beds beside their number. If the form did not ask, the earlier ones still apply. */
  offers?: BedOffers | null;
}

/**
 * The parts of a statement that write the beds of a location: `stated` gives the update's id. `unless` is a condition
 * under which nothing is written.
 */
export function bedParts(user: User, update: BedsToWrite, now: Date, unless = Prisma.sql`false`): Prisma.Sql {
  const { locationId, beds, before, asked, source, idempotencyKey, offers } = update;
  const kept = Object.entries(before?.types ?? {}).filter(([key]) => !asked.includes(key));
  const counts = [...kept, ...Object.entries(beds.types)].map(([key, count]) => ({ key, ...count }));
  return Prisma.sql`
    stated as (
      insert into bed_update (location_id, at, by_id, on_behalf_of, source, open_to_admissions, idempotency_key)
      select ${locationId}::int, ${now}::timestamptz, ${user.id}::int, ${user.onBehalfOf ?? null}::text,
             ${source}::return_source, ${beds.open}::boolean, ${idempotencyKey}::text
       where not ${unless}
      returning id, open_to_admissions),
    bed_given as (
      select * from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
        as c(key text, capacity int, occupied int, reserved int, accepting int, open boolean)),
    counted as (
      insert into bed_count (bed_update_id, bed_type_key, capacity, occupied, reserved, accepting, open)
      select stated.id, c.key, c.capacity, c.occupied, c.reserved, c.accepting, c.open from stated, bed_given c),
    ${offerParts(locationId, offers ?? null, now)}`;
}

/** Writes the beds of a location as someone stated them, between returns. */
export async function writeBeds(tx: Transaction, user: User, update: BedsToWrite, now: Date): Promise<void> {
  await tx.$executeRaw`with ${bedParts(user, update, now)} select id from stated`;
}

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
}

/**
 * The parts of a statement that write the beds of a location, or of many locations, each once and in their order:
 * `stated` gives the id of each location's update. `unless` is a condition under which nothing is written. `offers` are
 * facts about the beds of one location beside their number; if its form did not ask, the earlier ones still apply.
 */
export function bedParts(
  user: User,
  updates: readonly BedsToWrite[],
  now: Date,
  { unless = Prisma.sql`false`, offers = null }: { unless?: Prisma.Sql; offers?: BedOffers | null } = {},
): Prisma.Sql {
  if (updates.length === 0) return Prisma.sql`stated as (select null::int as id, null::int as location_id where false)`;
  const statements = updates.map(({ locationId, beds, source, idempotencyKey }, nth) => ({
    ...{ nth, locationId, open: beds.open, source, key: idempotencyKey },
  }));
  const counts = updates.flatMap(({ locationId, beds, before, asked }) => {
    const kept = Object.entries(before?.types ?? {}).filter(([key]) => !asked.includes(key));
    return [...kept, ...Object.entries(beds.types)].map(([key, count]) => ({ locationId, key, ...count }));
  });
  return Prisma.sql`
    stated as (
      insert into bed_update (location_id, at, by_id, on_behalf_of, source, open_to_admissions, idempotency_key)
      select s."locationId", ${now}::timestamptz, ${user.id}::int, ${user.onBehalfOf ?? null}::text,
             s.source::return_source, s.open, s.key
        from jsonb_to_recordset(${JSON.stringify(statements)}::jsonb)
          as s(nth int, "locationId" int, open boolean, source text, key text)
       where not ${unless}
       order by s.nth
      returning id, location_id, open_to_admissions),
    bed_given as (
      select * from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
        as c("locationId" int, key text, capacity int, occupied int, reserved int, accepting int, open boolean)),
    counted as (
      insert into bed_count (bed_update_id, bed_type_key, capacity, occupied, reserved, accepting, open)
      select stated.id, c.key, c.capacity, c.occupied, c.reserved, c.accepting, c.open
        from stated join bed_given c on c."locationId" = stated.location_id),
    ${offerParts(offers, now)}`;
}

/** Writes the beds of a location as someone stated them, between returns. */
export async function writeBeds(
  tx: Transaction,
  user: User,
  update: BedsToWrite,
  now: Date,
  offers: BedOffers | null = null,
): Promise<void> {
  await tx.$executeRaw`with ${bedParts(user, [update], now, { offers })} select id from stated`;
}

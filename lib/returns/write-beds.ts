import type { User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import type { Beds } from "@/lib/questions/beds";
import type { ReturnSource } from "./return-source";

export interface BedsToWrite {
  locationId: number;
  beds: Beds;
  /** As stated before: types that were not asked about this time stay as they were. */
  before: Beds | null;
  /** The bed types that were asked about. */
  asked: readonly string[];
  source: ReturnSource;
  idempotencyKey: string;
}

/** Writes the beds of a location as somebody stated them, and answers with the update's id. One statement. */
export async function writeBeds(tx: Transaction, user: User, update: BedsToWrite, now: Date): Promise<number> {
  const { locationId, beds, before, asked, source, idempotencyKey } = update;
  const kept = Object.entries(before?.types ?? {}).filter(([key]) => !asked.includes(key));
  const counts = [...kept, ...Object.entries(beds.types)].map(([key, count]) => ({ key, ...count }));
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    with stated as (
      insert into bed_update (location_id, at, by_id, on_behalf_of, source, open_to_admissions, idempotency_key)
      values (${locationId}, ${now}, ${user.id}, ${user.onBehalfOf ?? null}, ${source}::return_source, ${beds.open},
              ${idempotencyKey})
      returning id),
    counted as (
      insert into bed_count (bed_update_id, bed_type_key, capacity, occupied, reserved, accepting, open)
      select stated.id, c.key, c.capacity, c.occupied, c.reserved, c.accepting, c.open
        from stated, jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
          as c(key text, capacity int, occupied int, reserved int, accepting int, open boolean))
    select id from stated`;
  if (!row) throw new Error("The beds were not written");
  return row.id;
}

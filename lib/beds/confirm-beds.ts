import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { refusedBy } from "@/lib/database/refusal";
import { db, transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import type { Beds } from "@/lib/questions/beds";
import type { ReturnSource } from "@/lib/questions/return-source";
import { whyNoBeds } from "./closed-home";
import { bedsStillCounted, locationBeds } from "./location-beds";
import { writeBeds } from "./write-beds";

export interface Confirming {
  locationId: number;
  /** Which statement was looked at: no one confirms other figures than they saw. */
  looked: number;
  /** The type of which one vacant bed is occupied now, where one was taken since. */
  fewer?: string | undefined;
  source: ReturnSource;
}

/**
 * "Still right": states the newest figures of a location again, today, or with one vacant bed of a type occupied since.
 * Refuses if someone has stated others in the meantime. Pressing twice states them once.
 */
export async function confirmBeds(user: User, confirming: Confirming, now: Date): Promise<Outcome<null>> {
  const { locationId, looked, fewer, source } = confirming;
  const found = await locationBeds(user, locationId);
  if (!found) throw new Forbidden("update beds");
  allow(user, "update beds", found.location.place);
  const closed = whyNoBeds(found.location, now);
  if (closed) return refused(closed);
  const newest = found.newestBeds;
  const standing = bedsStillCounted(found, now);
  if (!newest || !standing) return refused({ message: "No one has entered these beds yet. Enter them first" });
  const key = `confirm-${looked}-${fewer ?? ""}`;
  if (newest.id !== looked)
    return (await wasDone(newest.id, looked))
      ? done(null)
      : refused({ message: "Someone has updated these beds since you looked. Check them again" });
  const beds = fewer === undefined ? standing : oneFewer(standing, fewer);
  if (beds === null) return refused({ message: "None of these beds is vacant any more. Change the figures instead" });
  try {
    await transact(user, "confirmed beds", (tx) =>
      writeBeds(tx, user, { locationId, beds, before: null, asked: [], source, idempotencyKey: key }, now),
    );
  } catch (fault) {
    if (refusedBy(fault) !== "duplicate") throw fault;
  }
  return done(null);
}

/** A second press meets the statement that the first has made. */
async function wasDone(newest: number, looked: number): Promise<boolean> {
  const row = await db.bedUpdate.findUnique({ where: { id: newest }, select: { idempotencyKey: true } });
  return row?.idempotencyKey.startsWith(`confirm-${looked}-`) ?? false;
}

/** The same beds with one that was vacant occupied; null if none of the type is vacant. */
function oneFewer(beds: Beds, key: string): Beds | null {
  const count = beds.types[key];
  if (!count || count.accepting === 0) return null;
  const changed = { ...count, accepting: count.accepting - 1, occupied: count.occupied + 1 };
  return { ...beds, types: { ...beds.types, [key]: changed } };
}

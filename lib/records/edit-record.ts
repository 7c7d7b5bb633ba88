import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { formatDateTime } from "@/lib/format";
import { type Outcome, type Problem, refused } from "@/lib/outcome";
import { type RecordPlace, recordPlace } from "./record-place";
import type { Stamp } from "./stamp";

/** Locks of records, one a location: two who save a section at once do so one after the other. */
const recordLock = 72;

/**
 * The one way to change a location's record: by whoever may edit it, while the location is open, one save at a time.
 * `work` refuses before it writes anything.
 */
export async function editRecord<T>(
  user: User,
  locationId: number,
  act: string,
  now: Date,
  work: (tx: Transaction, place: RecordPlace) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const place = await recordPlace(user, locationId, now);
  if (!place) throw new Forbidden("edit a location's record");
  allow(user, "edit a location's record", place.place);
  if (place.closed) return refused({ message: `${place.name} is closed, so its record can no longer be changed` });
  return transact(user, act, async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(${recordLock}, ${locationId}::int)::text`;
    return work(tx, place);
  });
}

/** Ticking this replaces what a colleague saved in the meantime. */
const newer = "record.newer";

/** The fields that a form has once its person was told that a colleague was first. */
export const newerFields = [`accept.${newer}`, `asked.${newer}`, `tick.${newer}`] as const;

/** Whether the form says that what a colleague saved meanwhile is to be replaced. */
export const replacesNewer = (typed: Readonly<Record<string, unknown>>): boolean => typed[`accept.${newer}`] === "yes";

/**
 * Says that a colleague saved this while the form was open. What was typed is not lost, and theirs is not replaced
 * until the person says so.
 */
export const changedMeanwhile = ({ at, by }: Stamp, now: { href: string }): Problem => ({
  code: newer,
  warning: true,
  message: `${by} changed this at ${formatDateTime(at)}, after you opened it. Look at their changes, or replace them with yours`,
  tick: "Replace their changes with mine",
  link: { href: now.href, label: "See what they saved" },
});

/** The person who is saving, as rows record it. */
export const writtenBy = (user: User, now: Date) => ({ at: now, byId: user.id, onBehalfOf: user.onBehalfOf ?? null });

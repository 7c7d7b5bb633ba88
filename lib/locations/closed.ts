import { formatDate } from "@/lib/format";
import { dayOf, type Day } from "@/lib/london";

const day = 24 * 60 * 60_000;

/** For how many days the people of a location that closed may still read what was filed there. */
export const daysAfterClosing = 90;

/** When the access to a location ends that was deregistered on that day. */
export const accessEndsAfterClosing = (deregisteredOn: Date): Date =>
  new Date(deregisteredOn.getTime() + daysAfterClosing * day);

/** That a location is closed: since when, and until when its people may read what was filed there. */
export interface Closed {
  on: Day;
  readUntil: Day;
}

/** Whether a location is closed now, by the day on which its register says it is no longer registered. */
export function closedNow({ deregisteredOn }: { deregisteredOn: Day | null }, now: Date): Closed | null {
  if (deregisteredOn === null || deregisteredOn > dayOf(now)) return null;
  return { on: deregisteredOn, readUntil: dayOf(accessEndsAfterClosing(new Date(deregisteredOn))) };
}

/** "Closed on 5 November 2026. You can read what was filed until 3 February 2027": for lists and tiles. */
export const closedSentence = ({ on, readUntil }: Closed): string =>
  `Closed on ${formatDate(on)}. You can read what was filed until ${formatDate(readUntil)}`;

import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { addDays, type Day, dayOf, dayTyped } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import type { NilReason } from "@/lib/questions/nil-reasons";
import { changedMeanwhile, editRecord, writtenBy } from "./edit-record";
import type { RecordPlace } from "./record-place";
import { type Stamp, stampOf } from "./stamp";
import { typedLines } from "./typed-line";

/** What a location may say of its future before its register does, and the reason its nil returns then have. */
export const statusKinds = {
  not_active: { label: "We are not active", says: "not active", nil: "stopped" },
  closing: { label: "We are closing", says: "closing", nil: "closing" },
  changing_hands: { label: "We are changing hands", says: "changing hands", nil: "changing_hands" },
} as const satisfies Record<string, { label: string; says: string; nil: NilReason }>;
export type StatusKind = keyof typeof statusKinds;

const isStatusKind = (text: string): text is StatusKind => Object.hasOwn(statusKinds, text);

/** What a location tells us about its future, until its register says it too. */
export interface SaidStatus {
  id: number;
  said: StatusKind;
  from: Day;
  note: string | null;
  stamp: Stamp;
}

/** What a location says now, or null if nothing. */
export async function saidStatus({ id }: RecordPlace): Promise<SaidStatus | null> {
  const row = await db.statusChange.findFirst({
    where: { locationId: id, endedAt: null },
    include: { by: { select: { fullName: true } } },
  });
  if (!row) return null;
  const { said, from, note, at, by, onBehalfOf } = row;
  return { id: row.id, said, from: from.toISOString().slice(0, 10), note, stamp: stampOf(at, by, onBehalfOf) };
}

/** A status as someone typed it, and the one that they saw when they opened the form; 0 for none. */
export interface StatusTyped {
  locationId: number;
  looked: number;
  said: string;
  day: string;
  month: string;
  year: string;
  note: string;
  over: boolean;
}

/**
 * Records that a location is not active, is closing or is changing hands. Its council and support see it; one that is
 * not active or is closing leaves Find at once. It ends by itself when the register changes: see the table's trigger.
 */
export const saveStatus = (user: User, typed: StatusTyped, now: Date) =>
  editRecord(user, typed.locationId, "said what is changing", now, async (tx, place): Promise<Outcome<null>> => {
    const { from, note, problems } = readStatus(typed, now);
    if (problems.length > 0 || from === null || !isStatusKind(typed.said)) return refused(...problems);
    const stands = await saidStatus(place);
    if (stands && stands.id !== typed.looked && !typed.over)
      return refused(changedMeanwhile(stands.stamp, { href: `/providers/${place.id}/status` }));
    await tx.statusChange.updateMany({
      where: { locationId: place.id, endedAt: null },
      data: { endedAt: now, endedBy: "person" },
    });
    const said = { said: typed.said, from: new Date(from), note };
    await tx.statusChange.create({ data: { locationId: place.id, ...said, ...writtenBy(user, now) } });
    return done(null);
  });

/** Takes back what was said: the location is in Find again. */
export const takeBackStatus = (user: User, locationId: number, now: Date) =>
  editRecord(user, locationId, "took back what was changing", now, async (tx): Promise<Outcome<null>> => {
    await tx.statusChange.updateMany({
      where: { locationId, endedAt: null },
      data: { endedAt: now, endedBy: "person" },
    });
    return done(null);
  });

function readStatus({ said, day, month, year, note: typedNote }: StatusTyped, now: Date) {
  const problems: Problem[] = [];
  if (!isStatusKind(said)) problems.push({ field: "said", message: "Select what is changing" });
  const from = dayTyped(day, month, year);
  const [first, last] = [addDays(dayOf(now), -1830), addDays(dayOf(now), 1830)];
  if (from === null) problems.push({ field: "from", message: "Enter a full date, such as 27 11 2026" });
  else if (from < first || from > last)
    problems.push({ field: "from", message: "Enter a date within 5 years of today" });
  const note = typedLines(typedNote);
  if (note !== null && note.length > 500)
    problems.push({ field: "note", message: "What you add must be 500 characters or fewer" });
  return { from, note, problems };
}

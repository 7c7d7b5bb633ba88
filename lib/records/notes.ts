import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { changedMeanwhile, editRecord, writtenBy } from "./edit-record";
import type { RecordPlace } from "./record-place";
import { type Stamp, stampOf } from "./stamp";
import { typedLines } from "./typed-line";

const longest = 1000;
const old = 183 * 86_400_000;

/** What a location tells those who look for a place, as it stands or stood. */
export interface RecordNote {
  id: number;
  text: string;
  stamp: Stamp;
  /** Written more than six months ago: is it still right? */
  old: boolean;
  endedAt: Date | null;
  /** Whether it was replaced by a newer wording, not taken down. */
  replaced: boolean;
}

/** Every note of a location that someone may see, newest first: those shown now, and earlier ones. */
export async function notesOfRecord({ id }: RecordPlace, now: Date): Promise<RecordNote[]> {
  const rows = await db.locationNote.findMany({
    where: { locationId: id },
    include: { by: { select: { fullName: true } }, replaced: { select: { id: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id: noteId, text, at, by, onBehalfOf, endedAt, replaced }) => ({
    id: noteId,
    text,
    stamp: stampOf(at, by, onBehalfOf),
    old: endedAt === null && now.getTime() - at.getTime() > old,
    endedAt,
    replaced: replaced !== null,
  }));
}

/** A note as someone typed it; `note` 0 is a new one. */
export interface NoteTyped {
  locationId: number;
  note: number;
  text: string;
  over: boolean;
}

/** Adds a note, or replaces one with a new wording and today's date. The earlier wording stays in the record. */
export const saveNote = (user: User, { locationId, note, text: typed, over }: NoteTyped, now: Date) =>
  editRecord(user, locationId, "wrote a note", now, async (tx): Promise<Outcome<null>> => {
    const text = typedLines(typed);
    if (text === null) return refused({ field: "text", message: "Enter the note" });
    if (text.length > longest)
      return refused({
        field: "text",
        message: `The note must be ${longest} characters or fewer. You have used ${text.length}`,
      });
    let replacesId: number | null = null;
    if (note !== 0) {
      const known = await tx.locationNote.findFirst({ where: { id: note, locationId } });
      if (!known) return refused({ message: "This note is not in the record any more. Add it as a new note" });
      if (known.endedAt === null) replacesId = note;
      else {
        const newest = await tx.locationNote.findFirst({
          where: { locationId, endedAt: null, replacesId: { not: null } },
          include: { by: { select: { fullName: true } } },
          orderBy: { id: "desc" },
        });
        if (!newest) return refused({ message: "Someone deleted this note after you opened it. Add it as a new note" });
        if (!over)
          return refused(
            changedMeanwhile(stampOf(newest.at, newest.by, newest.onBehalfOf), {
              href: `/providers/${locationId}#notes`,
            }),
          );
        replacesId = newest.id;
      }
    }
    if (replacesId !== null) await tx.locationNote.update({ where: { id: replacesId }, data: { endedAt: now } });
    await tx.locationNote.create({ data: { locationId, text, ...writtenBy(user, now), replacesId } });
    return done(null);
  });

/** Takes a note down: Find shows it no more, and the record keeps it. */
export const removeNote = (user: User, { locationId, note }: { locationId: number; note: number }, now: Date) =>
  editRecord(user, locationId, "took a note down", now, async (tx): Promise<Outcome<null>> => {
    await tx.locationNote.updateMany({ where: { id: note, locationId, endedAt: null }, data: { endedAt: now } });
    return done(null);
  });

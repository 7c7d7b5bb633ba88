import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { dayOf } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { chasedPlace } from "./chased-location";
import { isRecordedResult } from "./reasons";

const longestNote = 500;

export interface ContactToRecord {
  locationId: number;
  result: string;
  note: string;
}

/** Records the result of ringing a location about its returns, for everyone who oversees it. */
export async function recordContact(user: User, given: ContactToRecord, now: Date): Promise<Outcome<null>> {
  const place = await chasedPlace(user, given.locationId);
  if (!place) throw new Forbidden("chase a location");
  allow(user, "chase a location", place.place);
  const { result } = given;
  const note = given.note.replaceAll("\u0000", "").trim();
  const problems: Problem[] = [];
  if (!isRecordedResult(result)) problems.push({ field: "result", message: "Select the result of the call" });
  if (note.length > longestNote)
    problems.push({ field: "note", message: `The note must be ${longestNote} characters or fewer` });
  if (problems.length > 0 || !isRecordedResult(result)) return refused(...problems);
  await transact(user, "rang a location about its returns", (tx) =>
    tx.contactMade.create({
      data: {
        locationId: place.id,
        result,
        note: note || null,
        at: now,
        day: new Date(dayOf(now)),
        byId: user.id,
        onBehalfOf: user.onBehalfOf ?? null,
      },
    }),
  );
  return done(null);
}

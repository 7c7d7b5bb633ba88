import { findingSettings } from "@/lib/access/finding-settings";
import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { readUntil, wrongWithNote } from "./enquiry";
import { organisationOf } from "./organisation-of";
import { placePage } from "./place-page";

export interface Enquiring {
  locationId: number;
  /** The key of a bed type, or "" for any. */
  bedType: string;
  /** The hour, as an instant. */
  until: string;
  note: string;
}

const mostAtOnce = 10;

/**
 * Tells the home and others who search that someone is asking about a bed until an hour. It lowers no vacancy, ends by
 * itself, and asking again at the same place replaces what was asked before. Only while support has switched it on.
 */
export async function enquire(user: User, asked: Enquiring, now: Date): Promise<Outcome<null>> {
  allow(user, "find capacity");
  const { locationId, bedType } = asked;
  const place = await placePage(user, locationId, now);
  if (!place || !(await findingSettings()).enquiries) throw new Forbidden("find capacity");
  const note = asked.note.replace(/\s+/g, " ").trim();
  const until = readUntil(asked.until, now);
  const problems: Problem[] = [];
  if (bedType !== "" && !place.beds.some(({ key }) => key === bedType))
    problems.push({ field: "bedType", message: "Select the type of bed you are asking about" });
  if (until === null) problems.push({ field: "until", message: "Select an hour that is still to come" });
  const wrong = wrongWithNote(note);
  if (wrong !== null) problems.push({ field: "note", message: wrong });
  if (until === null || problems.length > 0) return refused(...problems);
  const organisation = await askerOf(user);
  return transact(user, "asked about a bed", async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(72, ${user.id}::int)::text`;
    const live = { byId: user.id, endedAt: null, until: { gt: now } };
    await tx.enquiry.updateMany({ where: { ...live, locationId }, data: { endedAt: now } });
    if ((await tx.enquiry.count({ where: live })) >= mostAtOnce)
      return refused({ message: `You are asking at ${mostAtOnce} places already. Stop asking at one of them first` });
    const data = { locationId, bedTypeKey: bedType || null, organisation, note: note || null, at: now, until };
    await tx.enquiry.create({ data: { ...data, byId: user.id, onBehalfOf: user.onBehalfOf ?? null } });
    return done(null);
  });
}

/** Stops asking, before the hour. Stopping again changes nothing. */
export async function stopEnquiry(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "find capacity");
  await transact(user, "stopped asking about a bed", (tx) =>
    tx.enquiry.updateMany({ where: { id, byId: user.id, endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}

/** "The discharge team of Moorside Infirmary"; others by their organisation. */
async function askerOf(user: User): Promise<string> {
  const locationId = user.grants[0]?.locationId;
  if (locationId === undefined) return organisationOf(user);
  const { name } = await db.location.findUniqueOrThrow({ where: { id: locationId }, select: { name: true } });
  return user.kind === "nhs_acute" ? `The discharge team of ${name}` : name;
}

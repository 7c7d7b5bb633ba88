import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { queueEmail } from "@/lib/outbox/queue-email";
import { countsHours } from "./services";
import { type PlacePage, placePage } from "./place-page";

const most = 12;

/** The places that someone shortlisted, in that order. Those that can no longer be found are left out and counted. */
export async function shortlist(user: User, now: Date): Promise<{ places: PlacePage[]; gone: number }> {
  const rows = await db.shortlisted.findMany({ where: { accountId: user.id }, orderBy: { addedAt: "asc" } });
  const places = await Promise.all(rows.map(({ locationId }) => placePage(user, locationId, now)));
  const there = places.filter((place) => place !== null);
  return { places: there, gone: rows.length - there.length };
}

/** Is it on their shortlist? */
export const isShortlisted = async (user: User, locationId: number): Promise<boolean> =>
  (await db.shortlisted.count({ where: { accountId: user.id, locationId } })) > 0;

/** Adds a place to the shortlist, or removes it. */
export async function setShortlisted(user: User, locationId: number, on: boolean, now: Date): Promise<Outcome<null>> {
  allow(user, "find capacity");
  const key = { accountId_locationId: { accountId: user.id, locationId } };
  if (!on) {
    await transact(user, "took a place off the shortlist", (tx) =>
      tx.shortlisted.deleteMany({ where: key.accountId_locationId }),
    );
    return done(null);
  }
  if (!(await placePage(user, locationId, now))) throw new Forbidden("find capacity");
  if ((await db.shortlisted.count({ where: { accountId: user.id } })) >= most)
    return refused({ message: `A shortlist can hold ${most} places. Remove one first` });
  await transact(user, "put a place on the shortlist", (tx) =>
    tx.shortlisted.upsert({ where: key, create: { ...key.accountId_locationId, addedAt: now }, update: {} }),
  );
  return done(null);
}

/** Emails the shortlist to the person themselves, to take along or to pass on. */
export async function mailShortlist(user: User, now: Date): Promise<Outcome<null>> {
  allow(user, "find capacity");
  const { places } = await shortlist(user, now);
  if (places.length === 0) return refused({ message: "Your shortlist is empty" });
  await transact(user, "mailed the shortlist", (tx) =>
    queueEmail(
      tx,
      {
        template: "shortlist",
        to: user.email,
        accountId: user.id,
        props: { name: user.name, places: places.map(inShort), at: now },
      },
      now,
    ),
  );
  return done(null);
}

/** A place in the words of a message. */
export const inShort = (place: PlacePage) => ({
  name: place.name,
  where: `${place.address}, ${place.postcode}`,
  telephone: place.telephone ?? "not known",
  free: freeInWords(place),
  path: `/find/${place.id}`,
});

/** "2 general nursing, 1 dementia nursing", or hours; "nothing free" if there is none. */
export function freeInWords({ beds, services, hoursFree }: Pick<PlacePage, "beds" | "services" | "hoursFree">): string {
  const free = beds.filter(({ free }) => free > 0).map(({ free, label }) => `${free} ${label.toLowerCase()}`);
  if (services.some(countsHours) && (hoursFree ?? 0) > 0) free.push(`${hoursFree} hours of home care a week`);
  return free.length === 0 ? "nothing free" : free.join(", ");
}

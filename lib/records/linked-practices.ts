import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { editRecord, writtenBy } from "./edit-record";
import type { RecordPlace } from "./record-place";
import { type Stamp, stampOf } from "./stamp";

/** A general practice that looks after the people of a location. */
export interface LinkedGp {
  /** The link's own number. */
  id: number;
  practiceId: number;
  name: string;
  address: string;
  closed: boolean;
  stamp: Stamp;
}

const most = 30;

/** The practices that are linked to a location, by name. */
export async function linkedPractices({ id }: RecordPlace): Promise<LinkedGp[]> {
  const rows = await db.linkedPractice.findMany({
    where: { locationId: id, endedAt: null },
    include: {
      by: { select: { fullName: true } },
      practice: { select: { name: true, addressLines: true, town: true, postcode: true, deregisteredOn: true } },
    },
    orderBy: [{ practice: { name: "asc" } }, { id: "asc" }],
  });
  return rows.map(({ id: link, practiceId, practice, at, by, onBehalfOf }) => ({
    id: link,
    practiceId,
    name: practice.name,
    address: [...practice.addressLines, practice.town, practice.postcode].filter(Boolean).join(", "),
    closed: practice.deregisteredOn !== null,
    stamp: stampOf(at, by, onBehalfOf),
  }));
}

interface PracticeLink {
  locationId: number;
  practice: number;
}

/** Links a general practice to a location; one that is linked already stays as it is. */
export const linkPractice = (user: User, { locationId, practice }: PracticeLink, now: Date) =>
  editRecord(user, locationId, "linked a general practice", now, async (tx): Promise<Outcome<null>> => {
    const found = await tx.location.findFirst({
      where: { id: practice, types: { has: "gp" }, deregisteredOn: null },
      select: { id: true },
    });
    if (!found || practice === locationId)
      return refused({ field: "words", message: "Select a general practice from the list" });
    const live = await tx.linkedPractice.findMany({ where: { locationId, endedAt: null } });
    if (live.some(({ practiceId }) => practiceId === practice)) return done(null);
    if (live.length >= most)
      return refused({ message: `A location can have ${most} linked practices. Remove one before you add another` });
    await tx.linkedPractice.create({ data: { locationId, practiceId: practice, ...writtenBy(user, now) } });
    return done(null);
  });

/** Takes a practice off a location's list; the record goes on saying that it was linked. */
export const unlinkPractice = (user: User, { locationId, practice }: PracticeLink, now: Date) =>
  editRecord(user, locationId, "unlinked a general practice", now, async (tx): Promise<Outcome<null>> => {
    await tx.linkedPractice.updateMany({
      where: { locationId, practiceId: practice, endedAt: null },
      data: { endedAt: now },
    });
    return done(null);
  });

import { countsNow } from "@/lib/access/grants";
import type { AccessLevel } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { RecordPlace } from "./record-place";

/** Someone who has access to a location. */
export interface PersonHere {
  id: number;
  name: string;
  jobTitle: string;
  level: AccessLevel;
  generic: boolean;
  lastSignedInAt: Date | null;
}

/**
 * Who has access to a location itself or to its provider, whichever is the higher; the councils and boards whose area it
 * lies in are not named. Empty for those who may not know.
 */
export async function peopleHere(place: RecordPlace, now: Date): Promise<PersonHere[]> {
  if (!place.maySeePeople) return [];
  const { id, providerId, dualProviderId } = place.place;
  const providers = [providerId, dualProviderId].filter((one): one is number => one !== null);
  const held = await db.access.findMany({
    where: {
      AND: [
        countsNow(now),
        { OR: [{ locationId: id }, { providerId: { in: providers } }] },
        { account: { deactivatedAt: null } },
      ],
    },
    select: {
      level: true,
      account: { select: { id: true, fullName: true, jobTitle: true, generic: true, lastSignedInAt: true } },
    },
    orderBy: [{ account: { fullName: "asc" } }, { accountId: "asc" }],
  });
  const people = new Map<number, PersonHere>();
  for (const { level, account } of held) {
    const { id: accountId, fullName: name, ...rest } = account;
    const known = people.get(accountId);
    people.set(accountId, { id: accountId, name, ...rest, level: known?.level === "approver" ? "approver" : level });
  }
  return [...people.values()];
}

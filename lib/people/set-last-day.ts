import { moveLastDay } from "@/lib/access/give";
import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { queueEmail } from "@/lib/outbox/queue-email";
import { dayOf } from "@/lib/london";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { AccessEnded } from "./end-access";
import { heldBy, lockedAccess, placeName, accessTargetOf } from "./access-rows";
import { lastApproverProblem, placesLeftWithoutApprover } from "./last-approver";
import { holderOf, onRecord } from "./on-record";

/**
 * Sets the day on which an access ends automatically, for example for someone who covers for a month, or removes that
 * day. Anyone who may end the person's access there may do this. Until that day nothing changes. We email the person
 * now, and when it ends.
 */
export async function setLastDay(
  user: User,
  accessId: number,
  { endsAt, last }: { endsAt: Date | null; last: boolean },
  now: Date,
): Promise<Outcome<AccessEnded>> {
  const holder = await holderOf(accessId);
  if (holder === null) throw new Forbidden("remove a person from a place");
  return onRecord(user, holder, "set the last day of an access", now, async (tx) => {
    const access = await lockedAccess(tx, accessId, now);
    if (!access) throw new Forbidden("remove a person from a place");
    allow(user, "remove a person from a place", accessTargetOf(access), heldBy(access.account, access.level));
    const without = endsAt ? await placesLeftWithoutApprover(tx, access.account.id, [access], now) : [];
    if (without.length > 0 && !last) return refused(lastApproverProblem(without));
    await moveLastDay(tx, accessId, endsAt);
    const { id: accountId, email: to, fullName: name } = access.account;
    const place = placeName(access);
    if (access.endsAt?.getTime() === endsAt?.getTime()) return done({ name, place });
    const props = { name, places: [place], ...(endsAt && { lastDay: dayOf(endsAt) }) };
    await queueEmail(tx, { template: "last-day-set", to, accountId, props }, now);
    return done({ name, place });
  });
}

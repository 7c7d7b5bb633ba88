import { endAccess } from "@/lib/access/give";
import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { dayOf } from "@/lib/london";
import { done, refused, type Outcome } from "@/lib/outcome";
import { heldBy, lockedAccess, placeName, accessTargetOf } from "./access-rows";
import { holderOf, onRecord } from "./on-record";
import { lastApproverProblem, placesLeftWithoutApprover } from "./last-approver";
import { reasonGiven } from "./reason";

export interface AccessEnding {
  reason: string;
  /** It was said that the place may be left without an approver. */
  last: boolean;
}

/** Whose access ended, and to what. */
export interface AccessEnded {
  name: string;
  place: string;
}

/**
 * Ends someone's access to one place straight away, with a reason that we email to them. By an approver of that place
 * for a Standard user; by support for anyone. The rest of their access stays.
 */
export async function removeFromPlace(
  user: User,
  accessId: number,
  ending: AccessEnding,
  now: Date,
): Promise<Outcome<AccessEnded>> {
  const holder = await holderOf(accessId);
  if (holder === null) throw new Forbidden("remove a person from a place");
  return onRecord(user, holder, "took someone out of a place", now, async (tx) => {
    const access = await lockedAccess(tx, accessId, now);
    if (!access) throw new Forbidden("remove a person from a place");
    allow(user, "remove a person from a place", accessTargetOf(access), heldBy(access.account, access.level));
    const reason = reasonGiven(ending.reason);
    if (!reason.ok) return reason;
    const ended = await end(tx, user, access, { ...ending, reason: reason.value }, now);
    if (!ended.ok) return ended;
    const { id, email, fullName } = access.account;
    const props = { name: fullName, places: [ended.value.place], endedOn: dayOf(now), reason: reason.value };
    await queueEmail(tx, { template: "access-ended", to: email, accountId: id, props }, now);
    return ended;
  });
}

/** Gives up someone's own access to one place. The last approver must first confirm that they know what that means. */
export async function leavePlace(
  user: User,
  accessId: number,
  { last }: Pick<AccessEnding, "last">,
  now: Date,
): Promise<Outcome<AccessEnded>> {
  return transact(user, "left a place", async (tx) => {
    const access = await lockedAccess(tx, accessId, now);
    if (!access) throw new Forbidden("leave a place");
    allow(user, "leave a place", access.account.id);
    return end(tx, user, access, { reason: "Gave up access", last }, now);
  });
}

type Access = NonNullable<Awaited<ReturnType<typeof lockedAccess>>>;

async function end(tx: Transaction, user: User, access: Access, { reason, last }: AccessEnding, now: Date) {
  const without = await placesLeftWithoutApprover(tx, access.account.id, [access], now);
  if (without.length > 0 && !last) return refused(lastApproverProblem(without));
  await endAccess(tx, { id: access.id }, { endedById: user.id, reason }, now);
  return done({ name: access.account.fullName, place: placeName(access) });
}

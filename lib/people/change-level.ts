import { setAccess } from "@/lib/access/give";
import { allow, can, Forbidden } from "@/lib/access/policy";
import type { AccessLevel, User } from "@/lib/access/user";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { AccessEnded } from "./end-access";
import { heldBy, lockedAccess, placeName, accessTargetOf } from "./access-rows";
import { holderOf, onRecord } from "./on-record";
import { lastApproverProblem, placesLeftWithoutApprover } from "./last-approver";

const called: Record<AccessLevel, string> = { standard: "Standard", approver: "Approver" };

/**
 * Makes someone an approver of one place, or a Standard user there. The old access ends and a new one begins, so that
 * who did it and when stays to be seen. Approvers raise; an approver is lowered by support or by themselves.
 */
export async function changeLevel(
  user: User,
  accessId: number,
  { level, last }: { level: AccessLevel; last: boolean },
  now: Date,
): Promise<Outcome<AccessEnded>> {
  const holder = await holderOf(accessId);
  if (holder === null) throw new Forbidden("change a person's level at a place");
  return onRecord(user, holder, `made someone ${called[level]}`, now, async (tx) => {
    const access = await lockedAccess(tx, accessId, now);
    if (!access) throw new Forbidden("change a person's level at a place");
    const { account, endsAt } = access;
    if (access.level === level && can(user, "see a person's access somewhere", accessTargetOf(access)))
      return refused({ message: `${account.fullName} already has ${called[level]} access there` });
    allow(user, "change a person's level at a place", accessTargetOf(access), heldBy(account, access.level), level);
    const without = level === "standard" ? await placesLeftWithoutApprover(tx, account.id, [access], now) : [];
    if (without.length > 0 && !last) return refused(lastApproverProblem(without));
    await setAccess(tx, account.id, access, { level, endsAt, givenById: user.id }, now);
    const place = placeName(access);
    const props = { name: account.fullName, places: [place], level };
    if (account.id !== user.id)
      await queueEmail(tx, { template: "access-granted", to: account.email, accountId: account.id, props }, now);
    return done({ name: account.fullName, place });
  });
}

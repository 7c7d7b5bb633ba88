import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, type Outcome } from "@/lib/outcome";
import { forReason } from "./for-reason";

/**
 * Opens a closed account again, with new login details and without any access: that is given again where it is needed.
 */
export async function reopenAccount(
  user: User,
  personId: number,
  typed: { reason: string },
  now: Date,
): Promise<Outcome<{ name: string }>> {
  return forReason(user, personId, typed, now, async (tx) => {
    const account = await tx.account.findUnique({ where: { id: personId } });
    if (!account) throw new Forbidden("support people");
    if (account.kind === "support")
      return refused({ message: "You cannot reopen a support account. Propose and confirm the person again" });
    if (account.mergedIntoId !== null) return refused({ message: "This account was merged into another" });
    if (account.pseudonymisedAt) return refused({ message: "This person's details have been permanently deleted" });
    const { count } = await tx.account.updateMany({
      where: { id: personId, deactivatedAt: { not: null } },
      data: { deactivatedAt: null, deactivatedById: null, deactivatedReason: null },
    });
    if (count === 0) return refused({ message: "This account is open" });
    const { until } = await issueCredentials(tx, personId, now);
    const props = { accountId: personId, name: account.fullName, email: account.email, until };
    await queueEmail(tx, { template: "credentials-sent-again", to: account.email, accountId: personId, props }, now);
    return done({ name: account.fullName });
  });
}

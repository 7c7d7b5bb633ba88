import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { endSessions } from "@/lib/accounts/end-sessions";
import { forgetSecondFactor } from "@/lib/accounts/remove-second-factor";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, type Outcome } from "@/lib/outcome";
import { forReason } from "./for-reason";

/**
 * For someone who lost their phone and their recovery codes: the second factor is forgotten, every session ends, and
 * they set up another at the next sign-in where one is required. They are told, in case it was not they who asked.
 */
export async function resetSecondFactor(
  user: User,
  personId: number,
  typed: { reason: string },
  now: Date,
): Promise<Outcome<{ name: string }>> {
  return forReason(user, personId, typed, now, async (tx) => {
    const account = await tx.account.findUnique({ where: { id: personId } });
    if (!account || personId === user.id) throw new Forbidden("support people");
    if (!account.totpConfirmedAt) return refused({ message: "This account does not have a second factor" });
    await forgetSecondFactor(tx, personId);
    await endSessions(tx, personId, "the second factor was reset", now);
    const props = { name: account.fullName, at: now };
    await queueEmail(tx, { template: "second-factor-reset", to: account.email, accountId: personId, props }, now);
    return done({ name: account.fullName });
  });
}

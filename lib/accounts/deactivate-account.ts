import type { User } from "../access/user";
import { transact } from "../db";
import { plainText } from "../email/plain-text";
import { queueEmail } from "../email/queue-email";
import { done, refused, refusedAt, type Outcome } from "../outcome";
import { endSessions } from "./end-sessions";
import { managed } from "./managed";

/**
 * Closes the account of somebody who left: nothing is deleted. Their next request is refused, their access ends with the
 * same reason, login details and links die, and they are told. Support may open it again.
 */
export async function deactivateAccount(
  user: User,
  accountId: number,
  reason: string,
  now: Date,
): Promise<Outcome<null>> {
  const { name, email } = await managed(user, accountId, now);
  const why = plainText(reason, 500);
  if (why === "") return refusedAt("reason", "Say why this account is closed");
  return transact(user, `closed an account: ${why}`, async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, deactivatedAt: null },
      data: { deactivatedAt: now, deactivatedById: user.id, deactivatedReason: why },
    });
    if (count === 0) return refused({ message: "This account is closed already." });
    await endSessions(tx, accountId, "the account was closed", now);
    await tx.access.updateMany({
      where: { accountId, endedAt: null },
      data: { endedAt: now, endedById: user.id, endedReason: why },
    });
    await tx.resetLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
    await queueEmail(tx, { template: "account-deactivated", to: email, accountId, props: { name, reason: why } }, now);
    return done(null);
  });
}

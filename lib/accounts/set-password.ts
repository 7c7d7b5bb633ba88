import type { Prisma, Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { endSessions } from "./end-sessions";
import { keepOldPassword } from "./keep-old-password";

/** Writes a password someone chose: other sessions and unused links end, and the owner gets a mail. */
export async function setPassword(
  tx: Transaction,
  accountId: number,
  passwordHash: string,
  keep: Prisma.SessionWhereInput | undefined,
  now: Date,
): Promise<void> {
  await keepOldPassword(tx, accountId, now);
  const { email, fullName } = await tx.account.update({
    where: { id: accountId },
    data: { passwordHash, passwordSetAt: now, credentialsNonce: null, credentialsIssuedAt: null },
    select: { email: true, fullName: true },
  });
  await endSessions(tx, accountId, "the password was changed", now, keep);
  await tx.resetLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
  const props = { name: fullName, at: now };
  await queueEmail(tx, { template: "password-changed", to: email, accountId, props }, now);
}

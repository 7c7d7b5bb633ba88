import { endSessions } from "@/lib/accounts/end-sessions";
import { unlockAll } from "@/lib/accounts/sign-in-lane";
import { endAccess } from "@/lib/access/give";
import { countsNow } from "@/lib/access/grants";
import type { User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import { answerClosing } from "./closing-requests";

export interface Closing {
  id: number;
  email: string;
}

/**
 * Closes an account inside the caller's transaction: sessions, links and login details end, and so does every access,
 * with the reason. What waits for a decision is withdrawn, and an approver who asked for the closing is told. Nothing
 * is deleted: returns keep the name of who filed them. Answers false if it was closed already.
 */
export async function closeAccount(
  tx: Transaction,
  user: User,
  { id, email }: Closing,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id, deactivatedAt: null },
    data: {
      deactivatedAt: now,
      deactivatedById: user.id,
      deactivatedReason: reason,
      passwordHash: null,
      credentialsNonce: null,
    },
  });
  if (count === 0) return false;
  await endSessions(tx, id, "the account was closed", now);
  await tx.resetLink.updateMany({ where: { accountId: id, usedAt: null }, data: { usedAt: now } });
  await tx.returnLink.updateMany({ where: { accountId: id, expiresAt: { gt: now } }, data: { expiresAt: now } });
  await unlockAll(tx, { id, email });
  const access = { accountId: id, ...countsNow(now) };
  await endAccess(tx, access, { endedById: user.id, reason: `Account closed: ${reason}` }, now);
  await tx.accessRequest.updateMany({
    where: { accountId: id, decidedAt: null },
    data: { decidedAt: now, decidedById: user.id, decision: "rejected", reason: "The account was closed" },
  });
  await answerClosing(tx, user, { accountId: id }, "The account is closed.", now);
  return true;
}

import { randomBytes } from "node:crypto";
import type { Transaction } from "@/lib/db";
import { derivedPassword } from "@/lib/tokens";
import { credentialsUntil } from "./credentials-until";
import { endSessions } from "./end-sessions";
import { keepOldPassword } from "./keep-old-password";
import { hashPassword } from "./password-hash";
import { unlockAll } from "./sign-in-lane";

/**
 * Makes new login details for an account, inside the caller's transaction: the one-use password is worked out from a
 * nonce when the mail is sent, and the row keeps its hash. It opens only the page to choose a password, once, within
 * CREDENTIALS_HOURS and five tries. Earlier details and the password before them die, sessions end, a lock is lifted.
 */
export async function issueCredentials(tx: Transaction, accountId: number, now: Date): Promise<{ until: Date }> {
  const nonce = randomBytes(24).toString("base64url");
  const passwordHash = await hashPassword(derivedPassword(nonce));
  await keepOldPassword(tx, accountId, now);
  const account = await tx.account.update({
    where: { id: accountId },
    data: { passwordHash, passwordSetAt: null, credentialsNonce: nonce, credentialsIssuedAt: now },
    select: { id: true, email: true },
  });
  await endSessions(tx, accountId, "new login details were sent", now);
  await tx.resetLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
  await unlockAll(tx, account);
  return { until: credentialsUntil(now) };
}

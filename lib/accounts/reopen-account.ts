import { allow } from "../access/policy";
import type { User } from "../access/user";
import { transact } from "../db";
import { queueEmail } from "../email/queue-email";
import { done, refused, type Outcome } from "../outcome";
import { issueCredentials } from "./issue-credentials";
import { managed } from "./managed";

/** Opens a closed account again and mails new login details. Access that ended stays ended: it is asked for anew. */
export async function reopenAccount(user: User, accountId: number, now: Date): Promise<Outcome<null>> {
  allow(user, "support people");
  const { name, email } = await managed(user, accountId, now);
  return transact(user, "opened an account again", async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, deactivatedAt: { not: null }, mergedIntoId: null, pseudonymisedAt: null },
      data: { deactivatedAt: null, deactivatedById: null, deactivatedReason: null },
    });
    if (count === 0) return refused({ message: "This account is not closed, or can't be opened again." });
    const { until } = await issueCredentials(tx, accountId, now);
    const props = { accountId, name, email, until };
    await queueEmail(tx, { template: "credentials-sent-again", to: email, accountId, props }, now);
    return done(null);
  });
}

import type { User } from "../access/user";
import { transact } from "../db";
import { queueEmail } from "../email/queue-email";
import { done, refused, type Outcome } from "../outcome";
import { issueCredentials } from "./issue-credentials";
import { isClosed, managed } from "./managed";

/** Mails somebody new login details: earlier ones and their password die, sessions end, a lock is lifted. */
export async function sendCredentialsAgain(user: User, accountId: number, now: Date): Promise<Outcome<null>> {
  const { name, email, deactivatedAt } = await managed(user, accountId, now);
  if (deactivatedAt) return refused({ message: isClosed });
  await transact(user, "sent login details again", async (tx) => {
    const { until } = await issueCredentials(tx, accountId, now);
    const props = { accountId, name, email, until };
    await queueEmail(tx, { template: "credentials-sent-again", to: email, accountId, props }, now);
  });
  return done(null);
}

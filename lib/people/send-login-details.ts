import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, type Outcome } from "@/lib/outcome";
import { personWithAccess } from "./person-with-access";
import { onRecord } from "./on-record";

/**
 * Resets a password, or sends login details that never arrived again: the person gets a new one-use password by email,
 * which no one else sees. The old one stops working, their sessions end and the account is unlocked. By support, and by
 * an approver of every place that a Standard user reaches.
 */
export async function sendLoginDetails(user: User, personId: number, now: Date): Promise<Outcome<{ name: string }>> {
  return onRecord(user, personId, "sent new login details", now, async (tx) => {
    const found = await personWithAccess(tx, personId, now);
    if (!found) throw new Forbidden("reset, unlock or deactivate a person");
    allow(user, "reset, unlock or deactivate a person", found.colleague);
    const { email, fullName, deactivatedAt } = found.person;
    if (deactivatedAt) return refused({ message: "This account is closed. Only support can open it again" });
    const { until } = await issueCredentials(tx, personId, now);
    const props = { accountId: personId, name: fullName, email, until };
    await queueEmail(tx, { template: "credentials-sent-again", to: email, accountId: personId, props }, now);
    return done({ name: fullName });
  });
}

import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { randomToken } from "@/lib/tokens";
import { webhookSeenBy } from "./webhooks";

/** For how many hours the secret before goes on signing beside a new one. */
export const earlierSecretHours = 24;

/** How often a secret may be changed while earlier ones still sign. */
const most = 3;

/**
 * Gives a webhook a new secret, for whoever can see its key and for support; the one before goes on signing beside it
 * for a day. Answers with the nonce of the new one, which is shown once. Refuses a webhook that has ended or whose key
 * has, and a fourth change within a day.
 */
export async function changeWebhookSecret(user: User, id: number, now: Date): Promise<Outcome<{ nonce: string }>> {
  allow(user, "make API keys");
  const hook = await webhookSeenBy(user, id, now);
  if (!hook) return refused({ message: "This webhook has already ended" });
  if (hook.state === "key ended")
    return refused({ message: "The key of this webhook has ended, so nothing is signed" });
  const nonce = randomToken();
  return transact(user, "changed the secret of a webhook", async (tx) => {
    await tx.webhook.update({ where: { id }, data: { secretChangedAt: now } });
    await tx.webhookEarlierSecret.deleteMany({ where: { webhookId: id, signsUntil: { lte: now } } });
    if ((await tx.webhookEarlierSecret.count({ where: { webhookId: id } })) >= most)
      return refused({
        message: `You have changed this secret ${most} times in a day, which is the most you can. Try again tomorrow`,
      });
    const before = await tx.webhookSecret.findUniqueOrThrow({ where: { webhookId: id } });
    const signsUntil = new Date(now.getTime() + earlierSecretHours * 3_600_000);
    await tx.webhookEarlierSecret.create({ data: { ...before, signsUntil } });
    await tx.webhookSecret.update({ where: { webhookId: id }, data: { nonce } });
    return done({ nonce });
  });
}

import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { randomToken } from "@/lib/tokens";
import { keySeenBy } from "@/lib/api/keys";
import { problemWithWebhookAddress } from "./webhook-address";
import { isWebhookEvent } from "./webhook-events";

/** What the form for a new webhook asks. */
export interface WebhookAsked {
  keyId: number;
  address: string;
  events: readonly string[];
}

const most = 5;

/**
 * Adds a webhook to a key that reads, for whoever can see the key. Answers with the nonce of its secret, which is shown
 * once. Refuses a sixth, and an address that is not public.
 */
export async function addWebhook(user: User, asked: WebhookAsked, now: Date): Promise<Outcome<{ nonce: string }>> {
  allow(user, "make API keys");
  const key = await keySeenBy(user, asked.keyId, now);
  const problems: Problem[] = [];
  if (!key) problems.push({ message: "This key has already ended" });
  else if (!key.scopes.includes("read"))
    problems.push({ message: "This key may not read, so no webhook can tell its system anything. Make another key" });
  const address = asked.address.trim();
  const wrong = problemWithWebhookAddress(address);
  if (wrong !== null) problems.push({ field: "address", message: wrong });
  const events = [...new Set(asked.events.filter(isWebhookEvent))];
  if (events.length === 0) problems.push({ field: "events", message: "Select what the system wants to be told" });
  if (!key || problems.length > 0) return refused(...problems);
  const nonce = randomToken();
  return transact(user, "added a webhook", async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(72, ${key.id}::int)::text`;
    if ((await tx.webhook.count({ where: { keyId: key.id, endedAt: null } })) >= most)
      return refused({ message: `This key already has ${most} webhooks. End one first` });
    await tx.webhook.create({
      data: { keyId: key.id, address, events, madeById: user.id, madeAt: now, secret: { create: { nonce } } },
    });
    return done({ nonce });
  });
}

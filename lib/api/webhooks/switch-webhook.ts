import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { giveUpWaiting, stopSending } from "./stop-sending";
import { webhookSeenBy } from "./webhooks";

/** What can be done to a webhook: nothing is sent while it is paused, and an ended one is gone for good. */
export type WebhookSwitch = "pause" | "resume" | "end";
const reasons: Record<WebhookSwitch, string> = {
  pause: "paused a webhook",
  resume: "resumed a webhook",
  end: "ended a webhook",
};

/**
 * Pauses, resumes or ends a webhook, for whoever can see its key and for support. What waited when it was paused or ended
 * is not sent. Doing it again changes nothing.
 */
export async function switchWebhook(user: User, id: number, to: WebhookSwitch, now: Date): Promise<Outcome<null>> {
  allow(user, "make API keys");
  if (!(await webhookSeenBy(user, id, now))) return refused({ message: "This webhook has already ended" });
  await transact(user, reasons[to], async (tx) => {
    if (to === "pause") return stopSending(tx, id, "asked", now);
    if (to === "end") await giveUpWaiting(tx, id, "Not sent, because the webhook has ended", now);
    const live = { id, endedAt: null };
    return to === "end"
      ? tx.webhook.updateMany({ where: live, data: { endedAt: now } })
      : tx.webhook.updateMany({
          where: { ...live, pausedAt: { not: null } },
          data: { pausedAt: null, pausedBecause: null, resumedAt: now },
        });
  });
  return done(null);
}

import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { queueWebhooks } from "./queue-webhooks";
import { webhookSeenBy } from "./webhooks";

const testsAnHour = 20;
const notNow = "This webhook is paused, or its key has ended. Nothing can be sent to it now";

/** Sends an event to a webhook again, under its id: a system that has had it knows it. Answers with the webhook's id. */
export async function sendAgain(user: User, deliveryId: number, now: Date): Promise<Outcome<number>> {
  allow(user, "make API keys");
  const delivery = await db.webhookDelivery.findUnique({ where: { id: deliveryId } });
  const hook = delivery && (await webhookSeenBy(user, delivery.webhookId, now));
  if (!delivery || !hook) return refused({ message: "This has been deleted since, and cannot be sent again" });
  if (hook.state === "paused" || hook.state === "key ended") return refused({ message: notNow });
  await transact(user, "sent a webhook again", async (tx) => {
    const afresh = { attempts: 0, lastError: null, lastStatus: null, deliveredAt: null, givenUpAt: null };
    await tx.webhookDelivery.update({
      where: { id: deliveryId },
      data: { ...afresh, queuedAt: now, nextTryAt: now },
    });
    await queueWebhooks(tx, [deliveryId]);
  });
  return done(hook.id);
}

/** Sends a webhook an event that says nothing, so that its system can be tried. */
export async function sendTest(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "make API keys");
  const hook = await webhookSeenBy(user, id, now);
  if (!hook) return refused({ message: "This webhook has already ended" });
  if (hook.state === "paused" || hook.state === "key ended") return refused({ message: notNow });
  const since = new Date(now.getTime() - 3_600_000);
  const tests = { webhookId: id, event: { type: "test" }, queuedAt: { gt: since } };
  if ((await db.webhookDelivery.count({ where: tests })) >= testsAnHour)
    return refused({
      message: `You have sent ${testsAnHour} tests in an hour, which is the most you can. Try again later`,
    });
  await transact(user, "sent a webhook a test", async (tx) => {
    const event = await tx.webhookEvent.create({ data: { type: "test", at: now, about: {}, toldAt: now } });
    const data = { webhookId: id, eventId: event.id, queuedAt: now, nextTryAt: now };
    const delivery = await tx.webhookDelivery.create({ data });
    await queueWebhooks(tx, [delivery.id]);
  });
  return done(null);
}

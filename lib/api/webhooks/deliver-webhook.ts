import { db, type Prisma, system, transact, type Transaction } from "@/lib/db";
import { log } from "@/lib/log";
import { NotPublic } from "./public-address";
import { pauseIfFailing } from "./pause-if-failing";
import { type Post, postTo } from "./post-webhook";
import { queueWebhooks } from "./queue-webhooks";
import { webhookBody } from "./webhook-body";
import { signedHeaders, webhookSecretOf } from "./webhook-secret";
import { whyNotHeard } from "./hearing";

const minute = 60;
const hour = 60 * minute;
/** Seconds to wait after each failed try; after the last, it is given up. */
export const webhookPauses = [minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 24 * hour] as const;
/** Seconds that one try may take before another worker may think its worker dead. */
export const webhookLease = minute;

type Sending = "delivered" | "waiting" | "given up" | "nothing to do";

const by = system("webhooks");
const taken = {
  webhook: { include: { key: true, secret: true, earlierSecrets: { orderBy: { signsUntil: "desc" } } } },
  event: { include: { location: true } },
} as const;
type Taken = Prisma.WebhookDeliveryGetPayload<{ include: typeof taken }>;

/**
 * Sends one delivery. Its worker holds it for a minute, so that two never try at the same time; if the worker dies, the
 * next one sends the same event with the same id. Whether the webhook may still hear it is asked at each try. Retries
 * after 1, 5 and 30 minutes and 2, 5, 10 and 24 hours, then gives up; whoever made it and support see why.
 */
export async function deliverWebhook(id: number, now: Date, post: Post = postTo()): Promise<Sending> {
  const delivery = await take(id, now);
  if (!delivery) return waitForIt(id, now);
  const { webhook, event } = delivery;
  const why = await whyNotHeard(webhook, event.locationId, now);
  if (why !== null || !webhook.secret) return notHeard(delivery, why ?? "Not sent, because it has no secret", now);
  const body = webhookBody(event);
  const earlier = webhook.earlierSecrets.filter(({ signsUntil }) => signsUntil > now);
  const secrets = [webhook.secret, ...earlier].map(({ nonce }) => webhookSecretOf(nonce));
  const headers = signedHeaders(secrets, event.id, now, body);
  const answer = await post(webhook.address, headers, body).catch((fault: unknown) => faultInWords(fault, id));
  if (typeof answer === "number" && answer >= 200 && answer < 300) {
    const lastStatus = answer;
    const data = { deliveredAt: now, nextTryAt: null, givenUpAt: null, lastStatus, lastError: null };
    await transact(by, "delivered", (tx) => tx.webhookDelivery.updateMany({ where: still(delivery), data }));
    return "delivered";
  }
  return notTaken(delivery, answer, now);
}

/** Takes a delivery that is due, and says until when. */
async function take(id: number, now: Date): Promise<Taken | null> {
  const until = new Date(now.getTime() + webhookLease * 1000);
  return transact(by, "taken to send", async (tx) => {
    const due = await tx.$queryRaw<{ id: number }[]>`
      select id from webhook_delivery where id = ${id}::int and next_try_at <= ${now} for update skip locked`;
    if (due.length === 0) return null;
    const data = { attempts: { increment: 1 }, nextTryAt: until };
    return tx.webhookDelivery.update({ where: { id }, data, include: taken });
  });
}

/** Not due yet, or another worker has it: looks again later. */
async function waitForIt(id: number, now: Date): Promise<Sending> {
  const waiting = await db.webhookDelivery.findUnique({ where: { id }, select: { nextTryAt: true } });
  if (!waiting?.nextTryAt) return "nothing to do";
  const seconds = Math.max(1, (waiting.nextTryAt.getTime() - now.getTime()) / 1000);
  await transact(by, "looks again", (tx) => queueWebhooks(tx, [id], seconds));
  return "waiting";
}

async function notTaken(delivery: Taken, answer: number | string, now: Date): Promise<Sending> {
  const lastStatus = typeof answer === "number" ? answer : null;
  const lastError = typeof answer === "number" ? statusInWords(answer) : answer;
  const pause = webhookPauses[delivery.attempts - 1];
  if (pause === undefined) return giveUp(delivery, now, lastError, lastStatus);
  const nextTryAt = new Date(now.getTime() + pause * 1000);
  const waits = await transact(by, "not delivered", async (tx) => {
    await tx.webhookDelivery.updateMany({ where: still(delivery), data: { nextTryAt, lastStatus, lastError } });
    if (await pauseIfFailing(tx, delivery.webhook, { lastStatus, lastError }, now)) return false;
    await queueWebhooks(tx, [delivery.id], pause);
    return true;
  });
  return waits ? "waiting" : "given up";
}

/** It was not tried: nothing of this is the address's fault. */
async function notHeard(delivery: Taken, lastError: string, now: Date): Promise<Sending> {
  const data = { attempts: delivery.attempts - 1, givenUpAt: now, nextTryAt: null, lastError, lastStatus: null };
  await transact(by, "not sent", (tx) => tx.webhookDelivery.updateMany({ where: still(delivery), data }));
  return "given up";
}

async function giveUp(delivery: Taken, now: Date, lastError: string, lastStatus: number | null = null) {
  await transact(by, "given up", async (tx: Transaction) => {
    const data = { givenUpAt: now, nextTryAt: null, lastError, lastStatus };
    await tx.webhookDelivery.updateMany({ where: still(delivery), data });
    await pauseIfFailing(tx, delivery.webhook, { lastStatus, lastError }, now);
  });
  return "given up" as const;
}

/** Only the latest try may change a delivery; an earlier one that took too long must not. */
const still = ({ id, attempts }: Taken) => ({ id, attempts, deliveredAt: null });

function statusInWords(status: number): string {
  if (status >= 300 && status < 400) return `The address answered ${status}: it leads elsewhere, and we do not follow`;
  if (status === 401 || status === 403) return `The address answered ${status}: it did not let us in`;
  if (status === 404) return "The address answered 404: there is nothing there";
  if (status === 410) return "The address answered 410: it is gone for good";
  return status >= 500 ? `The address answered ${status}: its system has a fault` : `The address answered ${status}`;
}

const faults: Record<string, string> = {
  ENOTFOUND: "The name of the address was not found",
  ECONNREFUSED: "The address did not take the connection",
  ABORT_ERR: "The address did not answer within 10 seconds",
  ETIMEDOUT: "The address did not answer within 10 seconds",
};

/** What went wrong, in words that say nothing of where we are or what we tried. */
function faultInWords(fault: unknown, delivery: number): string {
  if (fault instanceof NotPublic) return "The address leads into a private network, where we send nothing";
  const { code = "", name = "" } = fault as { code?: string; name?: string };
  log.info({ delivery, code, name }, "a webhook was not delivered");
  if (name === "TimeoutError" || name === "AbortError") return "The address did not answer within 10 seconds";
  if (/CERT|SSL|TLS|SIGNED/.test(code)) return "The certificate of the address is not valid";
  return faults[code] ?? "The connection was lost before the address answered";
}

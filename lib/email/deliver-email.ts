import { db, system, transact } from "@/lib/db";
import { log } from "@/lib/log";
import type { Email } from "@/prisma/client/client";
import { queueDelivery } from "@/lib/outbox/queue-email";
import { isTemplate, readProps } from "@/lib/outbox/templates";
import { renderEmail } from "./render-email";
import { secretsOf, unsubscribeIn } from "./secrets-of";
import { EmailRefused, transport as transportOfSettings, type Transport } from "./transport";

const minute = 60;
/** Seconds to wait after each failed try; after the last, it has failed. */
export const retryPauses = [minute, 5 * minute, 30 * minute, 120 * minute, 720 * minute] as const;
/** Seconds that one try may take before another sender may think it dead. Longer than any transport's patience. */
export const deliveryLease = 5 * minute;

export type Delivery = "sent" | "waiting" | "failed" | "nothing to do";

const by = system("mail");

/**
 * Sends one message of the outbox, once as far as anyone can tell. A sender holds it for five minutes, so that two
 * never try at the same time. If a sender dies, the next one sends the same message with the same id. Retries after 1,
 * 5 and 30 minutes and 2 and 12 hours, then gives up, and support can see that it failed.
 */
export async function deliverEmail(
  id: string,
  now: Date,
  transport: Transport = transportOfSettings(),
): Promise<Delivery> {
  const taken = await take(id, now);
  if (!taken) return waitForIt(id, now);
  try {
    const letter = await letterOf(taken, now);
    if (!letter)
      return await giveUp(
        taken,
        now,
        "Not sent, because the password or link has been used or replaced, or has expired.",
      );
    await transport.send(letter);
  } catch (error) {
    return notSent(taken, now, error, transport);
  }
  await transact(by, "sent", (tx) =>
    tx.email.update({
      where: { id },
      data: { sentAt: now, failedAt: null, nextTryAt: null, lastError: null, transport: transport.name },
    }),
  );
  return "sent";
}

/** Takes a message that is due, and says until when. */
async function take(id: string, now: Date): Promise<Email | null> {
  const until = new Date(now.getTime() + deliveryLease * 1000);
  return transact(by, "taken to send", async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      select id from email
       where id = ${id}::uuid and sent_at is null and failed_at is null and next_try_at <= ${now}
         for update skip locked`;
    if (due.length === 0) return null;
    return tx.email.update({ where: { id }, data: { attempts: { increment: 1 }, nextTryAt: until } });
  });
}

/** Not due yet, or another sender has it: looks again later. */
async function waitForIt(id: string, now: Date): Promise<Delivery> {
  const email = await db.email.findUnique({ where: { id } });
  if (!email?.nextTryAt || email.sentAt || email.failedAt) return "nothing to do";
  const seconds = Math.max(1, (email.nextTryAt.getTime() - now.getTime()) / 1000);
  await transact(by, "looks again", (tx) => queueDelivery(tx, [id], seconds));
  return "waiting";
}

async function letterOf({ id, template, to, subject, props }: Email, now: Date) {
  if (!isTemplate(template)) throw new Error(`There is no message called ${template}.`);
  const facts = readProps(template, props);
  const secrets = await secretsOf(template, facts, to, now);
  if (secrets === null) return null;
  return { id, to, subject, ...(await renderEmail(template, facts, secrets)), unsubscribe: unsubscribeIn(secrets) };
}

async function notSent(email: Email, now: Date, error: unknown, transport: Transport): Promise<Delivery> {
  const reason = error instanceof Error ? error.message : String(error);
  log.warn({ email: email.id, template: email.template, attempt: email.attempts, reason }, "mail was not sent");
  const pause = retryPauses[email.attempts - 1];
  if (error instanceof EmailRefused) return giveUp(email, now, reason, transport.name, error.bounced);
  if (pause === undefined) return giveUp(email, now, reason, transport.name);
  await transact(by, "not sent", async (tx) => {
    const nextTryAt = new Date(now.getTime() + pause * 1000);
    await tx.email.updateMany({ where: still(email), data: { nextTryAt, lastError: reason.slice(0, 500) } });
    await queueDelivery(tx, [email.id], pause);
  });
  return "waiting";
}

async function giveUp(
  email: Email,
  now: Date,
  reason: string,
  transport: string | null = null,
  bounced = false,
): Promise<Delivery> {
  const data = {
    failedAt: now,
    bouncedAt: bounced ? now : null,
    nextTryAt: null,
    lastError: reason.slice(0, 500),
    transport,
  };
  await transact(by, "given up", (tx) => tx.email.updateMany({ where: still(email), data }));
  return "failed";
}

/** Only the latest try may change the message; an earlier one that took too long must not. */
const still = ({ id, attempts }: Email) => ({ id, attempts, sentAt: null });

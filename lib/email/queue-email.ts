import { randomUUID } from "node:crypto";
import { Prisma, type Transaction } from "../db";
import { env } from "../env";
import { isAddress } from "./plain-text";
import { readProps, subjectOf, type Facts, type TemplateName } from "./templates";

/** A message to send: which, to whom, and the facts it tells. */
export type Message = {
  [T in TemplateName]: {
    template: T;
    to: string;
    /** The person it is about to reach, where they have an account: support sees it on their record. */
    accountId?: number;
    props: Facts<T>;
    /** Makes a message the only one of its kind: a second with the same key is not written. */
    uniqueKey?: string;
  };
}[TemplateName];

/**
 * Writes a message to the outbox and queues its delivery, both inside the caller's transaction: what it tells of and
 * the message happen together or not at all. Returns the message's id, or null where its `uniqueKey` was there before.
 * Throws for an address that is none and for facts that the template does not have.
 */
export async function queueEmail(tx: Transaction, message: Message, now: Date): Promise<string | null> {
  const [id = null] = await queueEmails(tx, [message], now);
  return id;
}

/** `queueEmail` for many at once: the ids of those that were not there before. */
export async function queueEmails(tx: Transaction, messages: readonly Message[], now: Date): Promise<string[]> {
  if (messages.length === 0) return [];
  const written = await tx.email.createManyAndReturn({
    data: messages.map((message) => row(message, now)),
    skipDuplicates: true,
    select: { id: true },
  });
  const ids = written.map(({ id }) => id);
  if (ids.length > 0) await queueDelivery(tx, ids);
  return ids;
}

/** Queues the delivery of messages `seconds` from now: one job a message, however often it is asked for. */
export async function queueDelivery(tx: Transaction, ids: readonly string[], seconds = 0): Promise<void> {
  await tx.$executeRaw`
    select queue_job('deliver-email', json_build_object('id', id), 'email:' || id, clock_timestamp() + make_interval(secs => ${seconds}))
      from unnest(${ids}::text[]) as id`;
}

function row({ template, to, accountId, props, uniqueKey }: Message, now: Date): Prisma.EmailCreateManyInput {
  if (!isAddress(to)) throw new RangeError("A message can only be sent to one e-mail address.");
  const facts = readProps(template, props);
  return {
    id: randomUUID(),
    template,
    to,
    subject: subjectOf(template, facts as never, env().SERVICE_NAME),
    props: facts,
    accountId: accountId ?? null,
    uniqueKey: uniqueKey ?? null,
    queuedAt: now,
    nextTryAt: now,
  };
}

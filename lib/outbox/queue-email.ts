import { randomUUID } from "node:crypto";
import { Prisma, type Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { isAddress } from "./email-address";
import { readProps, subjectOf, type EmailFacts, type TemplateName } from "./templates";

/** A message to send: which, to whom, and the facts it tells. */
export type Message = {
  [T in TemplateName]: {
    template: T;
    to: string;
    /** The person it is about to reach, where they have an account: support sees it on their record. */
    accountId?: number;
    props: EmailFacts<T>;
    /** Makes a message the only one of its kind: a second with the same key is not written. */
    uniqueKey?: string;
  };
}[TemplateName];

/**
 * Writes a message to the outbox and queues its delivery, both inside the caller's transaction: what it tells of and
 * the message happen together or not at all. Returns the message's id, or null if its `uniqueKey` was there before.
 * Throws if `to` is not an email address and for facts that the template does not have.
 */
export async function queueEmail(tx: Transaction, message: Message, now: Date): Promise<string | null> {
  const [id = null] = await queueEmails(tx, [message], now);
  return id;
}

/** `queueEmail` for many at once: the ids of those that were not there before. */
export async function queueEmails(tx: Transaction, messages: readonly Message[], now: Date): Promise<string[]> {
  if (messages.length === 0) return [];
  const written = await tx.$queryRaw<{ id: string }[]>`
    with ${mailParts(messages, now)} select mailed.id from mailed, (select count(*) from queued) delivery`;
  return written.map(({ id }) => id);
}

/**
 * The parts of a statement that write messages to the outbox and queue their delivery: `mailed` gives their ids, and
 * `queued` must be asked for. `unless` is a condition under which nothing is written.
 */
export function mailParts(messages: readonly Message[], now: Date, unless = Prisma.sql`false`): Prisma.Sql {
  const rows = JSON.stringify(messages.map(row));
  return Prisma.sql`
    mailed as (
      insert into email (id, template, "to", subject, props, account_id, unique_key, queued_at, next_try_at)
      select m.id, m.template, m."to", m.subject, m.props, m."accountId", m."uniqueKey", ${now}::timestamptz, ${now}::timestamptz
        from jsonb_to_recordset(${rows}::jsonb) as m(id uuid, template text, "to" text, subject text, props jsonb,
               "accountId" int, "uniqueKey" text)
       where not ${unless}
      on conflict do nothing
      returning id::text),
    queued as (select ${jobFor(Prisma.sql`mailed.id`, 0)} from mailed)`;
}

/** Queues the delivery of messages `seconds` from now: one job a message, however often it is asked for. */
export async function queueDelivery(tx: Transaction, ids: readonly string[], seconds = 0): Promise<void> {
  await tx.$executeRaw`select ${jobFor(Prisma.sql`id`, seconds)} from unnest(${ids}::text[]) as id`;
}

const jobFor = (id: Prisma.Sql, seconds: number) =>
  Prisma.sql`queue_job('deliver-email', json_build_object('id', ${id}), 'email:' || ${id}, clock_timestamp() + make_interval(secs => ${seconds}))`;

function row({ template, to, accountId, props, uniqueKey }: Message) {
  if (!isAddress(to)) throw new RangeError("A message can only be sent to one email address.");
  const facts = readProps(template, props);
  return {
    id: randomUUID(),
    template,
    to,
    subject: subjectOf(template, facts as never, env().SERVICE_NAME),
    props: facts,
    accountId: accountId ?? null,
    uniqueKey: uniqueKey ?? null,
  };
}

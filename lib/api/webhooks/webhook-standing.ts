import { db, Prisma } from "@/lib/db";
import type { PausedBecause } from "./stop-sending";
import { isWebhookEvent, type WebhookEvent } from "./webhook-events";

/** How a webhook stands: whether it hears anything, and how the last of what was sent to it went. */
export type WebhookState = "works" | "fails" | "untried" | "paused" | "key ended";

/** A webhook as it is shown to whoever may look after it: never its secret, which no one can read again. */
export interface WebhookSeen {
  id: number;
  keyId: number;
  /** The system that it tells, as its key names it. */
  system: string;
  holder: string;
  address: string;
  events: WebhookEvent[];
  madeAt: Date;
  pausedAt: Date | null;
  pausedBecause: PausedBecause | null;
  state: WebhookState;
  deliveredAt: Date | null;
  /** Until when a secret that was changed still signs beside the new one; null if none does. */
  earlierSecretUntil: Date | null;
  /** What wait to be sent, or to be tried again, and what were given up. */
  waiting: number;
  givenUp: number;
}

/**
 * Webhooks that have not ended, as "hook", each with how it stands. What has arrived is not counted: two partial indexes
 * give the last that arrived and the few that have not. `failed_at`: since when the newest that was tried has not.
 */
export const standings = (now: Date): Prisma.Sql => Prisma.sql`(
  select w.*, k.label as system, a.full_name as holder, a.email, arrived.delivered_at, missing.waiting, missing.given_up,
         (select max(signs_until) from webhook_earlier_secret where webhook_id = w.id and signs_until > ${now})
           as earlier_secret_until,
         case when k.ended_at is not null or k.expires_at <= ${now} then 'key ended'
              when w.paused_at is not null then 'paused'
              when missing.failed_at > coalesce(arrived.delivered_at, '-infinity') then 'fails'
              when arrived.delivered_at is null then 'untried'
              else 'works' end as state
    from webhook w join api_key k on k.id = w.key_id join account a on a.id = k.account_id
    left join lateral (
      select delivered_at from webhook_delivery
       where webhook_id = w.id and delivered_at is not null order by delivered_at desc limit 1) arrived on true
    cross join lateral (
      select max(queued_at) filter (where attempts > 0) as failed_at,
             count(*) filter (where next_try_at is not null)::int as waiting,
             count(*) filter (where given_up_at is not null)::int as given_up
        from webhook_delivery where webhook_id = w.id and delivered_at is null) missing
   where w.ended_at is null) hook`;

/** Those webhooks for which something holds, newest first: all of them, or one page. */
export async function webhooksWhere(
  which: Prisma.Sql,
  now: Date,
  page?: { page: number; size: number },
): Promise<WebhookSeen[]> {
  const part = page ? Prisma.sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : Prisma.empty;
  const rows = await db.$queryRaw<(Omit<WebhookSeen, "events"> & { events: string[] })[]>`
    select id, key_id as "keyId", system, holder, address, events, made_at as "madeAt", paused_at as "pausedAt",
           paused_because as "pausedBecause", state, delivered_at as "deliveredAt", waiting, given_up as "givenUp",
           earlier_secret_until as "earlierSecretUntil"
      from ${standings(now)} where ${which} order by id desc ${part}`;
  return rows.map((row) => ({ ...row, events: row.events.filter(isWebhookEvent) }));
}

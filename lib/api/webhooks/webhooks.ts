import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import { keysSeenBy } from "@/lib/api/keys";
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
  /** What wait to be sent, or to be tried again, and what were given up. */
  waiting: number;
  givenUp: number;
}

/** Webhooks that have not ended, newest first: for support all or those of one key, for others those of a key they see. */
export async function webhooksSeenBy(user: User, now: Date, keyId?: number): Promise<WebhookSeen[]> {
  const which = keyId === undefined ? {} : { keyId };
  if (user.kind === "support") return seen(which, now);
  const keys = (await keysSeenBy(user, now)).map(({ id }) => id);
  return seen({ AND: [which, { keyId: { in: keys } }] }, now);
}

/** One webhook; null if there is none, if it has ended, or if they may not see its key. */
export async function webhookSeenBy(user: User, id: number, now: Date): Promise<WebhookSeen | null> {
  if (!can(user, "make API keys")) return null;
  const keys = user.kind === "support" ? null : (await keysSeenBy(user, now)).map((key) => key.id);
  const [found = null] = await seen({ id, ...(keys && { keyId: { in: keys } }) }, now);
  return found;
}

async function seen(which: Prisma.WebhookWhereInput, now: Date): Promise<WebhookSeen[]> {
  const rows = await db.webhook.findMany({
    where: { AND: [which, { endedAt: null }] },
    orderBy: { id: "desc" },
    include: { key: { include: { account: { select: { fullName: true } } } } },
  });
  const counts = await countsOf(rows.map(({ id }) => id));
  return rows.map(({ id, keyId, key, address, events, madeAt, pausedAt, pausedBecause }) => {
    const { deliveredAt = null, failedAt = null, waiting = 0, givenUp = 0 } = counts.get(id) ?? {};
    const ended = key.endedAt !== null || key.expiresAt <= now;
    const fails = failedAt !== null && (deliveredAt === null || failedAt > deliveredAt);
    const tried = fails ? "fails" : deliveredAt === null ? "untried" : "works";
    return {
      ...{ id, keyId, address, madeAt, pausedAt, deliveredAt, waiting, givenUp },
      pausedBecause: pausedBecause as PausedBecause | null,
      events: events.filter(isWebhookEvent),
      system: key.label,
      holder: key.account.fullName,
      state: ended ? "key ended" : pausedAt ? "paused" : tried,
    };
  });
}

interface Counts {
  id: number;
  deliveredAt: Date | null;
  failedAt: Date | null;
  waiting: number;
  givenUp: number;
}

/** `failedAt`: since when the newest that was tried and has not arrived waits. */
async function countsOf(ids: readonly number[]): Promise<Map<number, Counts>> {
  const rows = await db.$queryRaw<Counts[]>`
    select webhook_id as id, max(delivered_at) as "deliveredAt",
           max(queued_at) filter (where delivered_at is null and attempts > 0) as "failedAt",
           count(*) filter (where next_try_at is not null)::int as waiting,
           count(*) filter (where given_up_at is not null)::int as "givenUp"
      from webhook_delivery where webhook_id = any(${[...ids]}::int[]) group by webhook_id`;
  return new Map(rows.map((row) => [row.id, row]));
}

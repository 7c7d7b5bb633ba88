import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma, system, transact, type Transaction } from "@/lib/db";
import { userOfKey } from "@/lib/api/caller";
import { queueWebhooks } from "./queue-webhooks";

const atOnce = 500;

interface Hearer {
  id: number;
  events: string[];
  user: User;
}

/**
 * Gives every webhook that may hear it a delivery of each event that was not told yet, and queues it: once, whatever dies
 * half way. Who may hear what is asked anew, of the key's access as it is now. Gives how many deliveries it made.
 */
export async function tellWebhooks(now: Date): Promise<number> {
  let made = 0;
  for (;;) {
    const waiting = await db.webhookEvent.findMany({ where: { toldAt: null }, take: atOnce, orderBy: { at: "asc" } });
    if (waiting.length === 0) return made;
    const hearers = await hearersOf([...new Set(waiting.flatMap(({ locationId }) => locationId ?? []))], now);
    const ids = waiting.map(({ id }) => id);
    const told = await transact(system("webhooks"), "told webhooks", (tx) => tell(tx, ids, hearers, now));
    made += told.deliveries;
    if (told.events === 0) return made;
  }
}

/** The webhooks that could hear of these locations, each with whose access its key has now. */
async function hearersOf(locations: readonly number[], now: Date): Promise<Hearer[]> {
  const anywhere = { locationIds: { isEmpty: true } };
  const there = { locationIds: { hasSome: [...locations] } };
  const hooks = await db.webhook.findMany({
    where: {
      ...{ endedAt: null, pausedAt: null },
      OR: [{ events: { has: "window.opened" } }, { key: { OR: [anywhere, there] } }],
      key: { endedAt: null, expiresAt: { gt: now }, scopes: { has: "read" } },
    },
    include: { key: true },
  });
  const hearers: Hearer[] = [];
  for (const { id, events, key } of hooks) {
    const user = await userOfKey(key, now);
    if (user) hearers.push({ id, events, user });
  }
  return hearers;
}

/** Another who tells at the same time has taken other events. */
async function tell(tx: Transaction, ids: readonly string[], hearers: readonly Hearer[], now: Date) {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    select id::text from webhook_event where id = any(${ids}::uuid[]) and told_at is null for update skip locked`;
  const events = taken.map(({ id }) => id);
  const made: number[] = [];
  for (const hearer of events.length === 0 ? [] : hearers) {
    const rows = await tx.$queryRaw<{ id: number }[]>(deliveriesOf(hearer, events, now));
    made.push(...rows.map(({ id }) => id));
  }
  await queueWebhooks(tx, made);
  await tx.webhookEvent.updateMany({ where: { id: { in: events } }, data: { toldAt: now } });
  return { events: events.length, deliveries: made.length };
}

const deliveriesOf = ({ id, events, user }: Hearer, ids: readonly string[], now: Date): Prisma.Sql => Prisma.sql`
  insert into webhook_delivery (webhook_id, event_id, queued_at, next_try_at)
  select ${id}::int, e.id, ${now}::timestamptz, ${now}::timestamptz
    from webhook_event e left join location l on l.id = e.location_id
   where e.id = any(${ids}::uuid[]) and e.type = any(${events}::text[])
     and (e.location_id is null or ${locationsVisibleToSql(user)})
   order by e.at, e.id
  on conflict do nothing
  returning id`;

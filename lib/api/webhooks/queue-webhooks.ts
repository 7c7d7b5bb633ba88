import type { Transaction } from "@/lib/db";

/** Queues deliveries to be sent `seconds` from now: one job a delivery, however often it is asked for. */
export async function queueWebhooks(tx: Transaction, ids: readonly number[], seconds = 0): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    select queue_job('deliver-webhook', json_build_object('id', id), 'webhook:' || id,
                     clock_timestamp() + make_interval(secs => ${seconds}))
      from unnest(${[...ids]}::int[]) as id`;
}

/** Queues the telling of events that were written. */
export async function queueTelling(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select queue_job('tell-webhooks', '{}')`;
}

import type { Transaction } from "@/lib/db";

/** Why a webhook was paused: someone asked for it, it failed for days, or its address said that it is gone. */
export type PausedBecause = "asked" | "failing" | "gone";

/** Pauses a webhook. What still waited for it is not sent: its system reads what it missed when it is resumed. */
export async function stopSending(tx: Transaction, id: number, because: PausedBecause, now: Date): Promise<boolean> {
  const { count } = await tx.webhook.updateMany({
    where: { id, pausedAt: null, endedAt: null },
    data: { pausedAt: now, pausedBecause: because },
  });
  if (count === 1) await giveUpWaiting(tx, id, "Not sent, because the webhook was paused", now);
  return count === 1;
}

/** Gives up what waits to be sent to a webhook, and says why. */
export const giveUpWaiting = (tx: Transaction, webhookId: number, lastError: string, now: Date) =>
  tx.webhookDelivery.updateMany({
    where: { webhookId, nextTryAt: { not: null } },
    data: { nextTryAt: null, givenUpAt: now, lastError },
  });

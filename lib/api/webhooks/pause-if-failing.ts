import { isFilingKind } from "@/lib/access/kinds";
import type { Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import type { ApiKey, Webhook } from "@/prisma/client/client";
import { stopSending } from "./stop-sending";

/** For how many days everything that is sent to a webhook may fail. */
const failingDays = 5;

const dayMs = 86_400_000;

/**
 * Pauses a webhook to which nothing has been delivered for five days though we tried, or whose address says that it is
 * gone for good, and emails the holder of its key what went wrong `last`. Says whether it did.
 */
export async function pauseIfFailing(
  tx: Transaction,
  hook: Webhook & { key: ApiKey },
  last: { lastStatus: number | null; lastError: string },
  now: Date,
): Promise<boolean> {
  const because =
    last.lastStatus === 410 ? ("gone" as const) : (await failsSince(tx, hook, now)) ? ("failing" as const) : null;
  if (because === null || !(await stopSending(tx, hook.id, because, now))) return false;
  const { accountId, label: system } = hook.key;
  const { email, fullName: name, kind } = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  const page = isFilingKind(kind) ? { path: `/accounts/keys/webhooks/${hook.id}` } : {};
  const props = { name, system, because, days: failingDays, wrong: last.lastError, ...page };
  const uniqueKey = `webhook-paused:${hook.id}:${now.toISOString()}`;
  await queueEmail(tx, { template: "webhook-paused", to: email, accountId, uniqueKey, props }, now);
  return true;
}

/** Has everything failed for so long that was tried since it was last delivered to, or resumed? */
async function failsSince(tx: Transaction, { id, resumedAt }: Webhook, now: Date): Promise<boolean> {
  const arrived = await tx.webhookDelivery.findFirst({
    where: { webhookId: id, deliveredAt: { not: null } },
    orderBy: { deliveredAt: "desc" },
    select: { deliveredAt: true },
  });
  const since = [arrived?.deliveredAt, resumedAt]
    .flatMap((at) => at ?? [])
    .sort((a, b) => b.getTime() - a.getTime())[0];
  const before = new Date(now.getTime() - failingDays * dayMs);
  const failed = await tx.webhookDelivery.findFirst({
    where: {
      ...{ webhookId: id, deliveredAt: null, attempts: { gt: 0 }, lastError: { not: null } },
      queuedAt: { lte: before, ...(since && { gt: since }) },
    },
    select: { id: true },
  });
  return failed !== null;
}

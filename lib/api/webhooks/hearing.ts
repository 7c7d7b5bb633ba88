import { locationsVisibleTo } from "@/lib/access/scope";
import { db } from "@/lib/db";
import type { ApiKey, Webhook } from "@/prisma/client/client";
import { userOfKey } from "@/lib/api/caller";

type HookOfKey = Webhook & { key: ApiKey };

/**
 * Why a webhook may not be sent an event now, in words; null if it may. It hears what its key may read at this moment, so
 * it stops with the key, with the access of the key's holder, and where the location is no longer theirs.
 */
export async function whyNotHeard(hook: HookOfKey, locationId: number | null, now: Date): Promise<string | null> {
  if (hook.endedAt) return "Not sent, because the webhook has ended";
  if (hook.pausedAt) return "Not sent, because the webhook is paused";
  const user = hook.key.scopes.includes("read") ? await userOfKey(hook.key, now) : null;
  if (!user) return "Not sent, because the key no longer works";
  if (locationId === null) return null;
  const seen = await db.location.count({ where: { AND: [{ id: locationId }, locationsVisibleTo(user)] } });
  return seen === 1 ? null : "Not sent, because the key can no longer read about this location";
}

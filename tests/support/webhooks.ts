import { addWebhook, type WebhookAsked } from "@/lib/api/webhooks/add-webhook";
import { webhookSecretOf } from "@/lib/api/webhooks/webhook-secret";
import { keysSeenBy } from "@/lib/api/keys";
import { type KeyAsked, makeKey } from "@/lib/api/make-key";
import type { User } from "@/lib/access/user";

const everything = ["window.opened", "return.filed", "vacancy.changed"];

/** Makes a key of someone for a location and adds a webhook to it: gives the key's number and the webhook's secret. */
export async function webhookOf(
  user: User,
  locationId: number,
  now: Date,
  asked: Partial<WebhookAsked> & { key?: Partial<KeyAsked> } = {},
): Promise<{ keyId: number; secret: string }> {
  const { key, ...hook } = asked;
  const made = await makeKey(
    user,
    { label: "Rota Records", scopes: ["read"], locations: [locationId], days: "90", ...key },
    now,
  );
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join());
  const keyId = (await keysSeenBy(user, now))[0]?.id ?? 0;
  const added = await addWebhook(
    user,
    { keyId, address: "https://records.example/hook", events: everything, ...hook },
    now,
  );
  if (!added.ok) throw new Error(added.problems.map(({ message }) => message).join());
  return { keyId, secret: webhookSecretOf(added.value.nonce) };
}

"use server";
import { z } from "zod";
import { showNoMore, showOnce } from "@/app/shell/keys/shown-once";
import type { User } from "@/lib/access/user";
import { addWebhook } from "@/lib/api/webhooks/add-webhook";
import { changeWebhookSecret } from "@/lib/api/webhooks/change-webhook-secret";
import { sendAgain, sendTest } from "@/lib/api/webhooks/send-again";
import { switchWebhook } from "@/lib/api/webhooks/switch-webhook";
import { done } from "@/lib/outcome";
import { formAction, provenAction } from "@/lib/web/action";

const several = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(z.string().max(40)).max(10),
) as z.ZodType<string[]>;
const id = z.coerce.number().int().positive();

const pageOf = (user: User, webhook: number) =>
  user.kind === "support" ? `/admin/webhooks/${webhook}` : `/accounts/keys/webhooks/${webhook}`;

/** Adds a webhook to a key, and shows its secret once. */
export const addThisWebhook = provenAction(
  z.strictObject({ key: id, address: z.string().max(2000), events: several }),
  async (user, { key, ...asked }, { now }) => {
    const added = await addWebhook(user, { keyId: key, ...asked }, now);
    if (!added.ok) return added;
    await showOnce("webhook-secret", user.id, added.value.nonce);
    return done({ to: "/accounts/keys/secret" });
  },
);

/** Gives a webhook a new secret, and shows it once. */
export const changeThisSecret = provenAction(z.strictObject({ webhook: id }), async (user, { webhook }, { now }) => {
  const changed = await changeWebhookSecret(user, webhook, now);
  if (!changed.ok) return changed;
  await showOnce("webhook-secret", user.id, changed.value.nonce);
  return done({ to: "/accounts/keys/secret" });
});

/** The secret has been kept elsewhere: we show it to no one again. */
export const secretIsKept = formAction(z.strictObject({}), async (user) => {
  await showNoMore("webhook-secret");
  return done({ to: user.kind === "support" ? "/admin/webhooks" : "/accounts/keys" });
});

/** Pauses, resumes or ends a webhook. */
export const switchThisWebhook = formAction(
  z.strictObject({ webhook: id, to: z.enum(["pause", "resume", "end"]) }),
  async (user, { webhook, to }, { now }) => {
    const switched = await switchWebhook(user, webhook, to, now);
    if (!switched.ok) return switched;
    if (to === "end")
      return done({ to: user.kind === "support" ? "/admin/webhooks?done=end" : "/accounts/keys?webhook=end" });
    return done({ to: `${pageOf(user, webhook)}?done=${to}` });
  },
);

/** Sends a webhook a test. */
export const testThisWebhook = formAction(z.strictObject({ webhook: id }), async (user, { webhook }, { now }) => {
  const sent = await sendTest(user, webhook, now);
  return sent.ok ? done({ to: `${pageOf(user, webhook)}?done=test` }) : sent;
});

/** Sends a webhook once more what it was sent, or was not. */
export const sendWebhookAgain = formAction(z.strictObject({ delivery: id }), async (user, { delivery }, { now }) => {
  const sent = await sendAgain(user, delivery, now);
  return sent.ok ? done({ to: `${pageOf(user, sent.value)}?done=again` }) : sent;
});

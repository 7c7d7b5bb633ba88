"use server";
import { z } from "zod";
import { showNoMore, showOnce } from "./shown-once";
import { endKey } from "@/lib/api/end-key";
import { makeKey } from "@/lib/api/make-key";
import { done } from "@/lib/outcome";
import { formAction, provenAction } from "@/lib/web/action";

const several = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(z.string().max(40)).max(2000),
) as z.ZodType<string[]>;
const text = z.string().max(300);

/** Makes a key for another system: an approver for their locations, support for whom it names. */
export const makeThisKey = provenAction(
  z.strictObject({ label: text, scopes: several, locations: several, days: text, email: text.optional() }),
  async (user, { locations, email, ...asked }, { now }) => {
    const ids = locations.map(Number).filter(Number.isSafeInteger);
    const whole = locations.includes("all");
    const made = await makeKey(user, { ...asked, locations: ids, whole, ...(email !== undefined && { email }) }, now);
    if (!made.ok) return made;
    await showOnce("key", user.id, made.value.nonce);
    return done({ to: "/accounts/keys/made" });
  },
);

/** The new key has been kept elsewhere: we show it to no one again. */
export const keyIsKept = formAction(z.strictObject({}), async (user) => {
  await showNoMore("key");
  return done({ to: user.kind === "support" ? "/admin/keys" : "/accounts/keys" });
});

/** Ends a key at once. */
export const endThisKey = formAction(
  z.strictObject({ key: z.coerce.number().int().positive() }),
  async (user, { key }, { now }) => {
    const ended = await endKey(user, key, now);
    return ended.ok
      ? done({ to: user.kind === "support" ? "/admin/keys?ended=yes" : "/accounts/keys?ended=yes" })
      : ended;
  },
);

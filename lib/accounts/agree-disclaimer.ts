import { transact } from "@/lib/db";
import { plainText } from "@/lib/outbox/plain-text";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import type { SignedIn } from "./open-next";
import type { LiveSession } from "./session-user";
import { stepOn, type RequestOrigin } from "./step-on";

/**
 * At each sign-in of a shared account someone says who they are and agrees to what sharing means. That name stands
 * beside all that is done until they sign out.
 */
export async function agreeDisclaimer(
  live: LiveSession,
  typed: { name: string; agreed: boolean },
  origin: RequestOrigin,
  now: Date,
): Promise<Outcome<SignedIn>> {
  const onBehalfOf = plainText(typed.name);
  if (onBehalfOf.length < 3 || !/\p{L}/u.test(onBehalfOf)) return refusedAt("name", "Enter your own full name");
  if (!typed.agreed) return refusedAt("agreed", "Tick the box to say that you agree");
  return transact(live.user, "agreed to the disclaimer of a shared account", async (tx) => {
    const signedIn = await stepOn(tx, live, "disclaimer", { ...origin, onBehalfOf }, now);
    return signedIn ? done(signedIn) : refused({ message: "This page has already been used. Sign in again." });
  });
}

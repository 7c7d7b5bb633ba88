import type { Transaction } from "@/lib/db";
import { openNext, type SignedIn } from "./open-next";
import type { SignInGate } from "./purpose-after";
import type { LiveSession } from "./session-user";
import { accountStateOf } from "./account-state";

/** Where a request comes from, kept beside the session it opens. */
export interface RequestOrigin {
  address: string | null;
  browser: string | null;
}

/**
 * After one step of signing in, ends the session and opens one with a new secret for the next step. Null if it had ended already, so that a step is passed only once.
 */
export async function stepOn(
  tx: Transaction,
  live: LiveSession,
  passed: SignInGate,
  { address, browser, ...more }: RequestOrigin & { onBehalfOf?: string; passwordAt?: Date },
  now: Date,
): Promise<SignedIn | null> {
  const { count } = await tx.session.updateMany({
    where: { handle: live.user.session, endedAt: null },
    data: { endedAt: now, endedReason: "went on under another" },
  });
  const state = await accountStateOf(live.user.id, now, tx);
  if (count === 0 || !state || state.deactivatedAt) return null;
  const coming = {
    remembered: live.remembered,
    passwordAt: more.passwordAt ?? live.user.passwordAt ?? null,
    onBehalfOf: more.onBehalfOf ?? live.user.onBehalfOf ?? null,
    address,
    browser,
  };
  return openNext(tx, state, passed, coming, now);
}

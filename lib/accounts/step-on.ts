import type { Transaction } from "../db";
import { openSession } from "./open-session";
import { purposeAfter, type Passed } from "./purpose-after";
import type { LiveSession } from "./session-user";
import type { SignedIn } from "./sign-in";
import { standingOf } from "./standing";

export interface Asked {
  address: string | null;
  browser: string | null;
}

/**
 * Past one gate of signing in, the session goes on under a new secret for the next: its old one is over. Null where
 * it was over before, so that a gate is passed once.
 */
export async function stepOn(
  tx: Transaction,
  live: LiveSession,
  passed: Passed,
  asked: Asked & { onBehalfOf?: string; passwordAt?: Date },
  now: Date,
): Promise<SignedIn | null> {
  const { count } = await tx.session.updateMany({
    where: { handle: live.user.session, endedAt: null },
    data: { endedAt: now, endedReason: "went on under another" },
  });
  const standing = await standingOf(live.user.id, now, tx);
  if (count === 0 || !standing || standing.deactivatedAt) return null;
  const purpose = purposeAfter(passed, standing, now);
  const token = await openSession(
    tx,
    {
      holder: standing,
      purpose,
      remembered: live.remembered,
      passwordAt: asked.passwordAt ?? live.user.passwordAt ?? null,
      onBehalfOf: asked.onBehalfOf ?? live.user.onBehalfOf ?? null,
      address: asked.address,
      browser: asked.browser,
    },
    now,
  );
  return { token, remembered: live.remembered, purpose, accountId: standing.id };
}

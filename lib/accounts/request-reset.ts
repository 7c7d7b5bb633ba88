import { randomBytes } from "node:crypto";
import { system, transact, type Transaction } from "@/lib/db";
import { resetSecret } from "@/lib/outbox/mailed-secrets";
import { asAddress } from "@/lib/outbox/plain-text";
import { queueEmail } from "@/lib/outbox/queue-email";
import { env } from "@/lib/env";
import { hashSecret } from "@/lib/tokens";
import { accountStateByEmail } from "./account-state";

/**
 * Emails a link to choose a new password, if someone has this address. The link works once, within RESET_MINUTES. It
 * returns nothing: whoever asked is told the same either way. A closed account gets no link.
 */
export async function requestReset(email: string, now: Date): Promise<void> {
  const state = await accountStateByEmail(asAddress(email), now);
  if (!state || state.deactivatedAt) return;
  await transact(system("password reset"), "a new password was asked for", (tx) => issueResetLink(tx, state, now));
}

/** Makes a link and its email, inside the caller's transaction. */
export async function issueResetLink(
  tx: Transaction,
  account: { id: number; name: string; email: string },
  now: Date,
): Promise<void> {
  const nonce = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now.getTime() + env().RESET_MINUTES * 60_000);
  const { id } = await tx.resetLink.create({
    data: { accountId: account.id, nonce, hash: hashSecret(resetSecret(nonce)), issuedAt: now, expiresAt },
  });
  await queueEmail(
    tx,
    {
      template: "password-reset",
      to: account.email,
      accountId: account.id,
      props: { resetLinkId: id, name: account.name, expiresAt },
    },
    now,
  );
}

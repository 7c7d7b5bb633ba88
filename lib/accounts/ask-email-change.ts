import { randomBytes } from "node:crypto";
import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { addressSecret } from "@/lib/outbox/mailed-secrets";
import { oddAddress } from "@/lib/outbox/odd-address";
import { asAddress } from "@/lib/outbox/plain-text";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { hashSecret } from "@/lib/tokens";
import { passwordAgain } from "./password-again";

const goodFor = 24 * 60 * 60_000;

/**
 * Asks for another email address, with the password: it counts once it is confirmed from its own inbox, within a day.
 * An address that looks mistyped is asked about first. We email the old address too. If the new one already has an
 * account, we email its owner instead, and the answer is the same.
 */
export async function askEmailChange(
  user: User,
  typed: { email: string; password: string; meant?: string | undefined },
  now: Date,
): Promise<Outcome<null>> {
  if (user.generic) return refused({ message: "Only support can change the address of a shared account." });
  const email = asAddress(typed.email);
  if (email === user.email.toLowerCase()) return refusedAt("email", "This is already your email address");
  const own = await passwordAgain(user, "password", typed.password, now);
  const odd = oddAddress(email, typed.meant, "Email me a link");
  if (!own.ok || odd.length > 0) return refused(...odd, ...(own.ok ? [] : own.problems));
  await transact(user, "asked for another email address", async (tx) => {
    const taken = await tx.account.count({ where: { email: { equals: email, mode: "insensitive" } } });
    if (taken > 0) await queueEmail(tx, { template: "already-registered", to: email, props: {} }, now);
    else await ask(tx, user, email, now);
    const props = { name: user.name, newAddress: email, at: now };
    await queueEmail(tx, { template: "email-change-notice", to: user.email, accountId: user.id, props }, now);
  });
  return done(null);
}

async function ask(tx: Transaction, user: User, email: string, now: Date): Promise<void> {
  const nonce = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now.getTime() + goodFor);
  await tx.emailChange.updateMany({
    where: { accountId: user.id, confirmedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  const { id } = await tx.emailChange.create({
    data: { accountId: user.id, email, nonce, hash: hashSecret(addressSecret(nonce)), askedAt: now, expiresAt },
  });
  const props = { emailChangeId: id, name: user.name, expiresAt };
  await queueEmail(tx, { template: "email-change-confirm", to: email, accountId: user.id, props }, now);
}

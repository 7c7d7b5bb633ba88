import { db, system, transact } from "@/lib/db";
import { env } from "@/lib/env";
import { done, refused, type Outcome } from "@/lib/outcome";
import { hashSecret } from "@/lib/tokens";
import { checkNewPassword } from "./check-new-password";
import type { NewPassword } from "./choose-password";
import { openNext, type SignedIn } from "./open-next";
import { hashPassword } from "./password-hash";
import { setPassword } from "./set-password";
import { isLocked, unlockPassword } from "./sign-in-lane";
import { accountStateOf } from "./account-state";
import type { RequestOrigin } from "./step-on";

export const linkIsOver = "This link has expired or has already been used. Ask for another one.";

/** Whose an emailed link is, while it is good: unused, in time, of an account that is open. */
export async function resetLinkHolder(secret: string | undefined, now: Date): Promise<number | null> {
  if (!secret) return null;
  const link = await db.resetLink.findFirst({
    where: { hash: hashSecret(secret), usedAt: null, expiresAt: { gt: now }, account: { deactivatedAt: null } },
    select: { accountId: true },
  });
  return link?.accountId ?? null;
}

/**
 * Chooses a new password by an emailed link, once. Then they are signed in, or asked for their second factor: a link
 * skips no gate. It also unlocks the account where RESET_UNLOCKS says so; where it does not, someone who is locked out
 * stays so, with their new password, and null is given.
 */
export async function resetPassword(
  secret: string | undefined,
  typed: NewPassword,
  origin: RequestOrigin,
  now: Date,
): Promise<Outcome<SignedIn | null>> {
  const accountId = await resetLinkHolder(secret, now);
  if (accountId === null || !secret) return refused({ message: linkIsOver });
  const checked = await checkNewPassword(accountId, typed.newPassword, typed.newPasswordAgain);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(typed.newPassword);
  return transact(system("password reset"), "chose a password by a mailed link", async (tx) => {
    const { count } = await tx.resetLink.updateMany({
      where: { hash: hashSecret(secret), usedAt: null },
      data: { usedAt: now },
    });
    if (count === 0) return refused({ message: linkIsOver });
    await setPassword(tx, accountId, passwordHash, undefined, now);
    const state = await accountStateOf(accountId, now, tx);
    if (!state || state.deactivatedAt) return refused({ message: linkIsOver });
    if (env().RESET_UNLOCKS) await unlockPassword(tx, state);
    else if (await isLocked(tx, state, now)) return done(null);
    return done(await openNext(tx, state, "choose_password", { ...origin, remembered: false, passwordAt: now }, now));
  });
}

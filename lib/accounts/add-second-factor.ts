import { randomBytes } from "node:crypto";
import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { passwordAgain } from "./password-again";
import { keepRecoveryCodes } from "./recovery-codes";
import { codeLane, settleRight, settleWrong, takeSlot, type SignInSlot } from "./sign-in-lane";
import { stepOfCode, totpKey } from "./totp";

export const wrongCode = "Enter the 6 digits that your app shows now";

/**
 * What an app's key is worked out from while it is being added. There is one for each session, so that a page can show
 * it again and nothing is kept before the app's first code.
 */
export const pendingTotp = (user: User): string => `${user.id}:${user.session}`;

/**
 * Adds a second factor once the app shows the right code. Answers with the nonce of the recovery codes, for the page
 * that shows them once. Refused if there is one already: it is removed first, with the password.
 */
export async function addSecondFactor(
  user: User,
  typed: { code: string; password: string },
  now: Date,
): Promise<Outcome<string>> {
  if (user.generic)
    return refused({ message: "A shared account has no second factor: it would be one person’s phone." });
  const own = await passwordAgain(user, "password", typed.password, now);
  if (!own.ok) return own;
  const slot = await takeSlot(codeLane(user), now);
  return transact(user, "added a second factor", (tx) => confirmSecondFactor(tx, user, typed.code, slot, now));
}

/** The confirming alone, inside a transaction of the caller, who took one of five tries. */
export async function confirmSecondFactor(
  tx: Transaction,
  user: User,
  code: string,
  slot: SignInSlot,
  now: Date,
): Promise<Outcome<string>> {
  const nonce = pendingTotp(user);
  const step = slot === "taken" ? stepOfCode(totpKey(nonce), code, null, now) : null;
  if (step === null) {
    await settleWrong(tx, codeLane(user), slot, now);
    return refusedAt("code", wrongCode);
  }
  await settleRight(tx, codeLane(user));
  const { count } = await tx.account.updateMany({
    where: { id: user.id, totpConfirmedAt: null },
    data: { totpSecret: nonce, totpLastStep: step, totpConfirmedAt: now },
  });
  if (count === 0) return refused({ message: "You already have a second factor. Remove it before you add another." });
  const recovery = randomBytes(24).toString("base64url");
  await keepRecoveryCodes(tx, user.id, recovery);
  return done(recovery);
}

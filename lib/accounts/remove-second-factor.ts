import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { passwordAgain } from "./password-again";
import { needsSecondFactor } from "./purpose-after";
import { accountStateOf } from "./account-state";

/** Removes someone's own second factor, with their password; they may add another. Refused where it is required. */
export async function removeSecondFactor(user: User, password: string, now: Date): Promise<Outcome<null>> {
  const state = await accountStateOf(user.id, now);
  if (state && needsSecondFactor(state))
    return refused({ message: "Your type of account needs a second factor. Ask support if you have a new phone." });
  const own = await passwordAgain(user, "password", password, now);
  if (!own.ok) return own;
  await transact(user, "removed the second factor", (tx) => forgetSecondFactor(tx, user.id));
  return done(null);
}

/** Forgets an account's second factor and its recovery codes, inside the caller's transaction. */
export async function forgetSecondFactor(tx: Transaction, accountId: number): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.account.update({
    where: { id: accountId },
    data: { totpSecret: null, totpLastStep: null, totpConfirmedAt: null },
  });
}

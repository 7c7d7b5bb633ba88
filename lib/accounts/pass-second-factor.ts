import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { confirmSecondFactor, wrongCode } from "./add-second-factor";
import type { SignedIn } from "./open-next";
import { useRecoveryCode } from "./recovery-codes";
import type { LiveSession } from "./session-user";
import { codeLane, settleRight, settleWrong, takeSlot, type SignInSlot } from "./sign-in-lane";
import { stepOn, type RequestOrigin } from "./step-on";
import { stepOfCode, totpKey } from "./totp";

const over = "This page has already been used. Sign in again.";
const lockedNow = "You entered 5 wrong codes. Wait 24 hours, or ask support to unlock your account.";

/**
 * The second factor on the way in: the code of their app, each good once, or a recovery code. Someone who must have one
 * and has none adds it here; `recovery` then names the codes to show them once.
 */
export async function passSecondFactor(
  live: LiveSession,
  code: string,
  origin: RequestOrigin,
  now: Date,
): Promise<Outcome<SignedIn & { recovery: string | null }>> {
  if (code.trim() === "") return refusedAt("code", wrongCode);
  const slot = await takeSlot(codeLane(live.user), now);
  if (slot !== "taken") return refusedAt("code", lockedNow);
  return transact(live.user, "gave the second factor", async (tx) => {
    const passed = await codeIsRight(tx, live.user, code, slot, now);
    if (!passed.ok) return passed;
    const signedIn = await stepOn(tx, live, "second_factor", origin, now);
    return signedIn ? done({ ...signedIn, recovery: passed.value }) : refused({ message: over });
  });
}

async function codeIsRight(
  tx: Transaction,
  user: User,
  code: string,
  slot: SignInSlot,
  now: Date,
): Promise<Outcome<string | null>> {
  const { totpSecret, totpConfirmedAt, totpLastStep } = await tx.account.findUniqueOrThrow({
    where: { id: user.id },
    select: { totpSecret: true, totpConfirmedAt: true, totpLastStep: true },
  });
  if (totpSecret === null || totpConfirmedAt === null) return confirmSecondFactor(tx, user, code, slot, now);
  const step = stepOfCode(totpKey(totpSecret), code, totpLastStep, now);
  const right =
    step === null ? await useRecoveryCode(tx, user.id, code, now) : await useStep(tx, user.id, totpLastStep, step);
  if (!right) {
    await settleWrong(tx, codeLane(user), slot, now);
    return refusedAt("code", wrongCode);
  }
  await settleRight(tx, codeLane(user));
  return done(null);
}

const useStep = async (tx: Transaction, id: number, totpLastStep: number | null, step: number): Promise<boolean> =>
  (await tx.account.updateMany({ where: { id, totpLastStep }, data: { totpLastStep: step } })).count === 1;

import { transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { hashSecret } from "@/lib/tokens";
import { checkNewPassword } from "./check-new-password";
import type { SignedIn } from "./open-next";
import { hashPassword } from "./password-hash";
import type { LiveSession } from "./session-user";
import { setPassword } from "./set-password";
import { stepOn, type RequestOrigin } from "./step-on";

export interface NewPassword {
  newPassword: string;
  newPasswordAgain: string;
}

/**
 * Chooses a password on the way in: at first use, after a year, or by an emailed link. The session goes on under a new
 * secret towards the disclaimer, the second factor or the service; all others of this person end.
 */
export async function choosePassword(
  live: LiveSession,
  typed: NewPassword,
  origin: RequestOrigin,
  now: Date,
): Promise<Outcome<SignedIn>> {
  const checked = await checkNewPassword(live.user.id, typed.newPassword, typed.newPasswordAgain);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(typed.newPassword);
  return transact(live.user, "chose a password", async (tx) => {
    const signedIn = await stepOn(tx, live, "choose_password", { ...origin, passwordAt: now }, now);
    if (!signedIn) return refused({ message: "This page has already been used. Sign in with your new password." });
    await setPassword(tx, live.user.id, passwordHash, { idHash: hashSecret(signedIn.token) }, now);
    return done(signedIn);
  });
}

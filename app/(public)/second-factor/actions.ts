"use server";
import { z } from "zod";
import { passSecondFactor } from "@/lib/accounts/pass-second-factor";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { purposeAction } from "@/lib/web/action";
import { env } from "@/lib/env";
import { continueSignIn, withReturn } from "@/app/(public)/sign-in/continue-sign-in";
import { showRecoveryCodes } from "@/app/shell/recovery-codes";

const shape = z.strictObject({ code: z.string().max(40), ReturnUrl: z.string().optional() });

export const giveCode = purposeAction("second_factor", shape, async (live, { code, ReturnUrl }, asking) => {
  const outcome = await passSecondFactor(live, code, asking, asking.now);
  if (!outcome.ok) return outcome;
  const { recovery } = outcome.value;
  const returnUrl = safeReturnUrl(ReturnUrl, env().APP_ORIGIN);
  if (recovery === null) return continueSignIn(outcome.value, returnUrl);
  await showRecoveryCodes(live.user.id, recovery);
  return continueSignIn(outcome.value, withReturn("/accounts/second-factor/codes", returnUrl));
});

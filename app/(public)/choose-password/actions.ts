"use server";
import { z } from "zod";
import { choosePassword } from "@/lib/accounts/choose-password";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { purposeAction } from "@/lib/web/action";
import { env } from "@/lib/env";
import { refused } from "@/lib/outcome";
import { limited } from "@/lib/web/rate-limit";
import { continueSignIn } from "@/app/(public)/sign-in/continue-sign-in";

const shape = z.strictObject({
  newPassword: z.string(),
  newPasswordAgain: z.string(),
  ReturnUrl: z.string().optional(),
});

export const choose = purposeAction("choose_password", shape, async (live, { ReturnUrl, ...typed }, asking) => {
  const tooOften = await limited("new-password", `account:${live.user.id}`);
  if (tooOften) return refused(tooOften);
  const outcome = await choosePassword(live, typed, asking, asking.now);
  return outcome.ok ? continueSignIn(outcome.value, safeReturnUrl(ReturnUrl, env().APP_ORIGIN)) : outcome;
});

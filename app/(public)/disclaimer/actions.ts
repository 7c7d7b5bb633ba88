"use server";
import { z } from "zod";
import { agreeDisclaimer } from "@/lib/accounts/agree-disclaimer";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { purposeAction } from "@/lib/web/action";
import { fullName } from "@/lib/registrations/typed-text";
import { env } from "@/lib/env";
import { continueSignIn } from "@/app/(public)/sign-in/continue-sign-in";

const shape = z.strictObject({
  name: fullName,
  agreed: z.literal("yes").optional(),
  ReturnUrl: z.string().optional(),
});

export const agree = purposeAction("disclaimer", shape, async (live, { name, agreed, ReturnUrl }, asking) => {
  const outcome = await agreeDisclaimer(live, { name, agreed: agreed === "yes" }, asking, asking.now);
  return outcome.ok ? continueSignIn(outcome.value, safeReturnUrl(ReturnUrl, env().APP_ORIGIN)) : outcome;
});

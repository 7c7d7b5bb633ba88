"use server";
import { z } from "zod";
import { passwordAgain } from "@/lib/accounts/password-again";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { formAction } from "@/lib/web/action";
import { env } from "@/lib/env";
import { done } from "@/lib/outcome";

/** Takes the password once more, then leads back to the page that asked for it. */
export const prove = formAction(
  z.strictObject({ password: z.string().max(1000), ReturnUrl: z.string().optional() }),
  async (user, { password, ReturnUrl }, { now }) => {
    const outcome = await passwordAgain(user, "password", password, now);
    return outcome.ok ? done({ to: safeReturnUrl(ReturnUrl, env().APP_ORIGIN) }) : outcome;
  },
);

"use server";
import { z } from "zod";
import { hideRecoveryCodes, showRecoveryCodes } from "@/app/shell/recovery-codes";
import { addSecondFactor } from "@/lib/accounts/add-second-factor";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { formAction } from "@/lib/web/action";
import { env } from "@/lib/env";
import { done } from "@/lib/outcome";

export const turnOnSecondFactor = formAction(
  z.strictObject({ code: z.string().max(40), password: z.string() }),
  async (user, typed, { now }) => {
    const outcome = await addSecondFactor(user, typed, now);
    if (!outcome.ok) return outcome;
    await showRecoveryCodes(user.id, outcome.value);
    return done({ to: "/accounts/second-factor/codes" });
  },
);

export const turnOffSecondFactor = formAction(
  z.strictObject({ password: z.string() }),
  async (user, { password }, { now }) => {
    const outcome = await removeSecondFactor(user, password, now);
    return outcome.ok ? done({ to: "/accounts/second-factor" }) : outcome;
  },
);

export const codesAreKept = formAction(
  z.strictObject({ ReturnUrl: z.string().optional() }),
  async (_user, { ReturnUrl }) => {
    await hideRecoveryCodes();
    return done({ to: safeReturnUrl(ReturnUrl, env().APP_ORIGIN) });
  },
);

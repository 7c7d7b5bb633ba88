"use server";
import { z } from "zod";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { signIn } from "@/lib/accounts/sign-in";
import { publicAction } from "@/lib/web/action";
import { env } from "@/lib/env";
import { anyAddress, isAddress, problemWithAddress } from "@/lib/outbox/email-address";
import { asAddress } from "@/lib/outbox/plain-text";
import { refused } from "@/lib/outcome";
import { limited } from "@/lib/web/rate-limit";
import { spendProof } from "@/lib/registrations/spend-proof";
import { continueSignIn, knownDevice } from "./continue-sign-in";

const shape = z.strictObject({
  email: z
    .string()
    .transform(asAddress)
    .refine((typed) => typed !== "", "Enter your email address")
    .refine((typed) => typed === "" || isAddress(typed), {
      error: ({ input }) => problemWithAddress(String(input)) ?? anyAddress,
    }),
  password: z.string().min(1, "Enter your password").max(1000, "Your password must be 128 characters or fewer"),
  remember: z.literal("yes").optional(),
  ReturnUrl: z.string().optional(),
  altcha: z.string().optional(),
  script: z.literal("yes").optional(),
});

export const signInNow = publicAction(shape, async (typed, { now, address, browser }) => {
  const { email, password } = typed;
  const tooOften = await limited("sign-in", address);
  if (tooOften) return refused(tooOften);
  const device = await knownDevice();
  const proven = typed.altcha !== undefined && (await spendProof(typed.altcha, now));
  const remember = typed.remember === "yes";
  const outcome = await signIn({ email, password, remember, device, proven, address, browser }, now);
  return outcome.ok ? continueSignIn(outcome.value, safeReturnUrl(typed.ReturnUrl, env().APP_ORIGIN)) : outcome;
});

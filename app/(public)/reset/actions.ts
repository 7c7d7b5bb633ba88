"use server";
import { cookies } from "next/headers";
import { z } from "zod";
import { resetLinkHolder, resetPassword } from "@/lib/accounts/reset-password";
import { publicAction } from "@/lib/web/action";
import { done, refused } from "@/lib/outcome";
import { limited } from "@/lib/web/rate-limit";
import { cookieName, cookieOptions } from "@/lib/web/session";
import { continueSignIn } from "@/app/(public)/sign-in/continue-sign-in";

const shape = z.strictObject({ newPassword: z.string(), newPasswordAgain: z.string() });

export const chooseByLink = publicAction(shape, async (typed, asking) => {
  const jar = await cookies();
  const secret = jar.get(cookieName("capacity-reset"))?.value;
  const accountId = await resetLinkHolder(secret, asking.now);
  const tooOften = await limited("new-password", accountId === null ? null : `account:${accountId}`);
  if (tooOften) return refused(tooOften);
  const outcome = await resetPassword(secret, typed, asking, asking.now);
  if (!outcome.ok) return outcome;
  jar.set(cookieName("capacity-reset"), "", { ...cookieOptions(), maxAge: 0 });
  if (outcome.value === null) return done({ to: "/sign-in?locked=yes" });
  return continueSignIn(outcome.value, "/home");
});

"use server";
import { cookies } from "next/headers";
import { z } from "zod";
import { resetPassword } from "@/lib/accounts/reset-password";
import { publicAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { cookieName, cookieOptions } from "@/lib/web/session";
import { goOn } from "@/app/(public)/sign-in/go-on";

const shape = z.strictObject({ newPassword: z.string(), newPasswordAgain: z.string() });

export const chooseByLink = publicAction(shape, async (typed, asking) => {
  const jar = await cookies();
  const outcome = await resetPassword(jar.get(cookieName("capacity-reset"))?.value, typed, asking, asking.now);
  if (!outcome.ok) return outcome;
  jar.set(cookieName("capacity-reset"), "", { ...cookieOptions(), maxAge: 0 });
  if (outcome.value === null) return done({ to: "/sign-in?locked=yes" });
  return goOn(outcome.value, "/home");
});

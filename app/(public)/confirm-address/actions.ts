"use server";
import { cookies } from "next/headers";
import { z } from "zod";
import { confirmEmailChange } from "@/lib/accounts/confirm-email-change";
import { publicAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { cookieName, cookieOptions } from "@/lib/web/session";

export const confirmNewAddress = publicAction(z.strictObject({}), async (_typed, { now }) => {
  const jar = await cookies();
  const outcome = await confirmEmailChange(jar.get(cookieName("capacity-address"))?.value, now);
  if (!outcome.ok) return outcome;
  jar.set(cookieName("capacity-address"), "", { ...cookieOptions(), maxAge: 0 });
  return done({ to: "/sign-in?address=yes" });
});

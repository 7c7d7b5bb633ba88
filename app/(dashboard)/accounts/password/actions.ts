"use server";
import { z } from "zod";
import { changePassword } from "@/lib/accounts/change-password";
import { formAction } from "@/lib/web/action";
import { done, refused } from "@/lib/outcome";
import { limited } from "@/lib/web/rate-limit";

const shape = z.strictObject({ password: z.string(), newPassword: z.string(), newPasswordAgain: z.string() });

export const change = formAction(shape, async (user, typed, { now }) => {
  const tooOften = await limited("new-password", `account:${user.id}`);
  if (tooOften) return refused(tooOften);
  const outcome = await changePassword(user, typed, now);
  return outcome.ok ? done({ to: "/accounts/password?changed=yes" }) : outcome;
});

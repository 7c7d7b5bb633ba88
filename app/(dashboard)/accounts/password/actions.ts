"use server";
import { z } from "zod";
import { changePassword } from "@/lib/accounts/change-password";
import { formAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";

const shape = z.strictObject({ password: z.string(), newPassword: z.string(), newPasswordAgain: z.string() });

export const change = formAction(shape, async (user, typed, { now }) => {
  const outcome = await changePassword(user, typed, now);
  return outcome.ok ? done({ to: "/accounts/password?changed=yes" }) : outcome;
});

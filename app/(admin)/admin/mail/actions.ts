"use server";
import { z } from "zod";
import { formAction } from "@/lib/web/action";
import { resendEmail } from "@/lib/email/resend-email";
import { done } from "@/lib/outcome";

export const resendMessage = formAction(z.strictObject({ id: z.uuid() }), async (user, { id }, { now }) => {
  const sent = await resendEmail(user, id, now);
  return sent.ok ? done({ to: `/admin/mail/${sent.value}?again=yes` }) : sent;
});

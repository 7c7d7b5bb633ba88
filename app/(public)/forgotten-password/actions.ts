"use server";
import { after } from "next/server";
import { z } from "zod";
import { requestReset } from "@/lib/accounts/request-reset";
import { addressKey } from "@/lib/accounts/sign-in-lane";
import { publicAction } from "@/lib/web/action";
import { anyAddress, isAddress, problemWithAddress } from "@/lib/outbox/email-address";
import { oddAddress } from "@/lib/outbox/odd-address";
import { asAddress } from "@/lib/outbox/plain-text";
import { done, refused } from "@/lib/outcome";
import { limited } from "@/lib/web/rate-limit";

const shape = z.strictObject({
  email: z
    .string()
    .transform(asAddress)
    .refine(isAddress, { error: ({ input }) => problemWithAddress(String(input)) ?? anyAddress }),
  meant: z.string().max(300).optional(),
});

/** Answers first and looks afterwards: how long it takes tells no one whether the address is known. */
export const mailMeALink = publicAction(shape, async ({ email, meant }, { now, address }) => {
  const odd = oddAddress(email, meant, "Email me a link");
  if (odd.length > 0) return refused(...odd);
  const tooOften = (await limited("reset", addressKey(email))) ?? (await limited("reset from one place", address));
  if (tooOften) return refused(tooOften);
  after(() => requestReset(email, now));
  return done({ to: "/forgotten-password?sent=yes" });
});

"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { done, refused, refusedAt } from "@/lib/outcome";
import { confirmCode } from "@/lib/registrations/confirm-code";
import { sendCode } from "@/lib/registrations/send-code";
import { nextStep, stepPath } from "@/lib/registrations/steps";
import { draftAt } from "@/app/(public)/register/draft-at";
import { limitCodes } from "@/app/(public)/register/limit-codes";

export const confirmAddress = publicAction(
  z.strictObject({
    code: z.string({ error: "Enter the code from the message" }).trim().min(1, "Enter the code from the message"),
  }),
  async ({ code }, { now }) => {
    const { id, draft } = await draftAt("code");
    const outcome = await confirmCode(id, code, now);
    return outcome.ok ? done({ to: stepPath(nextStep({ ...draft, vouched: "code" })) }) : outcome;
  },
);

export const sendAnother = publicAction(z.strictObject({}), async (_, { now, address }) => {
  const { id, draft } = await draftAt("code");
  const { email } = draft;
  if (email === undefined) return refusedAt("code", "Enter your details first");
  const tooOften = await limitCodes(address, email);
  if (tooOften) return refused(tooOften);
  await sendCode(id, { ...draft, email }, now);
  return done({ to: "/register/code" });
});

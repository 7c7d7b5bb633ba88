"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { done, refused, refusedAt } from "@/lib/outcome";
import { completeRegistration, disagreements } from "@/lib/registrations/complete-registration";
import { sendCode } from "@/lib/registrations/send-code";
import { spendProof } from "@/lib/registrations/spend-proof";
import { terms } from "@/lib/registrations/terms";
import { draftAt } from "@/app/(public)/register/draft-at";
import { completedHere, holdRegistration, letDraftGo } from "@/app/(public)/register/draft-cookie";
import { robotProblem, unticked } from "@/app/(public)/register/not-a-robot";
import { limitCodes } from "@/app/(public)/register/limit-codes";

const shape = z.strictObject({
  version: z.string().max(20),
  terms: z.literal("yes").optional(),
  communications: z.enum(["yes", "no"]).optional(),
  altcha: z.string().optional(),
  script: z.literal("yes").optional(),
});

/** Completes the registration. What is to put right is said before the browser's work is taken. */
export const complete = publicAction(shape, async (typed, { now, address }) => {
  const earlier = await completedHere();
  if (earlier !== null) return finished(earlier);
  const { id, draft } = await draftAt("check");
  if (typed.version !== terms.version) return refusedAt("terms", "The terms of use have changed. Read them again");
  const communications = typed.communications === undefined ? null : typed.communications === "yes";
  const agreement = { terms: typed.terms === "yes", communications };
  const open = disagreements(agreement);
  if (open.length > 0) return refused(...open, ...(draft.vouched === "code" ? [] : unticked(typed)));
  if (draft.vouched !== "code" && !(await spendProof(typed.altcha, now))) {
    if (typed.script === "yes") return refused(robotProblem);
    const { email } = draft;
    if (email === undefined) return refused({ message: "Enter your details first" });
    const tooOften = await limitCodes(address, email);
    if (tooOften) return refused(tooOften);
    await sendCode(id, { ...draft, email }, now);
    return done({ to: "/register/code" });
  }
  const outcome = await completeRegistration(id, agreement, now);
  return outcome.ok ? finished(outcome.value) : outcome;
});

async function finished(registration: { id: number; again: boolean }) {
  await letDraftGo();
  await holdRegistration(registration);
  return done({ to: "/register/done" });
}

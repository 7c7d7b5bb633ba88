"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { done, refused } from "@/lib/outcome";
import { oddAddress } from "@/lib/outbox/odd-address";
import { withYourDetails, yourDetailsShape } from "@/lib/registrations/answers";
import { alreadyRegistered } from "@/lib/registrations/complete-registration";
import { accountAt } from "@/lib/registrations/draft-queries";
import { keepDraft } from "@/lib/registrations/keep-draft";
import { sendCode } from "@/lib/registrations/send-code";
import { spendProof } from "@/lib/registrations/spend-proof";
import { nextStep, stepPath } from "@/lib/registrations/steps";
import { draftHere, holdDraft } from "@/app/(public)/register/draft-cookie";
import { robotProblem, unticked } from "@/app/(public)/register/not-a-robot";
import { limitCodes, limitRegistering } from "@/app/(public)/register/limit-codes";

const shape = z.strictObject({
  ...yourDetailsShape,
  altcha: z.string().optional(),
  script: z.enum(["yes", "vouched"]).optional(),
  /** An email address that the form queried and the person says is right. */
  meant: z.string().max(300).optional(),
});

/**
 * Takes step 1. A new address is vouched for by the browser's work, and then told whether it has an account; without
 * JavaScript a code is emailed instead, and what it says is all there is to learn.
 */
export const continueFromYourDetails = publicAction(
  shape,
  async ({ altcha, script, meant, ...details }, asking) => {
    const question = oddAddress(details.email, meant, "Continue");
    if (question.length > 0) return refused(...question, ...unticked({ script, altcha }));
    const { now, address } = asking;
    const here = await draftHere();
    const mine = here?.open ? here : null;
    const draft = withYourDetails(mine?.draft ?? {}, details);
    if (draft.vouched === undefined && (script !== undefined || altcha)) {
      if (!(await spendProof(altcha, now))) return refused(robotProblem);
      const tooOften = await limitRegistering(address, details.email);
      if (tooOften) return refused(tooOften);
      if (await accountAt(db, details.email)) {
        log.info({ address }, "someone began to register an address that has an account");
        return refused(alreadyRegistered);
      }
      draft.vouched = "work";
    }
    const tooOften = draft.vouched === undefined ? await limitCodes(address, details.email) : null;
    if (tooOften) return refused(tooOften);
    const id = await keepDraft(mine?.id ?? null, draft, now);
    await holdDraft(id);
    if (draft.vouched !== undefined) return done({ to: stepPath(nextStep(draft)) });
    await sendCode(id, { ...draft, email: details.email }, now);
    return done({ to: "/register/code" });
  },
  (posted) => [...oddAddress([posted.email ?? ""].flat()[0] ?? "", posted.meant, "Continue"), ...unticked(posted)],
);

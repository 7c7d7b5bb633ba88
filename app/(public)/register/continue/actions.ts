"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { openDraft } from "@/lib/registrations/open-draft";
import { nextStep, stepPath } from "@/lib/registrations/steps";
import { emailAddress } from "@/lib/registrations/typed-text";
import { draftHere, holdDraft, letDraftGo } from "@/app/(public)/register/draft-cookie";

/** Shows a draft again to someone who knows its address. */
export const openAgain = publicAction(z.strictObject({ email: emailAddress }), async ({ email }, { now }) => {
  const here = await draftHere();
  if (!here) return done({ to: "/register/your-details" });
  const outcome = await openDraft(here.id, email, now);
  if (!outcome.ok) return outcome;
  if (outcome.value === null) {
    await letDraftGo();
    return done({ to: "/register/your-details" });
  }
  await holdDraft(here.id);
  return done({ to: stepPath(nextStep(outcome.value)) });
});

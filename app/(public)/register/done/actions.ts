"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { askToApprove } from "@/lib/registrations/ask-to-approve";
import { finishedRegistration } from "@/lib/registrations/draft-queries";
import { registrationHere } from "@/app/(public)/register/draft-cookie";

/** Asks to be the approver of the places of this registration that have none yet. */
export const askForApprover = publicAction(z.strictObject({}), async (_, { now }) => {
  const here = await registrationHere();
  const registration = here && !here.again ? await finishedRegistration(here.id, now) : null;
  if (!here || !registration) return done({ to: "/register" });
  await askToApprove(
    here.id,
    registration.withoutApprover.map((place) => place.id),
  );
  return done({ to: "/register/done" });
});

"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { askToApprove } from "@/lib/registrations/ask-to-approve";
import { finishedRegistration } from "@/lib/registrations/draft-queries";
import { registrationHere } from "@/app/(public)/register/draft-cookie";

/** Asks to be the approver of the places of this registration that have none yet. */
export const askForApprover = publicAction(z.strictObject({}), async (_, { now }) => {
  const id = await registrationHere();
  const registration = id === null ? null : await finishedRegistration(id, now);
  if (id === null || !registration) return done({ to: "/register" });
  await askToApprove(
    id,
    registration.withoutApprover.map((place) => place.id),
  );
  return done({ to: "/register/done" });
});

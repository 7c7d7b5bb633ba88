"use server";
import { z } from "zod";
import { askEmailChange } from "@/lib/accounts/ask-email-change";
import { changeDetails } from "@/lib/accounts/change-details";
import { formAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { emailAddress, fullName, jobTitle, telephone } from "@/lib/registrations/typed-text";

export const saveDetails = formAction(
  z.strictObject({ fullName, telephone, jobTitle, communications: z.literal("yes").optional() }),
  async (user, { communications, ...typed }) => {
    const outcome = await changeDetails(user, { ...typed, communications: communications === "yes" });
    return outcome.ok ? done({ to: "/accounts/details?saved=yes" }) : outcome;
  },
);

export const changeAddress = formAction(
  z.strictObject({ email: emailAddress, password: z.string(), meant: z.string().max(300).optional() }),
  async (user, typed, { now }) => {
    const outcome = await askEmailChange(user, typed, now);
    return outcome.ok ? done({ to: "/accounts/details?asked=yes" }) : outcome;
  },
);

"use server";
import { z } from "zod";
import { done } from "@/lib/outcome";
import { registrationPath } from "@/lib/registrations/registration-link";
import { withdrawRegistration } from "@/lib/registrations/withdraw-registration";
import { publicAction } from "@/lib/web/action";

const shape = z.strictObject({
  link: z.string().max(200),
  request: z.preprocess(
    (typed) => (typed === undefined ? [] : [typed].flat()),
    z.array(z.coerce.number().int().positive()).max(500),
  ),
});

/** Withdraws the chosen parts of a registration, with the link in its email. */
export const withdraw = publicAction(shape, async ({ link, request }, { now }) => {
  const outcome = await withdrawRegistration(link, request, now);
  return outcome.ok ? done({ to: `${registrationPath(encodeURIComponent(link))}?withdrawn=yes` }) : outcome;
});

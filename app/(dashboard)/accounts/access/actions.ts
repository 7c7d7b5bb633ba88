"use server";
import { z } from "zod";
import { formAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { askToFind } from "@/lib/people/ask-to-find";
import { leavePlace } from "@/lib/people/end-access";
import { withdrawRequest } from "@/lib/registrations/withdraw-request";
import { requestAccess, type WantedPlace } from "@/lib/registrations/request-access";

const id = z.coerce.number().int().positive();
const ids = z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(id).max(500));

export const ask = formAction(
  z.strictObject({
    location: ids,
    area: ids,
    level: z.enum(["standard", "approver"], { error: "Choose Standard or Approver" }),
    declare: z.literal("yes", { error: "Tick the box to agree to the conditions" }),
  }),
  async (user, { location, area, level }, { now }) => {
    const wanted: WantedPlace[] = [
      ...location.map((locationId) => ({ locationId })),
      ...area.map((areaId) => ({ areaId })),
    ];
    const outcome = await requestAccess(user, wanted, level, now);
    return outcome.ok ? done({ to: `/accounts/access?asked=${outcome.value.asked}` }) : outcome;
  },
);

/** Withdraws someone’s own request while it waits. */
export const withdrawOwn = formAction(z.strictObject({ request: id }), async (user, { request }, { now }) => {
  const outcome = await withdrawRequest(user, request, now);
  return outcome.ok ? done({ to: "/accounts/access?withdrawn=yes" }) : outcome;
});

export const leave = formAction(
  z.strictObject({ access: id, last: z.literal("yes").optional() }),
  async (user, { access, last }, { now }) => {
    const outcome = await leavePlace(user, access, { last: last === "yes" }, now);
    return outcome.ok ? done({ to: "/accounts/access?left=yes" }) : outcome;
  },
);

export const askToSearch = formAction(
  z.strictObject({ reason: z.string().max(1000) }),
  async (user, typed, { now }) => {
    const outcome = await askToFind(user, typed, now);
    return outcome.ok ? done({ to: outcome.value.may ? "/find" : "/accounts/access?search=asked" }) : outcome;
  },
);

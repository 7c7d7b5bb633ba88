"use server";
import { z } from "zod";
import { provenAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { decideRequest } from "@/lib/registrations/decide-request";

const shape = z.strictObject({
  request: z.coerce.number().int().positive(),
  decision: z.enum(["standard", "approver", "reject"], { error: "Choose whether to approve or reject" }),
  reason: z.string().max(5000).optional(),
});

/** Approves or rejects; back to those who still wait. Who comes second is shown what was decided. */
export const decideAccessRequest = provenAction(shape, async (user, { request, decision, reason }, { now }) => {
  const verdict = decision === "reject" ? { reason } : { level: decision };
  const outcome = await decideRequest(user, request, decision === "reject" ? "rejected" : "approved", verdict, now);
  if (!outcome.ok && outcome.problems.some(({ code }) => code === "decided"))
    return done({ to: `/accounts/requests/${request}?overtaken=yes` });
  const list = user.kind === "support" ? "/admin/registrations" : "/accounts/requests";
  return outcome.ok ? done({ to: `${list}?decided=${decision === "reject" ? "rejected" : "approved"}` }) : outcome;
});

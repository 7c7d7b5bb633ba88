"use server";
import { z } from "zod";
import { provenAction } from "@/lib/web/action";
import { done, refused } from "@/lib/outcome";
import { decideRequest, decideRequests, type OneDecision } from "@/lib/registrations/decide-request";

const shape = z.strictObject({
  request: z.coerce.number().int().positive(),
  decision: z.enum(["standard", "approver", "reject"], { error: "Choose whether to approve or reject" }),
  reason: z.string().max(5000).optional(),
});

/**
 * Approves or rejects, then leads back to the people still waiting. If someone else was first, shows what they decided.
 */
export const decideAccessRequest = provenAction(shape, async (user, { request, decision, reason }, { now }) => {
  const verdict = decision === "reject" ? { reason } : { level: decision };
  const outcome = await decideRequest(user, request, decision === "reject" ? "rejected" : "approved", verdict, now);
  if (!outcome.ok && outcome.problems.some(({ code }) => code === "decided"))
    return done({ to: `/accounts/requests/${request}?overtaken=yes` });
  const list = user.kind === "support" ? "/admin/registrations" : "/accounts/requests";
  return outcome.ok ? done({ to: `${list}?decided=${decision === "reject" ? "rejected" : "approved"}` }) : outcome;
});

const list = <T extends z.ZodType>(each: T) =>
  z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(each).max(200));

/** Decides several requests of one person. If someone else was first, shows what they decided. */
export const decideTogether = provenAction(
  z.strictObject({
    request: list(z.coerce.number().int().positive()),
    decision: list(z.enum(["", "standard", "approver", "reject"])),
    reason: z.string().max(5000).optional(),
  }),
  async (user, { request, decision, reason = "" }, { now }) => {
    const chosen = request.map((requestId, at) => ({ requestId, decision: decision[at] ?? "" }));
    const open = chosen.filter((each) => each.decision === "");
    const missing = open.map(({ requestId }) => ({
      field: `decision-${requestId}`,
      message: "Choose whether to approve or reject",
    }));
    if (chosen.some((each) => each.decision === "reject") && reason.trim() === "")
      missing.push({ field: "reason", message: "Enter the reason. The person will read it" });
    if (missing.length > 0 || chosen.length === 0) return refused(...missing);
    const outcome = await decideRequests(user, chosen as OneDecision[], reason, now);
    if (!outcome.ok && outcome.problems.some(({ code }) => code === "decided"))
      return done({ to: `/accounts/requests/${request[0]}?overtaken=yes` });
    const back = user.kind === "support" ? "/admin/registrations" : "/accounts/requests";
    return outcome.ok ? done({ to: `${back}?decided=together` }) : outcome;
  },
);

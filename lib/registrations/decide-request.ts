import { allow, Forbidden } from "@/lib/access/policy";
import type { AccessLevel, User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { plainText } from "@/lib/outbox/plain-text";
import { done, refused, type Outcome, type Problem } from "@/lib/outcome";
import { letApplicantIn, turnApplicantAway } from "./carry-out-decision";
import { askerOf, type DecidedRequest, decidedRequestSelect, requestedPlace } from "./decided-request";
import { requestToDecide } from "./request-to-decide";

export interface RequestDecision {
  /** What an approval gives; never more than was asked for, except by support. */
  level?: AccessLevel | undefined;
  /** Why it is rejected, in words that the applicant will read. */
  reason?: string | undefined;
}

/** What is decided about one request: the level that it gives, or no. */
export interface OneDecision {
  requestId: number;
  decision: AccessLevel | "reject";
}

/** As `decideRequests`, for one request. */
export async function decideRequest(
  user: User,
  requestId: number,
  decision: "approved" | "rejected",
  { level = "standard", reason = "" }: RequestDecision,
  now: Date,
): Promise<Outcome<{ name: string; place: string }>> {
  const one = { requestId, decision: decision === "rejected" ? ("reject" as const) : level };
  const outcome = await decideRequests(user, [one], reason, now);
  if (outcome.ok) return done({ name: outcome.value.name, place: outcome.value.places.join() });
  return refused(
    ...outcome.problems.map((each) => (each.field?.startsWith("decision") ? { ...each, field: "level" } : each)),
  );
}

/**
 * Approves or rejects one person's requests for access together. The policy says who may: the approvers of each place
 * or area, or support, never the person who asks. All are decided or none, and one email says which. If several people
 * decide at once, one decision counts. The first approval of a registration creates the account and emails its login
 * details; a later one adds access.
 */
export async function decideRequests(
  user: User,
  decisions: readonly OneDecision[],
  typedReason: string,
  now: Date,
): Promise<Outcome<{ name: string; places: string[] }>> {
  const ids = decisions.map(({ requestId }) => requestId);
  return transact(user, "decided requests for access", async (tx) => {
    await tx.$queryRaw`select id from access_request where id = any(${ids}) order by id for update`;
    const found = await tx.accessRequest.findMany({
      where: { id: { in: ids } },
      select: decidedRequestSelect,
      orderBy: { id: "asc" },
    });
    const [first] = found;
    if (!first || found.length !== new Set(ids).size) throw new Forbidden("decide a request");
    for (const request of found) allow(user, "decide a request", requestToDecide(request));
    if (found.some((request) => emailOf(request) !== emailOf(first))) throw new Forbidden("decide a request");
    const decided = decisions.flatMap((each) => {
      const request = found.find(({ id }) => id === each.requestId);
      return request ? [{ request, decision: each.decision }] : [];
    });
    const reason = typedReason.trim();
    const problems = problemsOf(user, decided, reason);
    if (problems.length > 0) return refused(...problems);
    if (found.some(({ decidedAt }) => decidedAt !== null))
      return refused({ code: "decided", message: "Someone has already decided this request" });
    for (const { request, decision } of decided)
      await tx.accessRequest.update({ where: { id: request.id }, data: verdictOf(user, decision, reason, now) });
    const approved = decided.flatMap(({ request, decision }) =>
      decision === "reject" ? [] : [{ request, level: decision }],
    );
    const rejected = decided.flatMap(({ request, decision }) => (decision === "reject" ? [request] : []));
    if (approved.length > 0) await letApplicantIn(tx, user, approved, { rejected, reason }, now);
    else await turnApplicantAway(tx, rejected, reason, now);
    return done({ name: askerOf(first).fullName, places: found.map(requestedPlace) });
  });
}

type Decided = { request: DecidedRequest; decision: OneDecision["decision"] };

function problemsOf(user: User, decided: readonly Decided[], reason: string): Problem[] {
  const problems: Problem[] = [];
  for (const { request, decision } of decided)
    if (decision === "approver" && !mayBecomeApprover(user, request))
      problems.push({
        field: `decision-${request.id}`,
        message: "They did not ask to be an approver. Approve them as a Standard user",
      });
  if (decided.some(({ decision }) => decision === "reject") && plainText(reason) === "")
    problems.push({ field: "reason", message: "Enter the reason. The person will read it" });
  if (reason.length > 500) problems.push({ field: "reason", message: "Use 500 characters or fewer" });
  return problems;
}

const verdictOf = (user: User, decision: OneDecision["decision"], reason: string, now: Date) => ({
  decidedAt: now,
  decidedById: user.id,
  decision: decision === "reject" ? ("rejected" as const) : ("approved" as const),
  levelGranted: decision === "reject" ? null : decision,
  reason: decision === "reject" ? reason : null,
});

const emailOf = (request: DecidedRequest): string => askerOf(request).email.toLowerCase();

/** No one can be an approver for totals only, and a shared account cannot decide about anyone. */
const mayBecomeApprover = (user: User, { level, account, registration }: DecidedRequest) =>
  (level === "approver" || user.kind === "support") &&
  account?.generic !== true &&
  (account ?? registration)?.kind !== "aggregate_only";

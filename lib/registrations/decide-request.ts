import { giveAccess } from "@/lib/access/give";
import { allow, Forbidden } from "@/lib/access/policy";
import type { AccessLevel, User } from "@/lib/access/user";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { transact, type Prisma, type Transaction } from "@/lib/db";
import { plainText } from "@/lib/outbox/plain-text";
import { queueEmail } from "@/lib/outbox/queue-email";
import { areaLabel } from "@/lib/organisations/area-label";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { requestToDecide, requestSelect } from "./request-to-decide";
import { accountAt } from "./draft-queries";

export interface RequestDecision {
  /** What an approval gives; never more than was asked for, except by support. */
  level?: AccessLevel | undefined;
  /** Why it is rejected, in words that the applicant will read. */
  reason?: string | undefined;
}

const read = {
  ...requestSelect,
  id: true,
  level: true,
  locationId: true,
  decidedAt: true,
  registration: true,
  account: true,
  location: { select: { ...requestSelect.location.select, name: true } },
  area: { select: { name: true, placeName: true } },
} as const satisfies Prisma.AccessRequestSelect;

type Request = Prisma.AccessRequestGetPayload<{ select: typeof read }>;

/**
 * Approves or rejects one request for access, by whoever the policy lets: the approvers of the place or area, or
 * support; never the one who asks. Of several at once one decides and one message goes out. The first approval of a
 * registration creates the account and emails its login details; a later one adds access.
 */
export async function decideRequest(
  user: User,
  requestId: number,
  decision: "approved" | "rejected",
  verdict: RequestDecision,
  now: Date,
): Promise<Outcome<{ name: string; place: string }>> {
  return transact(user, `${decision} a request for access`, async (tx) => {
    const request = await tx.accessRequest.findUnique({ where: { id: requestId }, select: read });
    if (!request) throw new Forbidden("decide a request");
    allow(user, "decide a request", requestToDecide(request));
    const reason = verdict.reason?.trim() ?? "";
    if (decision === "rejected" && plainText(reason) === "")
      return refusedAt("reason", "Enter the reason. The person will read it");
    if (reason.length > 500) return refusedAt("reason", "The reason must be 500 characters or fewer");
    const level = verdict.level ?? "standard";
    if (decision === "approved" && level === "approver" && !mayBecomeApprover(user, request))
      return refusedAt("level", "They did not ask to be an approver. Approve them as a Standard user");
    const { count } = await tx.accessRequest.updateMany({
      where: { id: requestId, decidedAt: null },
      data: {
        decidedAt: now,
        decidedById: user.id,
        decision,
        levelGranted: decision === "approved" ? level : null,
        reason: reason || null,
      },
    });
    if (count === 0) return refused({ code: "decided", message: "Someone has already decided this request" });
    if (decision === "approved") await letIn(tx, user, request, level, now);
    else await turnAway(tx, request, reason, now);
    return done({ name: askerOf(request).fullName, place: placeName(request) });
  });
}

/** No one can be an approver for totals only, and a shared account cannot decide about anyone. */
const mayBecomeApprover = (user: User, { level, account, registration }: Request) =>
  (level === "approver" || user.kind === "support") &&
  account?.generic !== true &&
  (account ?? registration)?.kind !== "aggregate_only";

function askerOf({ registration, account }: Request) {
  const asker = registration ?? account;
  if (!asker) throw new Error("A request for access has nobody who asks");
  return asker;
}

const placeName = ({ location, area, registration }: Request): string =>
  location?.name ?? (area ? areaLabel(area.name, area.placeName) : (registration?.organisation ?? "the service"));

async function letIn(tx: Transaction, user: User, request: Request, level: AccessLevel, now: Date) {
  const { id, made } = await accountFor(tx, request, now);
  await give(tx, id, user, request, level, now);
  const asker = askerOf(request);
  const to = request.account?.email ?? asker.email;
  const props = { name: asker.fullName, places: [placeName(request)] };
  if (!made) return queueEmail(tx, { template: "access-granted", to, accountId: id, props: { ...props, level } }, now);
  const { until } = await issueCredentials(tx, id, now);
  return queueEmail(
    tx,
    { template: "registration-approved", to, accountId: id, props: { ...props, accountId: id, email: to, until } },
    now,
  );
}

/**
 * The account to give access to: the asker's, or a new one, created once however many people decide at the same time.
 */
async function accountFor(tx: Transaction, { account, registration }: Request, now: Date) {
  if (account) return { id: account.id, made: false };
  if (!registration) throw new Error("A request for access has nobody who asks");
  const { email, fullName, telephone, jobTitle, kind, findsCapacity, communications, termsVersion } = registration;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`account:${email.toLowerCase()}`}, 0))::text`;
  const there = await accountAt(tx, email);
  if (there) return { id: there.id, made: false };
  const made = await tx.account.create({
    data: {
      email,
      fullName,
      telephone,
      jobTitle,
      kind,
      findsCapacity,
      communications,
      termsVersion,
      termsAgreedAt: registration.completedAt,
      createdAt: now,
    },
  });
  await tx.registration.update({ where: { id: registration.id }, data: { accountId: made.id } });
  return { id: made.id, made: true };
}

/** Adds the access, or raises what is there already. Sums are of all England. */
async function give(tx: Transaction, accountId: number, user: User, request: Request, level: AccessLevel, now: Date) {
  const { id: requestId, locationId, providerId } = request;
  const areaId = request.areaId ?? (askerOf(request).kind === "aggregate_only" ? await england(tx) : null);
  const target = { locationId, providerId, areaId };
  await giveAccess(tx, accountId, target, { level, givenById: user.id, requestId }, now);
}

const england = async (tx: Transaction) => (await tx.area.findFirst({ where: { kind: "country" } }))?.id ?? null;

async function turnAway(tx: Transaction, request: Request, reason: string, now: Date) {
  const asker = askerOf(request);
  const template = request.account || request.registration?.accountId ? "access-refused" : "registration-rejected";
  const props = { name: asker.fullName, places: [placeName(request)], reason };
  const accountId = request.account?.id ?? request.registration?.accountId;
  const message = { template, to: asker.email, props, ...(accountId && { accountId }) } as const;
  return queueEmail(tx, message, now);
}

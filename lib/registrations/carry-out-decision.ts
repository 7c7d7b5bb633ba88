import { giveAccess } from "@/lib/access/give";
import type { AccessLevel, User } from "@/lib/access/user";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import type { Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { accountFor } from "./account-of-request";
import { askerOf, type DecidedRequest, requestedPlace } from "./decided-request";

/** A request that was approved, and at which level. */
export interface Approved {
  request: DecidedRequest;
  level: AccessLevel;
}

/** Gives the access that was approved, and emails everything that was decided in one message. */
export async function letApplicantIn(
  tx: Transaction,
  user: User,
  approved: readonly Approved[],
  { rejected, reason }: { rejected: readonly DecidedRequest[]; reason: string },
  now: Date,
) {
  const [first] = approved;
  if (!first) return;
  const { id, made } = await accountFor(tx, first.request, now);
  for (const { request, level } of approved) await give(tx, id, user, request, level, now);
  const asker = askerOf(first.request);
  const to = first.request.account?.email ?? asker.email;
  const everywhere = approved.every(({ level }) => level === "approver") ? "approver" : "standard";
  const props = {
    name: asker.fullName,
    places: approved.map(({ request, level }) =>
      level === everywhere ? requestedPlace(request) : `${requestedPlace(request)} (as approver)`,
    ),
    ...(rejected.length > 0 && { refused: rejected.map(requestedPlace), reason }),
  };
  if (!made)
    return queueEmail(
      tx,
      { template: "access-granted", to, accountId: id, props: { ...props, level: everywhere } },
      now,
    );
  const { until } = await issueCredentials(tx, id, now);
  return queueEmail(
    tx,
    { template: "registration-approved", to, accountId: id, props: { ...props, accountId: id, email: to, until } },
    now,
  );
}

/** Adds the access, or raises what is there already. Sums are of all England. */
async function give(
  tx: Transaction,
  accountId: number,
  user: User,
  request: DecidedRequest,
  level: AccessLevel,
  now: Date,
) {
  const { id: requestId, locationId, providerId } = request;
  const areaId = request.areaId ?? (askerOf(request).kind === "aggregate_only" ? await england(tx) : null);
  const target = { locationId, providerId, areaId };
  await giveAccess(tx, accountId, target, { level, givenById: user.id, requestId }, now);
}

const england = async (tx: Transaction) => (await tx.area.findFirst({ where: { kind: "country" } }))?.id ?? null;

/** Tells of what was rejected, where nothing was approved. */
export async function turnApplicantAway(
  tx: Transaction,
  rejected: readonly DecidedRequest[],
  reason: string,
  now: Date,
) {
  const [request] = rejected;
  if (!request) return;
  const asker = askerOf(request);
  const template = request.account || request.registration?.accountId ? "access-refused" : "registration-rejected";
  const props = { name: asker.fullName, places: rejected.map(requestedPlace), reason };
  const accountId = request.account?.id ?? request.registration?.accountId;
  const message = { template, to: asker.email, props, ...(accountId && { accountId }) } as const;
  return queueEmail(tx, message, now);
}

import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import { approversOf } from "./approvers";
import { requestToDecide, requestSelect } from "./request-to-decide";
import { listedRequestSelect, listedRequest, type ListedRequest } from "./listed-request";
import { noticedAbout } from "./noticed-about";
import { requestsFor, type RequestFilters } from "./requests-for";

const pageSize = 25;

/** Requests that wait for this person's decision, longest first. No one is shown their own. */
export async function requestsWaiting(
  user: User,
  filters: RequestFilters,
  page: number,
  now: Date,
): Promise<{ rows: ListedRequest[]; total: number; pages: number }> {
  const where = requestsFor(user, filters, now);
  const total = await db.accessRequest.count({ where });
  const rows = await db.accessRequest.findMany({
    where,
    select: listedRequestSelect,
    orderBy: [{ requestedAt: filters.state && filters.state !== "waiting" ? "desc" : "asc" }, { id: "asc" }],
    skip: (Math.max(1, page) - 1) * pageSize,
    take: pageSize,
  });
  return { rows: rows.map(listedRequest), total, pages: Math.ceil(total / pageSize) };
}

/** How many requests wait for this person: for the tile on the home page. */
export const requestsWaitingCount = (user: User, now: Date): Promise<number> =>
  db.accessRequest.count({ where: requestsFor(user, {}, now) });

const detailed = {
  ...listedRequestSelect,
  ...requestSelect,
  reason: true,
  location: {
    select: {
      ...listedRequestSelect.location.select,
      ...requestSelect.location.select,
      town: true,
      addressLines: true,
    },
  },
  account: { select: { ...listedRequestSelect.account.select, telephone: true } },
  registration: {
    select: {
      ...listedRequestSelect.registration.select,
      accountId: true,
      telephone: true,
      address: true,
      postcode: true,
      why: true,
      findsCapacity: true,
      completedAt: true,
    },
  },
  decidedBy: { select: { fullName: true, kind: true } },
} as const satisfies Prisma.AccessRequestSelect;

/** One request with everything needed to decide it; null if this person may not see it. */
export async function request(user: User, id: number, now: Date) {
  const row = await db.accessRequest.findUnique({ where: { id }, select: detailed });
  if (!row || !can(user, "decide a request", requestToDecide(row))) return null;
  const asker = row.registration ?? row.account;
  const target = { locationId: row.location?.id ?? null, areaId: row.area?.id ?? null };
  const summary = listedRequest(row);
  const approvers = await approversOf(db, target, now);
  return {
    ...summary,
    telephone: asker?.telephone ?? "",
    hasAccount: row.accountId !== null,
    organisation: row.registration?.organisation ?? null,
    address: row.registration?.address ?? null,
    postcode: row.registration?.postcode ?? null,
    why: row.registration?.why ?? null,
    findsCapacity: row.registration?.findsCapacity ?? false,
    location: row.location,
    area: row.area,
    approvers,
    mayBeApprover: user.kind === "support" ? summary.kind !== "aggregate_only" : row.level === "approver",
    levelGranted: row.levelGranted,
    reason: row.reason,
    decidedBy: row.decidedBy && (row.decidedBy.kind === "support" ? "the support team" : row.decidedBy.fullName),
    noticed: await noticedAbout(summary, target, approvers, user.kind === "support", now),
  };
}

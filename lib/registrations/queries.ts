import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import { approversOf } from "./approvers";
import { requestToDecide, requestSelect } from "./request-to-decide";
import { listedRequestSelect, listedRequest, listedTogether, type ListedRequest } from "./listed-request";
import { noticedAbout } from "./noticed-about";
import { requestsFor, type RequestFilters } from "./requests-for";

const pageSize = 25;

/** People whose requests wait for this person's decision, longest first, each once. No one is shown their own. */
export async function requestsWaiting(
  user: User,
  filters: RequestFilters,
  page: number,
  now: Date,
): Promise<{ rows: ListedRequest[]; total: number; pages: number }> {
  const where = requestsFor(user, filters, now);
  const skip = (Math.max(1, page) - 1) * pageSize;
  if (filters.state && filters.state !== "waiting") {
    const total = await db.accessRequest.count({ where });
    const rows = await db.accessRequest.findMany({
      where,
      select: listedRequestSelect,
      orderBy: [{ requestedAt: "desc" }, { id: "asc" }],
      skip,
      take: pageSize,
    });
    return { rows: rows.map(listedRequest), total, pages: Math.ceil(total / pageSize) };
  }
  const askers = await db.accessRequest.groupBy({
    by: ["registrationId", "accountId"],
    where,
    _min: { requestedAt: true, id: true },
    orderBy: [{ _min: { requestedAt: "asc" } }, { _min: { id: "asc" } }],
  });
  const shown = askers.slice(skip, skip + pageSize);
  const rows = await db.accessRequest.findMany({
    where: { AND: [where, { OR: shown.map(({ registrationId, accountId }) => ({ registrationId, accountId })) }] },
    select: { ...listedRequestSelect, registrationId: true, accountId: true },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
  });
  const of = ({ registrationId, accountId }: Pick<(typeof rows)[number], "registrationId" | "accountId">) =>
    rows.filter((row) => row.registrationId === registrationId && row.accountId === accountId);
  return {
    rows: shown.flatMap((asker) => listedTogether(of(asker).map(listedRequest))),
    total: askers.length,
    pages: Math.ceil(askers.length / pageSize),
  };
}

/** How many people wait for this person: for the tile on the home page. */
export async function requestsWaitingCount(user: User, now: Date): Promise<number> {
  const where = requestsFor(user, {}, now);
  return (await db.accessRequest.groupBy({ by: ["registrationId", "accountId"], where })).length;
}

/** All that the person of a request still waits for and this person may decide, in the order it was asked for. */
export async function requestsOfSame(user: User, email: string, now: Date): Promise<ListedRequest[]> {
  const theirs = { email: { equals: email, mode: "insensitive" } } as const;
  const rows = await db.accessRequest.findMany({
    where: { AND: [requestsFor(user, { all: true }, now), { OR: [{ registration: theirs }, { account: theirs }] }] },
    select: listedRequestSelect,
    orderBy: { id: "asc" },
    take: 200,
  });
  return rows.map(listedRequest);
}

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

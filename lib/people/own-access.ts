import type { AccessLevel, User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import { countsNow } from "@/lib/access/grants";
import { approversOf } from "@/lib/registrations/approvers";
import { ownWaiting } from "@/lib/registrations/own-waiting";
import { accessEndsAfterClosing } from "@/lib/locations/closed";
import { accessSelect, placeName } from "./access-rows";
import { placesLeftWithoutApprover } from "./last-approver";
import { nameOf } from "./person";

/** One thing someone may see, and why. */
export interface OwnAccess {
  id: number;
  place: string;
  kind: "location" | "provider" | "area" | "service";
  level: AccessLevel;
  since: Date;
  /** "Approved by Ben Carter, as you asked on …": who let them in. */
  by: string | null;
  askedAt: Date | null;
  until: Date | null;
  /** The day on which the location closed. */
  closedOn: Date | null;
  /** Locations that took over from one that closed, to ask for. */
  successors: { id: number; name: string }[];
}

export interface OwnRequest {
  id: number;
  place: string;
  level: AccessLevel;
  requestedAt: Date;
  rejectedAt: Date | null;
  reason: string | null;
}

/** What someone no longer has access to. */
export interface EndedAccess {
  id: number;
  place: string;
  at: Date | null;
  by: string | null;
  reason: string | null;
}

const decidedBy = { select: { fullName: true, kind: true } } as const;

/** What the one who is signed in may see and why, what they wait for, and what they no longer have. */
export async function ownAccess(user: User, now: Date) {
  const [alive, waiting, refusedLately, ended] = await Promise.all([
    db.access.findMany({
      where: { accountId: user.id, ...countsNow(now) },
      select: {
        ...accessSelect,
        location: { select: { ...accessSelect.location.select, successors: true } },
        grantedAt: true,
        endsAt: true,
        grantedBy: decidedBy,
        request: { select: { requestedAt: true } },
      },
      orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
    }),
    requests(ownWaiting(user)),
    requests({ ...own(user), decision: "rejected" }),
    db.access.findMany({
      where: { accountId: user.id, NOT: countsNow(now) },
      select: { ...accessSelect, endedAt: true, endsAt: true, endedReason: true, endedBy: decidedBy },
      orderBy: { id: "desc" },
      take: 50,
    }),
  ]);
  const codes = alive.flatMap(({ location }) => (location?.deregisteredOn ? location.successors : []));
  const taken = await db.location.findMany({
    where: { registerId: { in: codes }, deregisteredOn: null },
    select: { id: true, name: true, registerId: true },
  });
  return {
    access: alive.map((row): OwnAccess => {
      const closedOn = row.location?.deregisteredOn ?? null;
      const afterClosing = closedOn && accessEndsAfterClosing(closedOn);
      return {
        id: row.id,
        place: row.location || row.provider || row.area ? placeName(row) : "The service as a whole",
        kind: row.location ? "location" : row.provider ? "provider" : row.area ? "area" : "service",
        level: row.level,
        since: row.grantedAt,
        by: nameOf(row.grantedBy),
        askedAt: row.request?.requestedAt ?? null,
        until: row.endsAt ?? afterClosing,
        closedOn,
        successors: closedOn ? taken.filter(({ registerId }) => row.location?.successors.includes(registerId)) : [],
      };
    }),
    waiting,
    refused: refusedLately,
    ended: ended.map((row): EndedAccess => ({
      id: row.id,
      place: placeName(row),
      at: row.endedAt ?? row.endsAt,
      by: nameOf(row.endedBy),
      reason: row.endedReason,
    })),
    lastApproverOf: await placesLeftWithoutApprover(db, user.id, alive, now),
  };
}

/** One request of one's own that waits, with how many approvers can decide it; null if it is not there. */
export async function ownRequest(user: User, id: number, now: Date) {
  if (!Number.isSafeInteger(id)) return null;
  const row = await db.accessRequest.findFirst({
    where: { id, ...ownWaiting(user) },
    select: { ...accessSelect, requestedAt: true, locationId: true, areaId: true },
  });
  if (!row) return null;
  const approvers = (await approversOf(db, row, now)).filter((each) => each.id !== user.id);
  return {
    id: row.id,
    place: placeName(row),
    level: row.level,
    requestedAt: row.requestedAt,
    approvers: approvers.length,
  };
}

const own = (user: User) => ({ OR: [{ accountId: user.id }, { registration: { accountId: user.id } }] });

async function requests(where: Prisma.AccessRequestWhereInput): Promise<OwnRequest[]> {
  const rows = await db.accessRequest.findMany({
    where,
    select: { ...accessSelect, requestedAt: true, decidedAt: true, reason: true },
    orderBy: { id: "desc" },
    take: 50,
  });
  return rows.map((row) => ({
    id: row.id,
    place: placeName(row),
    level: row.level,
    requestedAt: row.requestedAt,
    rejectedAt: row.decidedAt,
    reason: row.reason,
  }));
}

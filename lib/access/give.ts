import type { Prisma, Transaction } from "@/lib/db";
import { type AccessTarget, hasRunOut } from "./grants";
import type { AccessLevel } from "./user";

/** What access is given: at which level, until when (null for no last day), by whom, and for which request. */
export interface AccessToGive {
  readonly level: AccessLevel;
  readonly endsAt?: Date | null;
  readonly givenById: number | null;
  readonly requestId?: number;
}

/**
 * Gives someone access to one place. It never lowers what they have there: a higher level stays as it is, and at the
 * same level the later last day counts. Answers whether anything changed.
 */
export async function giveAccess(
  tx: Transaction,
  holderId: number,
  target: AccessTarget,
  giving: AccessToGive,
  now: Date,
): Promise<boolean> {
  const there = await accessThere(tx, holderId, target, now);
  if (there?.level === "approver" && giving.level === "standard") return false;
  const endsAt = there?.level === giving.level ? later(there.endsAt, giving.endsAt ?? null) : giving.endsAt;
  return open(tx, holderId, target, there, { ...giving, endsAt: endsAt ?? null }, now);
}

/** Sets someone's access to one place to exactly this, higher or lower, longer or shorter. Answers whether anything changed. */
export async function setAccess(
  tx: Transaction,
  holderId: number,
  target: AccessTarget,
  giving: AccessToGive,
  now: Date,
): Promise<boolean> {
  return open(tx, holderId, target, await accessThere(tx, holderId, target, now), giving, now);
}

/** Ends access that has not ended yet, and says by whom and why. Answers how many ended; nothing else of it changes. */
export async function endAccess(
  tx: Transaction,
  which: Prisma.AccessWhereInput,
  { endedById = null, reason }: { endedById?: number | null; reason: string },
  now: Date,
): Promise<number> {
  const { count } = await tx.access.updateMany({
    where: { AND: [which, { endedAt: null }] },
    data: { endedAt: now, endedById, endedReason: reason },
  });
  return count;
}

/** Ends one access whose last day has passed, as of that day. */
export const endOnLastDay = (tx: Transaction, { id, endsAt }: { id: number; endsAt: Date }, now: Date) =>
  endAccess(tx, { AND: [{ id }, hasRunOut(now)] }, { reason: "Its last day has passed" }, endsAt);

/**
 * Moves the last day of access that has not ended, or takes it away (null). What was given, by whom and when is left as it
 * is: this is when it will end, not what it was, and the audit keeps each change.
 */
export async function moveLastDay(tx: Transaction, id: number, endsAt: Date | null): Promise<void> {
  await tx.access.updateMany({ where: { id, endedAt: null }, data: { endsAt } });
}

/** Locks these people's access until the transaction ends, so that only one command at a time changes it. */
export async function lockAccessOf(tx: Transaction, holderIds: readonly number[]): Promise<void> {
  await tx.$queryRaw`select id from account where id = any(${[...holderIds]}) order by id for no key update`;
}

/**
 * Locks who approves for a place, so that two approvers cannot both be removed at once. Taken before any holder's lock.
 */
export async function lockApproversOf(tx: Transaction, { locationId, areaId }: AccessTarget): Promise<void> {
  const place = `approvers:${locationId ?? 0}:${areaId ?? 0}`;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${place}, 0))::text`;
}

interface AccessThere {
  readonly id: number;
  readonly level: AccessLevel;
  readonly endsAt: Date | null;
}

/** The access that someone has to exactly this, locked; what has expired and was not yet ended is ended first. */
async function accessThere(
  tx: Transaction,
  accountId: number,
  { locationId, providerId, areaId }: AccessTarget,
  now: Date,
): Promise<AccessThere | null> {
  await lockAccessOf(tx, [accountId]);
  const there = await tx.access.findFirst({
    where: { accountId, locationId, providerId, areaId, endedAt: null },
    select: { id: true, level: true, endsAt: true },
  });
  if (!there?.endsAt || there.endsAt > now) return there;
  await endOnLastDay(tx, { id: there.id, endsAt: there.endsAt }, now);
  return null;
}

/** Nothing is overwritten: what was there ends, and what is given begins. */
async function open(
  tx: Transaction,
  accountId: number,
  { locationId, providerId, areaId }: AccessTarget,
  there: AccessThere | null,
  { level, endsAt = null, givenById, requestId }: AccessToGive,
  now: Date,
): Promise<boolean> {
  if (there?.level === level && there.endsAt?.getTime() === endsAt?.getTime()) return false;
  if (there) await endAccess(tx, { id: there.id }, { endedById: givenById, reason: whyReplaced(there, level) }, now);
  await tx.access.create({
    data: {
      accountId,
      locationId,
      providerId,
      areaId,
      level,
      endsAt,
      grantedAt: now,
      grantedById: givenById,
      ...(requestId !== undefined && { requestId }),
    },
  });
  return true;
}

const whyReplaced = (there: AccessThere, level: AccessLevel): string =>
  there.level === level ? "Given again" : level === "approver" ? "Made Approver" : "Made Standard";

const later = (one: Date | null, other: Date | null): Date | null =>
  one === null || other === null ? null : one > other ? one : other;

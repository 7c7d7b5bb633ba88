import { isCounting } from "@/lib/access/grants";
import { can } from "@/lib/access/policy";
import type { AccessLevel, User } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import { passwordExpires } from "@/lib/accounts/purpose-after";
import { db, type Prisma } from "@/lib/db";
import { accessSelect, heldBy, placeName, accessTargetOf } from "./access-rows";
import { personWithAccess } from "./person-with-access";
import { placesLeftWithoutApprover } from "./last-approver";
import { lockedAmong } from "./locked";
import { isOpenTo } from "./on-record";
import { stateOf, type PersonState } from "./person-state";

/** One access of someone, as the one who looks may see it and change it. */
export interface PersonAccess {
  id: number;
  place: string;
  level: AccessLevel;
  grantedAt: Date;
  grantedBy: string | null;
  endsAt: Date | null;
  endedAt: Date | null;
  endedBy: string | null;
  endedReason: string | null;
  mayRemove: boolean;
  /** The level it may be changed to, or none. */
  mayBecome: AccessLevel | null;
}

export interface Person {
  id: number;
  name: string;
  email: string;
  jobTitle: string;
  telephone: string;
  kind: AccountKind;
  generic: boolean;
  approver: boolean;
  self: boolean;
  state: PersonState;
  lastSignedInAt: Date | null;
  passwordExpiresAt: Date | null;
  deactivated: { at: Date; by: string | null; reason: string | null } | null;
  access: PersonAccess[];
  ended: PersonAccess[];
  /** How many places they reach that are not managed by the one who looks: never which. */
  elsewhere: number;
  /** May be reset, unlocked and closed as a whole. */
  mayManage: boolean;
  /** Must be asked of support. */
  mayAskToClose: boolean;
  /** Places that would have no approver without them. */
  lastApproverOf: string[];
}

const shown = {
  ...accessSelect,
  grantedAt: true,
  endsAt: true,
  endedAt: true,
  endedReason: true,
  grantedBy: { select: { fullName: true, kind: true } },
  endedBy: { select: { fullName: true, kind: true } },
} as const satisfies Prisma.AccessSelect;

type Row = Prisma.AccessGetPayload<{ select: typeof shown }>;

/**
 * The part of someone's account that an approver or support may see. Null if they may see none of it, and for support
 * until they have opened the record with a reason.
 */
export async function person(user: User, id: number, now: Date): Promise<Person | null> {
  if (!can(user, "manage people") || !(await isOpenTo(user, id, now))) return null;
  const [found, account, rows] = await Promise.all([
    personWithAccess(db, id, now),
    db.account.findUnique({ where: { id }, include: { deactivatedBy: { select: { fullName: true, kind: true } } } }),
    db.access.findMany({ where: { accountId: id }, select: shown, orderBy: [{ grantedAt: "desc" }, { id: "desc" }] }),
  ]);
  if (!found || !account) return null;
  const mine = rows.filter((row) => can(user, "see a person's access somewhere", accessTargetOf(row)));
  if (mine.length === 0 && user.kind !== "support") return null;
  const access = mine.map((row) => accessOf(user, account, row));
  const alive = access.filter((each) => isCounting(each, now));
  const mayManage =
    account.deactivatedAt === null && can(user, "reset, unlock or deactivate a person", found.colleague);
  const self = id === user.id;
  return {
    id,
    name: account.fullName,
    email: account.email,
    jobTitle: account.jobTitle,
    telephone: account.telephone,
    kind: account.kind,
    generic: account.generic,
    approver: alive.some(({ level }) => level === "approver"),
    self,
    state: stateOf({ ...account, locked: (await lockedAmong([account], now)).has(id) }, now),
    lastSignedInAt: account.lastSignedInAt,
    passwordExpiresAt: account.passwordSetAt && passwordExpires(account.passwordSetAt),
    deactivated: account.deactivatedAt && {
      at: account.deactivatedAt,
      by: nameOf(account.deactivatedBy),
      reason: account.deactivatedReason,
    },
    access: alive,
    ended: access.filter((each) => !isCounting(each, now)),
    elsewhere: found.access.length - alive.length,
    mayManage,
    mayAskToClose:
      !mayManage && !self && found.colleague.approver && account.deactivatedAt === null && alive.length > 0,
    lastApproverOf: await placesLeftWithoutApprover(
      db,
      id,
      found.access.filter((each) => alive.some((other) => other.id === each.id)),
      now,
    ),
  };
}

/** Support is named as a team. */
export const nameOf = (by: { fullName: string; kind: AccountKind } | null): string | null =>
  by && (by.kind === "support" ? "the support team" : by.fullName);

function accessOf(user: User, account: { id: number; kind: AccountKind; generic: boolean }, row: Row): PersonAccess {
  const held = heldBy(account, row.level);
  const other = row.level === "approver" ? "standard" : "approver";
  const alive = row.endedAt === null;
  return {
    id: row.id,
    place: placeName(row),
    level: row.level,
    grantedAt: row.grantedAt,
    grantedBy: nameOf(row.grantedBy),
    endsAt: row.endsAt,
    endedAt: row.endedAt,
    endedBy: nameOf(row.endedBy),
    endedReason: row.endedReason,
    mayRemove: alive && can(user, "remove a person from a place", accessTargetOf(row), held),
    mayBecome:
      alive && can(user, "change a person's level at a place", accessTargetOf(row), held, other) ? other : null,
  };
}

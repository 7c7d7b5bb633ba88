import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { accessSelect, placeName } from "@/lib/people/access-rows";
import { isOpenTo } from "@/lib/people/on-record";

/** What support sees of someone beside their access: sessions, sign-ins, messages, requests, and who looked. Null until it is opened. */
export async function record(user: User, personId: number, now: Date) {
  allow(user, "open someone's record");
  if (!(await isOpenTo(user, personId, now))) return null;
  const account = await db.account.findUnique({
    where: { id: personId },
    select: {
      email: true,
      createdAt: true,
      findsCapacity: true,
      communications: true,
      termsVersion: true,
      termsAgreedAt: true,
      totpConfirmedAt: true,
      credentialsIssuedAt: true,
      mergedInto: { select: { id: true, fullName: true } },
      merged: { select: { id: true, fullName: true, email: true } },
      registration: { select: { reference: true, completedAt: true } },
    },
  });
  if (!account) return null;
  const [sessions, signIns, mails, requests, looks] = await Promise.all([
    db.session.findMany({
      where: { accountId: personId },
      orderBy: { createdAt: "desc" },
      take: 20,
      select: {
        handle: true,
        createdAt: true,
        seenAt: true,
        idleUntil: true,
        until: true,
        endedAt: true,
        endedReason: true,
        browser: true,
        onBehalfOf: true,
      },
    }),
    db.signInEvent.findMany({ where: { accountId: personId }, orderBy: { id: "desc" }, take: 25 }),
    db.email.findMany({
      where: { OR: [{ accountId: personId }, { to: account.email }] },
      orderBy: { queuedAt: "desc" },
      take: 25,
      select: {
        id: true,
        subject: true,
        to: true,
        queuedAt: true,
        sentAt: true,
        failedAt: true,
        bouncedAt: true,
        attempts: true,
      },
    }),
    db.accessRequest.findMany({
      where: { OR: [{ accountId: personId }, { registration: { accountId: personId } }] },
      orderBy: { id: "desc" },
      take: 25,
      select: {
        ...accessSelect,
        requestedAt: true,
        decidedAt: true,
        decision: true,
        reason: true,
        decidedBy: { select: { fullName: true } },
      },
    }),
    db.disclosure.findMany({
      where: { what: "record of a person", criteria: { path: ["personId"], equals: personId } },
      orderBy: { id: "desc" },
      take: 25,
    }),
  ]);
  const lookers = await db.account.findMany({
    where: { id: { in: looks.map(({ accountId }) => accountId) } },
    select: { id: true, fullName: true },
  });
  const looker = new Map(lookers.map(({ id, fullName }) => [id, fullName]));
  return {
    ...account,
    sessions: sessions.map((session) => ({
      ...session,
      alive: session.endedAt === null && session.idleUntil > now && session.until > now,
    })),
    signIns: signIns.map(({ id, ...event }) => ({ id: String(id), ...event })),
    mails,
    requests: requests.map((row) => ({ ...row, place: placeName(row), decidedBy: row.decidedBy?.fullName ?? null })),
    looks: looks.map(({ id, at, reason, accountId }) => ({
      id: String(id),
      at,
      reason,
      by: looker.get(accountId) ?? "",
    })),
  };
}

export type PersonRecord = NonNullable<Awaited<ReturnType<typeof record>>>;

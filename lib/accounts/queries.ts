import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

export interface OpenSession {
  handle: string;
  purpose: string;
  remembered: boolean;
  createdAt: Date;
  seenAt: Date;
  address: string | null;
  browser: string | null;
  onBehalfOf: string | null;
}

/** Where someone is signed in now, latest first. */
export const openSessions = (user: User, now: Date): Promise<OpenSession[]> =>
  db.session.findMany({
    where: { accountId: user.id, endedAt: null, idleUntil: { gt: now }, until: { gt: now } },
    orderBy: { seenAt: "desc" },
    select: {
      handle: true,
      purpose: true,
      remembered: true,
      createdAt: true,
      seenAt: true,
      address: true,
      browser: true,
      onBehalfOf: true,
    },
  });

/** One's own details, as they stand. */
export const ownDetails = (user: User) =>
  db.account.findUniqueOrThrow({
    where: { id: user.id },
    select: { fullName: true, telephone: true, jobTitle: true, communications: true, email: true },
  });

/** The address that waits to be confirmed from its own inbox, if any. */
export const waitingEmail = async (user: User, now: Date): Promise<string | null> =>
  (
    await db.emailChange.findFirst({
      where: { accountId: user.id, confirmedAt: null, expiresAt: { gt: now } },
      orderBy: { id: "desc" },
      select: { email: true },
    })
  )?.email ?? null;

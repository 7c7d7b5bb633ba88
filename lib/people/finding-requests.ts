import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** What someone asked about searching for free beds, and the answer. */
export interface FindingRequest {
  id: number;
  reason: string;
  askedAt: Date;
  answeredAt: Date | null;
  allowed: boolean | null;
  answer: string | null;
}

const shown = { id: true, reason: true, askedAt: true, answeredAt: true, allowed: true, answer: true } as const;

/** One's own newest request to search, or null. */
export const ownFindingRequest = (user: User): Promise<FindingRequest | null> =>
  db.findingRequest.findFirst({ where: { accountId: user.id }, select: shown, orderBy: { id: "desc" } });

/** Everyone who waits to hear whether they may search, longest first. */
export async function findingRequestsWaiting(user: User) {
  allow(user, "support people");
  return db.findingRequest.findMany({
    where: { answeredAt: null },
    select: { ...shown, account: { select: { id: true, fullName: true } } },
    orderBy: { id: "asc" },
    take: 100,
  });
}

/** The request of one person that waits, for support; null where none does. */
export async function findingRequestOf(user: User, accountId: number): Promise<FindingRequest | null> {
  allow(user, "support people");
  return db.findingRequest.findFirst({ where: { accountId, answeredAt: null }, select: shown });
}

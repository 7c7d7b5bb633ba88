import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, type Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";

/** What an approver asked of support about another, and the result. */
export interface ClosingRequest {
  id: number;
  askedAt: Date;
  by: string;
  places: string[];
  reason: string;
  answeredAt: Date | null;
  answer: string | null;
}

const shown = {
  id: true,
  askedAt: true,
  places: true,
  reason: true,
  answeredAt: true,
  answer: true,
  askedBy: { select: { fullName: true } },
} as const;

/** About one person: to support all that wait, to an approver what they asked themselves, newest first. */
export async function closingRequestsAbout(user: User, personId: number): Promise<ClosingRequest[]> {
  const rows = await db.closingRequest.findMany({
    where: { accountId: personId, ...(user.kind === "support" ? { answeredAt: null } : { askedById: user.id }) },
    select: shown,
    orderBy: { id: "desc" },
    take: 20,
  });
  return rows.map(({ askedBy, ...row }) => ({ ...row, by: askedBy.fullName }));
}

/** Everyone whose account an approver asks support to close, longest waiting first. */
export async function closingRequestsWaiting(user: User) {
  allow(user, "support people");
  return db.closingRequest.findMany({
    where: { answeredAt: null },
    select: { ...shown, account: { select: { id: true, fullName: true } } },
    orderBy: { id: "asc" },
    take: 100,
  });
}

/** Answers those who asked, inside the caller's transaction: each gets an email. Answers how many. */
export async function answerClosing(
  tx: Transaction,
  user: User,
  which: { accountId: number; id?: number },
  answer: string,
  now: Date,
): Promise<number> {
  const waiting = await tx.closingRequest.findMany({
    where: { ...which, answeredAt: null },
    select: {
      id: true,
      account: { select: { fullName: true } },
      askedBy: { select: { id: true, email: true, fullName: true, deactivatedAt: true } },
    },
    orderBy: { id: "asc" },
  });
  await tx.closingRequest.updateMany({
    where: { id: { in: waiting.map(({ id }) => id) }, answeredAt: null },
    data: { answeredAt: now, answeredById: user.id, answer },
  });
  for (const { account, askedBy } of waiting) {
    if (askedBy.deactivatedAt) continue;
    const props = { name: askedBy.fullName, person: account.fullName, answer };
    await queueEmail(tx, { template: "closing-answered", to: askedBy.email, accountId: askedBy.id, props }, now);
  }
  return waiting.length;
}

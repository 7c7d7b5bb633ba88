import type { Prisma, Transaction } from "@/lib/db";

/** Ends all of someone's sessions, or all but one: the next request under any of them is refused. */
export const endSessions = (
  tx: Transaction,
  accountId: number,
  reason: string,
  now: Date,
  except?: Prisma.SessionWhereInput,
) =>
  tx.session.updateMany({
    where: { accountId, endedAt: null, ...(except && { NOT: except }) },
    data: { endedAt: now, endedReason: reason },
  });

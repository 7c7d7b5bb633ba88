import type { User } from "@/lib/access/user";
import { transact, type Prisma, type Transaction } from "@/lib/db";

export interface Disclosure {
  what: string;
  criteria: Prisma.InputJsonObject;
  reason?: string;
  rows?: number;
}

/** Keeps who took or opened which people's details, when and why. */
export async function keepDisclosure(user: User, disclosed: Disclosure, now: Date): Promise<void> {
  await transact(user, "looked at people's details", (tx) => disclosing(tx, user, disclosed, now));
}

/** The same, beside what else the caller's transaction does. */
export const disclosing = (
  tx: Transaction,
  user: User,
  { what, criteria, reason, rows }: Disclosure,
  now: Date,
): Promise<unknown> =>
  tx.disclosure.create({
    data: { at: now, accountId: user.id, what, criteria, reason: reason ?? null, rows: rows ?? null },
  });

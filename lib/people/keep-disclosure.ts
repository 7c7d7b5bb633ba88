import type { User } from "../access/user";
import { transact, type Prisma } from "../db";

export interface Disclosed {
  what: string;
  criteria: Prisma.InputJsonObject;
  reason?: string;
  rows?: number;
}

/** Keeps who took or opened which people's details, when and why. */
export async function keepDisclosure(
  user: User,
  { what, criteria, reason, rows }: Disclosed,
  now: Date,
): Promise<void> {
  await transact(user, "looked at people's details", (tx) =>
    tx.disclosure.create({
      data: { at: now, accountId: user.id, what, criteria, reason: reason ?? null, rows: rows ?? null },
    }),
  );
}

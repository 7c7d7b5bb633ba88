import type { AccessTarget } from "@/lib/access/grants";
import type { AccessLevel } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";

/** Access that someone was given without a decision on their request: whose it is, and who gave it. */
export interface GivenAnyway {
  holder: { id: number; email: string };
  targets: readonly AccessTarget[];
  level: AccessLevel;
  givenById: number;
}

/**
 * Approves what someone still waited for and has now been given another way, so that no one decides it again; and an
 * old registration at their address becomes that of their account.
 */
export async function settleWaiting(tx: Transaction, given: GivenAnyway, now: Date): Promise<void> {
  const { holder, targets, level, givenById } = given;
  const sameAddress = { email: { equals: holder.email, mode: "insensitive" } } as const;
  for (const { locationId, providerId, areaId } of targets)
    await tx.accessRequest.updateMany({
      where: {
        locationId,
        providerId,
        areaId,
        decidedAt: null,
        OR: [{ accountId: holder.id }, { registration: { OR: [{ accountId: holder.id }, sameAddress] } }],
        ...(level === "standard" && { level }),
      },
      data: { decidedAt: now, decidedById: givenById, decision: "approved", levelGranted: level },
    });
  const theirs = await tx.registration.findMany({
    where: sameAddress,
    select: { id: true, accountId: true },
    orderBy: { id: "asc" },
  });
  const [first] = theirs;
  if (first && theirs.every(({ accountId }) => accountId === null))
    await tx.registration.update({ where: { id: first.id }, data: { accountId: holder.id } });
}

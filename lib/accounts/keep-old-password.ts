import type { Transaction } from "@/lib/db";

/** Keeps the hash of someone's password before a new one replaces it, because the last four may not be chosen again. */
export async function keepOldPassword(tx: Transaction, accountId: number, now: Date): Promise<void> {
  const { passwordHash, passwordSetAt } = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { passwordHash: true, passwordSetAt: true },
  });
  if (passwordHash === null || passwordSetAt === null) return;
  await tx.oldPassword.create({ data: { accountId, hash: passwordHash, replacedAt: now } });
  const { id: oldest } =
    (await tx.oldPassword.findFirst({
      where: { accountId },
      orderBy: { id: "desc" },
      skip: 3,
      select: { id: true },
    })) ?? {};
  if (oldest !== undefined) await tx.oldPassword.deleteMany({ where: { accountId, id: { lt: oldest } } });
}

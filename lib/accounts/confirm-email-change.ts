import { db, Prisma, system, transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { hashSecret } from "@/lib/tokens";
import { endSessions } from "./end-sessions";

export const changeIsOver =
  "This link has expired or has already been used. Ask for the change again under “My details”.";

/** The new address that an emailed link confirms, while it is good. */
export async function emailToConfirm(secret: string | undefined, now: Date): Promise<string | null> {
  if (!secret) return null;
  const change = await db.emailChange.findFirst({
    where: { hash: hashSecret(secret), confirmedAt: null, expiresAt: { gt: now }, account: { deactivatedAt: null } },
    select: { email: true },
  });
  return change?.email ?? null;
}

/** Confirms a new address from its own inbox: the person signs in with it from now on, and must do so everywhere. */
export async function confirmEmailChange(secret: string | undefined, now: Date): Promise<Outcome<null>> {
  const email = await emailToConfirm(secret, now);
  if (email === null || !secret) return refused({ message: changeIsOver });
  const change = await db.emailChange.findUniqueOrThrow({
    where: { hash: hashSecret(secret) },
    select: { id: true, accountId: true },
  });
  return transact(system("email change"), "confirmed a new email address", async (tx) => {
    const { count } = await tx.emailChange.updateMany({
      where: { id: change.id, confirmedAt: null, expiresAt: { gt: now } },
      data: { confirmedAt: now },
    });
    if (count === 0) return refused({ message: changeIsOver });
    await tx.account.update({ where: { id: change.accountId }, data: { email } });
    await tx.resetLink.updateMany({ where: { accountId: change.accountId, usedAt: null }, data: { usedAt: now } });
    await endSessions(tx, change.accountId, "the email address was changed", now);
    return done(null);
  }).catch((fault: unknown) => {
    if (!(fault instanceof Prisma.PrismaClientKnownRequestError) || fault.code !== "P2002") throw fault;
    return refused({ message: "There is now another account with this address. Contact support." });
  });
}

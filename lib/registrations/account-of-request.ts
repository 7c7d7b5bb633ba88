import type { Transaction } from "@/lib/db";
import type { DecidedRequest } from "./decided-request";
import { accountAt } from "./draft-queries";

/**
 * The account to give access to: the asker's, or a new one, created once however many people decide at the same time.
 */
export async function accountFor(tx: Transaction, { account, registration }: DecidedRequest, now: Date) {
  if (account) return { id: account.id, made: false };
  if (!registration) throw new Error("A request for access has no one who asks");
  const { email, fullName, telephone, jobTitle, kind, findsCapacity, communications, termsVersion } = registration;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`account:${email.toLowerCase()}`}, 0))::text`;
  const there = await accountAt(tx, email);
  if (there) return { id: there.id, made: false };
  const made = await tx.account.create({
    data: {
      email,
      fullName,
      telephone,
      jobTitle,
      kind,
      findsCapacity,
      communications,
      termsVersion,
      termsAgreedAt: registration.completedAt,
      createdAt: now,
    },
  });
  await tx.registration.update({ where: { id: registration.id }, data: { accountId: made.id } });
  return { id: made.id, made: true };
}

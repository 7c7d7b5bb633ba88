import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { done, type Outcome } from "@/lib/outcome";
import { keepDisclosure } from "@/lib/people/keep-disclosure";
import { reasonGiven } from "@/lib/people/reason";

/** Opens someone's record for one of the support team, who says why: that is kept. */
export async function openRecord(
  user: User,
  personId: number,
  typed: { reason: string },
  now: Date,
): Promise<Outcome<null>> {
  allow(user, "open someone's record");
  const reason = reasonGiven(typed.reason);
  if (!reason.ok) return reason;
  await keepDisclosure(user, { what: "record of a person", criteria: { personId }, reason: reason.value }, now);
  return done(null);
}

/** Whose record it is that would be opened: the name alone. Null if there is no such account. */
export async function recordName(user: User, personId: number): Promise<string | null> {
  allow(user, "open someone's record");
  const account = await db.account.findUnique({ where: { id: personId }, select: { fullName: true } });
  return account?.fullName ?? null;
}

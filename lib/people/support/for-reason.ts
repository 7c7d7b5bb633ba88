import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import type { Outcome } from "@/lib/outcome";
import { onRecord } from "@/lib/people/on-record";
import { reasonGiven } from "@/lib/people/reason";

/** What the support team alone does on a record that it has opened, for a reason that it types and the audit keeps. */
export async function forReason<T>(
  user: User,
  personId: number,
  typed: { reason: string },
  now: Date,
  work: (tx: Transaction, reason: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  allow(user, "support people");
  const reason = reasonGiven(typed.reason);
  return reason.ok ? onRecord(user, personId, reason.value, now, (tx) => work(tx, reason.value)) : reason;
}

import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { accountAt } from "@/lib/registrations/draft-queries";
import { onRecord } from "@/lib/people/on-record";
import { reasonGiven } from "@/lib/people/reason";
import { cleaned, problemsWith, type AddressMeant, type PersonDetails } from "./details";
import { kindsToGive } from "@/lib/access/kinds";

export interface CorrectedDetails extends PersonDetails, AddressMeant {
  /** Null leaves it as it is, as it must be for support. */
  kind: (typeof kindsToGive)[number] | null;
  findsCapacity: boolean;
  reason: string;
}

/**
 * Support corrects someone's details. A new address gets login details, the old password stops working, and the old
 * address is told. What kind of work someone does may change, but no one becomes support by it.
 */
export async function correctDetails(
  user: User,
  personId: number,
  typed: CorrectedDetails,
  now: Date,
): Promise<Outcome<{ name: string }>> {
  allow(user, "support people");
  const details = cleaned(typed);
  const reason = reasonGiven(typed.reason);
  const problems = [...problemsWith(details, typed, "Save details"), ...(reason.ok ? [] : reason.problems)];
  if (problems.length > 0 || !reason.ok) return refused(...problems);
  return onRecord(user, personId, reason.value, now, async (tx) => {
    const before = await tx.account.findUnique({ where: { id: personId } });
    if (!before || personId === user.id) throw new Forbidden("support people");
    if (before.deactivatedAt) return refused({ message: "This account is closed. Open it again first" });
    const kind = before.kind === "support" ? "support" : (typed.kind ?? before.kind);
    const moved = details.email.toLowerCase() !== before.email.toLowerCase();
    const other = moved ? await accountAt(tx, details.email) : null;
    if (other) return refusedAt("email", `${other.fullName} has an account with this address. Merge the two instead`);
    await tx.account.update({
      where: { id: personId },
      data: { ...details, kind, findsCapacity: typed.findsCapacity },
    });
    if (moved) {
      const { until } = await issueCredentials(tx, personId, now);
      const name = details.fullName;
      const props = { accountId: personId, name, email: details.email, until };
      await queueEmail(tx, { template: "credentials-sent-again", to: details.email, accountId: personId, props }, now);
      const notice = { name, newAddress: details.email, at: now };
      await queueEmail(
        tx,
        { template: "email-change-notice", to: before.email, accountId: personId, props: notice },
        now,
      );
    }
    return done({ name: details.fullName });
  });
}

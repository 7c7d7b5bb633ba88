import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, type Outcome } from "@/lib/outcome";
import { closeAccount } from "./close-account";
import { lastApproverProblem, placesLeftWithoutApprover } from "./last-approver";
import { personWithAccess } from "./person-with-access";
import { onRecord } from "./on-record";
import { reasonGiven } from "./reason";

/**
 * Closes the account of someone who left: they are out at once, and told. By support, and by an approver of every
 * place that a Standard user reaches; an approver is for support to close, who ticks that it knows where none is left.
 */
export async function deactivatePerson(
  user: User,
  personId: number,
  typed: { reason: string; last?: boolean },
  now: Date,
): Promise<Outcome<{ name: string }>> {
  return onRecord(user, personId, "closed an account", now, async (tx) => {
    const found = await personWithAccess(tx, personId, now);
    if (!found) throw new Forbidden("reset, unlock or deactivate a person");
    allow(user, "reset, unlock or deactivate a person", found.colleague);
    const reason = reasonGiven(typed.reason);
    const left = await placesLeftWithoutApprover(tx, personId, found.access, now);
    const unknown = left.length > 0 && typed.last !== true ? [lastApproverProblem(left)] : [];
    if (!reason.ok || unknown.length > 0) return refused(...(reason.ok ? [] : reason.problems), ...unknown);
    const { email, fullName } = found.person;
    if (!(await closeAccount(tx, user, found.person, reason.value, now)))
      return refused({ message: "This account is already closed" });
    const props = { name: fullName, reason: reason.value };
    await queueEmail(tx, { template: "account-deactivated", to: email, accountId: personId, props }, now);
    return done({ name: fullName });
  });
}

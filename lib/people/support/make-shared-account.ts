import { giveAccess } from "@/lib/access/give";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import type { SharedKind } from "@/lib/access/kinds";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, type Outcome } from "@/lib/outcome";
import { accountAt } from "@/lib/registrations/draft-queries";
import { reasonGiven } from "@/lib/people/reason";
import { cleaned, problemsWith, type AddressMeant } from "./details";
import { targetsOf, type TargetKey } from "./targets";

export interface SharedAccount extends AddressMeant {
  fullName: string;
  email: string;
  telephone: string;
  /** Undefined while it is not chosen. */
  kind: SharedKind | undefined;
  targets: TargetKey[];
  reason: string;
}

/**
 * Makes an account that several people share, such as a ward's desk: Standard at the named locations, never an approver
 * and never with "keep me signed in". Each sign-in shows the disclaimer and asks who is there.
 */
export async function makeSharedAccount(user: User, typed: SharedAccount, now: Date): Promise<Outcome<{ id: number }>> {
  allow(user, "support people");
  const details = cleaned({ ...typed, jobTitle: "Shared account" });
  const reason = reasonGiven(typed.reason);
  const problems = [...problemsWith(details, typed, "Make shared account"), ...(reason.ok ? [] : reason.problems)];
  const { kind } = typed;
  if (kind === undefined) problems.push({ field: "kind", message: "Choose who it works for" });
  if (kind !== "search_only" && typed.targets.length === 0)
    problems.push({ field: "target", message: "Choose the locations that it is for" });
  if (typed.targets.some((key) => !key.startsWith("location:")))
    problems.push({ field: "target", message: "A shared account can only be for individual locations" });
  const why = reason.ok ? reason.value : "made a shared account";
  return transact(user, why, async (tx) => {
    if (await accountAt(tx, details.email))
      problems.push({ field: "email", message: "There is already an account with this address" });
    const targets = await targetsOf(tx, typed.targets, now);
    if (targets === null)
      problems.push({
        field: "target",
        message: "One of the locations could not be found or has closed. Search again",
      });
    if (problems.length > 0 || targets === null || kind === undefined) return refused(...problems);
    const account = await tx.account.create({
      data: {
        ...details,
        kind,
        generic: true,
        createdAt: now,
      },
    });
    for (const target of targets)
      await giveAccess(tx, account.id, target, { level: "standard", givenById: user.id }, now);
    const { until } = await issueCredentials(tx, account.id, now);
    const places = targets.length > 0 ? targets.map(({ name }) => name) : ["Finding free places"];
    const { fullName: name, email } = details;
    const props = { accountId: account.id, name, email, places, until, why: "shared" as const };
    await queueEmail(tx, { template: "account-made", to: email, accountId: account.id, props }, now);
    return done({ id: account.id });
  });
}

import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, type Outcome } from "@/lib/outcome";
import { accountAt } from "@/lib/registrations/draft-queries";

/**
 * Confirms or turns down a new member of the support team. The person who proposed may withdraw it, but never confirm
 * it. A confirmed member gets login details.
 */
export async function decideProposal(
  user: User,
  id: number,
  decision: "approved" | "rejected",
  now: Date,
): Promise<Outcome<{ name: string }>> {
  allow(user, "support people");
  return transact(user, `${decision} a member of the support team`, async (tx) => {
    const proposal = await tx.supportNomination.findUnique({ where: { id } });
    if (!proposal) throw new Forbidden("support people");
    if (decision === "approved" && proposal.askedById === user.id)
      return refused({ message: "You proposed this person, so another member of the support team must confirm it" });
    if (decision === "approved" && (await accountAt(tx, proposal.email)))
      return refused({ message: "There is now an account with this address" });
    const { count } = await tx.supportNomination.updateMany({
      where: { id, decidedAt: null },
      data: { decidedAt: now, decidedById: user.id, decision },
    });
    if (count === 0) return refused({ message: "Someone has already decided this" });
    if (decision === "rejected") return done({ name: proposal.fullName });
    const { email, fullName, telephone, jobTitle } = proposal;
    const account = await tx.account.create({
      data: { email, fullName, telephone, jobTitle, kind: "support", createdAt: now },
    });
    await tx.supportNomination.update({ where: { id }, data: { accountId: account.id } });
    const { until } = await issueCredentials(tx, account.id, now);
    const why = "support team" as const;
    const props = { accountId: account.id, name: fullName, email, places: ["The support team"], until, why };
    await queueEmail(tx, { template: "account-made", to: email, accountId: account.id, props }, now);
    return done({ name: fullName });
  });
}

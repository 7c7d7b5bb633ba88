import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { queueEmails } from "@/lib/outbox/queue-email";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { accountAt } from "@/lib/registrations/draft-queries";
import { reasonGiven } from "@/lib/people/reason";
import { cleaned, problemsWith, type AddressMeant, type PersonDetails } from "./details";

/** One of the support team proposes another member, under an address without an account. Another must confirm it. */
export async function proposeSupport(
  user: User,
  typed: PersonDetails & AddressMeant & { reason: string },
  now: Date,
): Promise<Outcome<{ id: number }>> {
  allow(user, "support people");
  const details = cleaned(typed);
  const reason = reasonGiven(typed.reason);
  const problems = [
    ...problemsWith(details, typed, "Propose for the support team"),
    ...(reason.ok ? [] : reason.problems),
  ];
  if (problems.length > 0 || !reason.ok) return refused(...problems);
  return transact(user, "proposed a member of the support team", async (tx) => {
    if (await accountAt(tx, details.email))
      return refusedAt("email", "There is already an account with this address. Support staff need a separate address");
    const open = await tx.supportNomination.findFirst({
      where: { email: { equals: details.email, mode: "insensitive" }, decidedAt: null },
    });
    if (open) return refusedAt("email", "This person has already been proposed");
    const { id } = await tx.supportNomination.create({
      data: { ...details, reason: reason.value, askedAt: now, askedById: user.id },
    });
    const others = await tx.account.findMany({
      where: { kind: "support", deactivatedAt: null, id: { not: user.id } },
      select: { id: true, email: true },
    });
    const props = {
      name: user.name,
      person: details.fullName,
      personEmail: details.email,
      reason: reason.value,
      path: "/admin/people/support-team",
    };
    await queueEmails(
      tx,
      others.map((other) => ({ template: "support-proposed", to: other.email, accountId: other.id, props }) as const),
      now,
    );
    return done({ id });
  });
}

import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { onRecord } from "@/lib/people/on-record";
import { reasonGiven } from "@/lib/people/reason";

/** Support lets someone search for free beds, or says why not. They hear by mail; of two answers the first counts. */
export async function answerFindingRequest(
  user: User,
  accountId: number,
  { decision, answer }: { decision: string; answer: string },
  now: Date,
): Promise<Outcome<null>> {
  allow(user, "support people");
  if (decision !== "yes" && decision !== "no") return refusedAt("decision", "Select whether they may search");
  const allowed = decision === "yes";
  const words = allowed && answer.trim() === "" ? done("") : reasonGiven(answer, "answer");
  if (!words.ok) return words;
  return onRecord(user, accountId, "answered who asked to search for free beds", now, async (tx) => {
    const { count } = await tx.findingRequest.updateMany({
      where: { accountId, answeredAt: null },
      data: { answeredAt: now, answeredById: user.id, allowed, answer: words.value || null },
    });
    if (count === 0) return refused({ message: "This has already been answered" });
    if (allowed) await tx.account.update({ where: { id: accountId }, data: { findsCapacity: true } });
    const { email, fullName } = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    const props = { name: fullName, allowed, ...(words.value && { answer: words.value }) };
    await queueEmail(tx, { template: "finding-answered", to: email, accountId, props }, now);
    return done(null);
  });
}

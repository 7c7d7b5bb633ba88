import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { done, refused, type Outcome } from "@/lib/outcome";
import { answerClosing } from "@/lib/people/closing-requests";
import { onRecord } from "@/lib/people/on-record";
import { reasonGiven } from "@/lib/people/reason";

/** Support answers an approver who asked for someone's account to be closed, where closing it is not the answer. */
export async function answerClosingRequest(
  user: User,
  personId: number,
  { request, answer }: { request: number; answer: string },
  now: Date,
): Promise<Outcome<{ answered: number }>> {
  allow(user, "support people");
  const words = reasonGiven(answer, "answer");
  if (!words.ok) return words;
  return onRecord(user, personId, "answered an approver", now, async (tx) => {
    const answered = await answerClosing(tx, user, { accountId: personId, id: request }, words.value, now);
    return answered === 0 ? refused({ message: "This has already been answered" }) : done({ answered });
  });
}

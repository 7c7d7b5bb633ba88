import { can, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { env } from "@/lib/env";
import { done, refused, type Outcome } from "@/lib/outcome";
import { placeName, accessTargetOf } from "./access-rows";
import { personWithAccess } from "./person-with-access";
import { reasonGiven } from "./reason";

/**
 * Tells support that an approver has left, or should not be one, because only support may remove an approver. Another
 * approver of one of the same places may ask, and can ask again only after support has answered.
 */
export async function askToClose(
  user: User,
  personId: number,
  typed: { reason: string },
  now: Date,
): Promise<Outcome<{ name: string }>> {
  return transact(user, "asked support to close an account", async (tx) => {
    const found = await personWithAccess(tx, personId, now);
    const shared =
      found?.access.filter((each) => can(user, "see a person's access somewhere", accessTargetOf(each))) ?? [];
    if (!found || shared.length === 0 || personId === user.id) throw new Forbidden("manage people");
    const reason = reasonGiven(typed.reason);
    if (!reason.ok) return reason;
    if (!found.colleague.approver)
      return refused({
        message: "This person is not an approver, so you can end their access to your locations yourself",
      });
    const places = shared.map(placeName);
    const { count } = await tx.closingRequest.createMany({
      data: { accountId: personId, askedById: user.id, askedAt: now, places, reason: reason.value },
      skipDuplicates: true,
    });
    if (count === 0) return refused({ message: "You have already asked. The support team will reply by email" });
    const { fullName, email } = found.person;
    const props = {
      name: user.name,
      email: user.email,
      person: fullName,
      personEmail: email,
      places,
      reason: reason.value,
      path: `/admin/people/${personId}`,
    };
    await queueEmail(tx, { template: "closing-wanted", to: env().SUPPORT_EMAIL, props }, now);
    return done({ name: fullName });
  });
}

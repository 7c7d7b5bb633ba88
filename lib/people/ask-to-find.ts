import { findingSettings } from "@/lib/access/finding-settings";
import { allow, can, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { reasonGiven } from "./reason";

/**
 * Asks to search for free beds. Support decides, unless a setting lets everyone who asks search at once. A person can
 * ask again only after an answer. Throws Forbidden if they can already search.
 */
export async function askToFind(user: User, typed: { reason: string }, now: Date): Promise<Outcome<{ may: boolean }>> {
  allow(user, "ask for access");
  if (can(user, "find capacity")) throw new Forbidden("ask for access");
  const reason = reasonGiven(typed.reason);
  if (!reason.ok) return reason;
  const { searchAtOnce } = await findingSettings();
  return transact(user, "asked to search for free beds", async (tx) => {
    const asked = { accountId: user.id, reason: reason.value, askedAt: now };
    const data = searchAtOnce ? { ...asked, answeredAt: now, allowed: true } : asked;
    const { count } = await tx.findingRequest.createMany({ data, skipDuplicates: true });
    if (searchAtOnce)
      await tx.findingRequest.updateMany({
        where: { accountId: user.id, answeredAt: null },
        data: { answeredAt: now, allowed: true },
      });
    if (count === 0) return refused({ message: "You have already asked. We will email you when support has decided" });
    if (searchAtOnce) await tx.account.update({ where: { id: user.id }, data: { findsCapacity: true } });
    return done({ may: searchAtOnce });
  });
}

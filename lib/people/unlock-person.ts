import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { unlockAll } from "@/lib/accounts/sign-in-lane";
import { done, type Outcome } from "@/lib/outcome";
import { personWithAccess } from "./person-with-access";
import { onRecord } from "./on-record";

/** Lifts the lock after five wrong passwords: the password they have works again. */
export async function unlockPerson(user: User, personId: number, now: Date): Promise<Outcome<{ name: string }>> {
  return onRecord(user, personId, "unlocked an account", now, async (tx) => {
    const found = await personWithAccess(tx, personId, now);
    if (!found) throw new Forbidden("reset, unlock or deactivate a person");
    allow(user, "reset, unlock or deactivate a person", found.colleague);
    await unlockAll(tx, found.person);
    return done({ name: found.person.fullName });
  });
}

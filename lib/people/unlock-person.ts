import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { unlockAll } from "@/lib/accounts/sign-in-lane";
import { done, type Outcome } from "@/lib/outcome";
import { groundOf } from "./ground";
import { onRecord } from "./on-record";

/** Lifts the lock after five wrong passwords: the password they have works again. */
export async function unlockPerson(user: User, personId: number, now: Date): Promise<Outcome<{ name: string }>> {
  return onRecord(user, personId, "unlocked an account", now, async (tx) => {
    const ground = await groundOf(tx, personId, now);
    if (!ground) throw new Forbidden("reset, unlock or deactivate a person");
    allow(user, "reset, unlock or deactivate a person", ground.colleague);
    await unlockAll(tx, ground.person);
    return done({ name: ground.person.fullName });
  });
}

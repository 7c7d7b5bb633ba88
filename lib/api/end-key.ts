import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { keySeenBy } from "./keys";

/**
 * Ends a key at once: its next request is refused. Anyone who can see a key may end it. Ending it again changes
 * nothing.
 */
export async function endKey(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "make API keys");
  if (!(await keySeenBy(user, id, now))) return refused({ message: "This key has already ended" });
  await transact(user, "ended an API key", (tx) =>
    tx.apiKey.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}

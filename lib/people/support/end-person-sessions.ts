import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { endSessions } from "@/lib/accounts/end-sessions";
import { done, type Outcome } from "@/lib/outcome";
import { onRecord } from "@/lib/people/on-record";

/** Signs someone out everywhere: the next request under any of their sessions is refused. */
export async function endPersonSessions(user: User, personId: number, now: Date): Promise<Outcome<{ ended: number }>> {
  allow(user, "support people");
  return onRecord(user, personId, "signed someone out everywhere", now, async (tx) => {
    const { count } = await endSessions(tx, personId, "ended by the support team", now);
    return done({ ended: count });
  });
}

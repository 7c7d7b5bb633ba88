import { allow } from "../../access/policy";
import type { User } from "../../access/user";
import { endSessions } from "../../accounts/end-sessions";
import { transact } from "../../db";
import { done, type Outcome } from "../../outcome";

/** Signs somebody out everywhere: the next request under any of their sessions is refused. */
export async function endPersonSessions(user: User, personId: number, now: Date): Promise<Outcome<{ ended: number }>> {
  allow(user, "support people");
  const { count } = await transact(user, "signed somebody out everywhere", (tx) =>
    endSessions(tx, personId, "ended by the support team", now),
  );
  return done({ ended: count });
}

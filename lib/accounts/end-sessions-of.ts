import type { User } from "../access/user";
import { transact } from "../db";
import { done, type Outcome } from "../outcome";
import { endSessions } from "./end-sessions";
import { managed } from "./managed";

/** Signs somebody else out everywhere, from their next request on. */
export async function endSessionsOf(user: User, accountId: number, now: Date): Promise<Outcome<null>> {
  await managed(user, accountId, now);
  await transact(user, "ended somebody's sessions", (tx) => endSessions(tx, accountId, "ended by a colleague", now));
  return done(null);
}

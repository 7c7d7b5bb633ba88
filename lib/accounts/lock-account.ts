import { allow } from "../access/policy";
import type { User } from "../access/user";
import { transact } from "../db";
import { done, type Outcome } from "../outcome";
import { endSessions } from "./end-sessions";
import { managed } from "./managed";
import { lockNow } from "./sign-in-lane";

/** Shuts an account for 24 hours at once, as five wrong passwords do, and ends what is open: support's, when in doubt. */
export async function lockAccount(user: User, accountId: number, now: Date): Promise<Outcome<null>> {
  allow(user, "support people");
  const person = await managed(user, accountId, now);
  await transact(user, "locked an account", async (tx) => {
    await lockNow(tx, person, now);
    await endSessions(tx, accountId, "the account was locked", now);
  });
  return done(null);
}

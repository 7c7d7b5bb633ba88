import type { User } from "../access/user";
import { transact } from "../db";
import { done, type Outcome } from "../outcome";
import { managed } from "./managed";
import { unlockAll } from "./sign-in-lane";

/** Lets somebody try again at once: their address and every device they are known on count from nought. */
export async function unlockAccount(user: User, accountId: number, now: Date): Promise<Outcome<null>> {
  const person = await managed(user, accountId, now);
  await transact(user, "unlocked an account", (tx) => unlockAll(tx, person));
  return done(null);
}

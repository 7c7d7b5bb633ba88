import { allow } from "../access/policy";
import type { User } from "../access/user";
import { transact } from "../db";
import { done, type Outcome } from "../outcome";
import { endSessions } from "./end-sessions";
import { managed } from "./managed";
import { forgetSecondFactor } from "./remove-second-factor";

/** For somebody who lost their phone and their recovery codes: they set the second step up anew. Support's alone. */
export async function resetSecondFactor(user: User, accountId: number, now: Date): Promise<Outcome<null>> {
  allow(user, "support people");
  await managed(user, accountId, now);
  await transact(user, "forgot somebody's second factor", async (tx) => {
    await forgetSecondFactor(tx, accountId);
    await endSessions(tx, accountId, "the second factor was reset", now);
  });
  return done(null);
}

import type { User } from "../access/user";
import { transact } from "../db";
import { done, refused, type Outcome } from "../outcome";
import { isClosed, managed } from "./managed";
import { issueResetLink } from "./request-reset";
import { unlockAll } from "./sign-in-lane";

/** Mails somebody a link to choose a new password and unlocks them: whoever starts it never sees the password. */
export async function sendResetLink(user: User, accountId: number, now: Date): Promise<Outcome<null>> {
  const person = await managed(user, accountId, now);
  if (person.deactivatedAt) return refused({ message: isClosed });
  await transact(user, "sent a link to choose a password", async (tx) => {
    await unlockAll(tx, person);
    await issueResetLink(tx, person, now);
  });
  return done(null);
}

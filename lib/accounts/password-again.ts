import { db, transact } from "@/lib/db";
import type { User } from "@/lib/access/user";
import { done, refusedAt, type Outcome } from "@/lib/outcome";
import { verifyPassword } from "./password-hash";
import { giveBack, settleRight, settleWrong, takeSlot } from "./sign-in-lane";

const most = "You have entered a wrong password five times. Wait 24 hours, or ask support.";

/**
 * Some acts ask for the password again: a new address, a new password, the second factor. Five wrong ones in a row
 * close this to the account for 24 hours, as they do at sign-in, and lock nothing else.
 */
export async function passwordAgain(user: User, field: string, password: string, now: Date): Promise<Outcome<null>> {
  if (password === "") return refusedAt(field, "Enter your password");
  const lane = `device:${user.id}:again`;
  const slot = await takeSlot(lane, now);
  if (slot !== "taken") return refusedAt(field, most);
  const { passwordHash } = await db.account.findUniqueOrThrow({
    where: { id: user.id },
    select: { passwordHash: true },
  });
  const right = await verifyPassword(passwordHash, password).catch(async (fault: unknown) => {
    await transact(user, "too busy", (tx) => giveBack(tx, lane));
    throw fault;
  });
  await transact(user, "giving the password again", async (tx) => {
    if (!right) return settleWrong(tx, lane, slot, now);
    await settleRight(tx, lane);
    return tx.session.updateMany({ where: { handle: user.session, endedAt: null }, data: { passwordAt: now } });
  });
  return right ? done(null) : refusedAt(field, "This is not your password");
}

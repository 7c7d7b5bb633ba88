import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { checkNewPassword } from "./check-new-password";
import type { NewPassword } from "./choose-password";
import { hashPassword } from "./password-hash";
import { passwordAgain } from "./password-again";
import { setPassword } from "./set-password";

/**
 * Changes the password of someone signed in. They must give their current one: without it we say nothing about the new
 * one. Their other sessions end.
 */
export async function changePassword(
  user: User,
  typed: NewPassword & { password: string },
  now: Date,
): Promise<Outcome<null>> {
  if (user.generic) return refused({ message: "The password of a shared account is changed by support." });
  const own = await passwordAgain(user, "password", typed.password, now);
  if (!own.ok) return own;
  const checked = await checkNewPassword(user.id, typed.newPassword, typed.newPasswordAgain);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(typed.newPassword);
  await transact(user, "changed the password", (tx) =>
    setPassword(tx, user.id, passwordHash, { handle: user.session }, now),
  );
  return done(null);
}

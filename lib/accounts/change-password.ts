import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome } from "@/lib/outcome";
import { checkNewPassword } from "./check-new-password";
import type { NewPassword } from "./choose-password";
import { hashPassword } from "./password-hash";
import { passwordAgain } from "./password-again";
import { setPassword } from "./set-password";

/** Changes the password of somebody signed in, who gives the one they have. Their other sessions end. */
export async function changePassword(
  user: User,
  typed: NewPassword & { password: string },
  now: Date,
): Promise<Outcome<null>> {
  const own = await passwordAgain(user, "password", typed.password, now);
  const checked = await checkNewPassword(user.id, typed.newPassword, typed.newPasswordAgain);
  if (!own.ok || !checked.ok) return { ok: false, problems: [own, checked].flatMap((o) => (o.ok ? [] : o.problems)) };
  const passwordHash = await hashPassword(typed.newPassword);
  await transact(user, "changed the password", (tx) =>
    setPassword(tx, user.id, passwordHash, { handle: user.session }, now),
  );
  return done(null);
}

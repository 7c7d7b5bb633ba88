import { system, transact } from "@/lib/db";
import { hashPassword } from "@/lib/accounts/password-hash";
import type { User } from "@/lib/access/user";

export const password = "otter lantern gravel";

let hashed: Promise<string> | undefined;

/** Gives someone of the cast a password of their own, chosen at that time. */
export async function choseLong(user: User, setAt: Date): Promise<void> {
  const passwordHash = await (hashed ??= hashPassword(password));
  await transact(system("test"), "a password", (tx) =>
    tx.account.update({ where: { id: user.id }, data: { passwordHash, passwordSetAt: setAt } }),
  );
}

/** An attempt to sign in, from nowhere in particular. */
export const attempt = (user: { email: string }, typed = password) => ({
  email: user.email,
  password: typed,
  remember: false,
  address: null,
  browser: "a browser",
});

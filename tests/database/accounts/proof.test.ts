import { openSession } from "@/lib/accounts/open-session";
import { hashPassword } from "@/lib/accounts/password-hash";
import { isProven, proveAgain } from "@/lib/accounts/proof";
import { sessionUser } from "@/lib/accounts/session-user";
import type { User } from "@/lib/access/user";
import { disconnect, system, transact } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

jest.setTimeout(30_000);
const password = "lantern harbour gravel";
let world: Cast;
let token: string;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  const passwordHash = await hashPassword(password);
  token = await transact(system("test"), "signed in", async (tx) => {
    await tx.account.update({ where: { id: world.users.ben.id }, data: { passwordHash } });
    return openSession(
      tx,
      { holder: world.users.ben, purpose: "full", remembered: true, passwordAt: inWindow },
      inWindow,
    );
  });
});
afterEach(() => {
  delete process.env.PROOF_MINUTES;
  forgetEnv();
});
afterAll(disconnect);

const after = (minutes: number) => new Date(inWindow.getTime() + minutes * 60_000);
const nextAt = async (when: Date): Promise<User> => {
  const live = await sessionUser(token, when);
  if (!live) throw new Error("signed out");
  return live.user;
};

test("the password is asked for again after fifteen minutes, and a right one counts for fifteen more", async () => {
  expect((await proveAgain(await nextAt(after(15)), undefined, after(15))).ok).toBe(true);
  const user = await nextAt(after(16));
  expect(await proveAgain(user, undefined, after(16))).toMatchObject({
    problems: [{ field: "provePassword", message: expect.stringContaining("15 minutes") as string }],
  });
  expect(await proveAgain(user, "", after(16))).toMatchObject({ problems: [{ message: "Enter your password" }] });
  expect(await proveAgain(user, "not it at all", after(16))).toMatchObject({ ok: false });
  expect(isProven(await nextAt(after(16)), after(16))).toBe(false);
  expect((await proveAgain(user, password, after(16))).ok).toBe(true);
  expect(isProven(await nextAt(after(31)), after(31))).toBe(true);
  expect(isProven(await nextAt(after(32)), after(32))).toBe(false);
});

test("five wrong ones block it for a day, even for the right one", async () => {
  const user = await nextAt(after(20));
  for (let tries = 0; tries < 5; tries++) await proveAgain(user, "not it at all", after(20));
  expect(await proveAgain(user, password, after(20))).toMatchObject({
    problems: [{ message: expect.stringContaining("24 hours") as string }],
  });
});

test("the password is never asked for if the setting is 0, and a session opened without a password does not count as having given it", async () => {
  expect(isProven(world.users.ben, after(0))).toBe(false);
  process.env.PROOF_MINUTES = "0";
  forgetEnv();
  expect(isProven(await nextAt(after(500)), after(500))).toBe(true);
  expect(isProven(world.users.ben, after(0))).toBe(true);
});

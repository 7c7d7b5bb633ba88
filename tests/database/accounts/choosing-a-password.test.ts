import { addSecondFactor } from "@/lib/accounts/add-second-factor";
import { changePassword } from "@/lib/accounts/change-password";
import { checkNewPassword } from "@/lib/accounts/check-new-password";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { purposeAfter } from "@/lib/accounts/purpose-after";
import { issueResetLink, requestReset } from "@/lib/accounts/request-reset";
import { endScoring, scorePassword } from "@/lib/accounts/score-password";
import { signIn } from "@/lib/accounts/sign-in";
import { accountStateOf } from "@/lib/accounts/account-state";
import type { User } from "@/lib/access/user";
import { db, disconnect, system, transact } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { oneUsePassword, resetPath, resetSecret } from "@/lib/outbox/mailed-secrets";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { attempt, choseLong } from "./people";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(async () => {
  await endScoring();
  await disconnect();
});

async function mailed(user: User): Promise<string> {
  return transact(system("test"), "login details", async (tx) => {
    await issueCredentials(tx, user.id, inWindow);
    return oneUsePassword((await tx.account.findUniqueOrThrow({ where: { id: user.id } })).credentialsNonce ?? "");
  });
}
const said = async (user: User, typed: string) => {
  const outcome = await checkNewPassword(user.id, typed, typed);
  return outcome.ok ? "taken" : outcome.problems.map(({ message }) => message).join("; ");
};

test("no one-use password that was ever mailed can become a password, however it is typed and whoever it was for", async () => {
  const first = await mailed(world.users.amina);
  const second = await mailed(world.users.amina);
  const others = await mailed(world.users.ben);
  for (const secret of [first, second, others])
    for (const typed of [
      secret,
      secret.toUpperCase(),
      ` ${secret}\u00a0`,
      secret.replaceAll("-", "–"),
      secret.replaceAll("-", ""),
    ])
      expect([typed, await said(world.users.amina, typed)]).toEqual([
        typed,
        expect.stringMatching(/was sent by email/) as string,
      ]);
  expect(await said(world.users.amina, "walnut ferry lantern")).toBe("taken");
});

test("the secret of an emailed link cannot be a password, by itself, in capitals or as the whole link", async () => {
  await transact(system("test"), "a link", (tx) => issueResetLink(tx, world.users.amina, inWindow));
  const { nonce } = await db.resetLink.findFirstOrThrow();
  const secret = resetSecret(nonce);
  for (const typed of [secret, secret.toUpperCase(), `https://tracker.example${resetPath(secret)} `])
    expect(await said(world.users.amina, typed)).toMatch(/was sent by email/);
});

test("the one-use password lets its owner in however it was copied, and no such try counts towards the lock", async () => {
  for (const copied of [
    (secret: string) => `${secret} `,
    (secret: string) => `\u00a0${secret}`,
    (secret: string) => secret.replaceAll("-", "\u2011"),
    (secret: string) => secret.toUpperCase(),
  ]) {
    const secret = await mailed(world.users.amina);
    const outcome = await signIn(attempt(world.users.amina, copied(secret)), inWindow);
    expect(outcome.ok && outcome.value.purpose).toBe("choose_password");
    expect(await db.signInLane.count({ where: { failed: { gt: 0 } } })).toBe(0);
  }
});

test("a password that someone chose must match to the letter", async () => {
  await choseLong(world.users.amina, inWindow);
  for (const typed of ["Otter lantern gravel", "otter lantern gravel "])
    expect((await signIn(attempt(world.users.amina, typed), inWindow)).ok).toBe(false);
});

test("an address with an invisible letter in it is the same address at sign-in and at a reset", async () => {
  await choseLong(world.users.amina, inWindow);
  for (const email of ["amina\u200b@cast.example", "\ufeffAMINA@cast.exam\u00adple "])
    expect((await signIn(attempt({ email }), inWindow)).ok).toBe(true);
  await requestReset("a\u2060mina@cast.example", inWindow);
  expect(await db.email.count({ where: { template: "password-reset", to: "amina@cast.example" } })).toBe(1);
});

test("if the current password is wrong, nothing is said about the new one, and nothing is worked out", async () => {
  await choseLong(world.users.amina, inWindow);
  const outcome = await changePassword(
    world.users.amina,
    { password: "wrong", newPassword: "short", newPasswordAgain: "" },
    inWindow,
  );
  expect(outcome).toMatchObject({ ok: false, problems: [{ field: "password", message: "This is not your password" }] });
});

test("while a password that takes long to score is scored, the server still answers", async () => {
  await scorePassword("otter lantern gravel", []);
  let turns = 0;
  const counting = setInterval(() => turns++, 5);
  const scored = scorePassword("p4$$w0rd@3!1".repeat(6), []);
  let over = false;
  void scored.finally(() => (over = true));
  const before = turns;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect({ over, turned: turns > before }).toEqual({ over: false, turned: true });
  expect(await scored).toBeLessThanOrEqual(4);
  clearInterval(counting);
});

test("a shared account cannot change its password or add a second factor, and is not asked for one", async () => {
  const { shared } = world.users;
  await choseLong(shared, inWindow);
  const password = "otter lantern gravel";
  const typed = { password, newPassword: "walnut ferry lantern", newPasswordAgain: "walnut ferry lantern" };
  expect(await changePassword(shared, typed, inWindow)).toMatchObject({ ok: false });
  expect(await addSecondFactor(shared, { code: "000000", password }, inWindow)).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringMatching(/shared account has no second factor/) as string }],
  });
  process.env.SECOND_FACTOR = "all";
  forgetEnv();
  try {
    const standing = await accountStateOf(shared.id, inWindow);
    if (!standing) throw new Error("there is no such account");
    expect(purposeAfter("disclaimer", { ...standing, totpConfirmedAt: inWindow }, inWindow)).toBe("full");
  } finally {
    delete process.env.SECOND_FACTOR;
    forgetEnv();
  }
});

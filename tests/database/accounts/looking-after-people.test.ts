import { askEmailChange } from "@/lib/accounts/ask-email-change";
import { changePassword } from "@/lib/accounts/change-password";
import { confirmEmailChange, emailToConfirm } from "@/lib/accounts/confirm-email-change";
import { deactivateAccount } from "@/lib/accounts/deactivate-account";
import { endOwnSessions } from "@/lib/accounts/end-own-sessions";
import { endSession } from "@/lib/accounts/end-session";
import { endSessionsOf } from "@/lib/accounts/end-sessions-of";
import { lockAccount } from "@/lib/accounts/lock-account";
import { lockedUntil } from "@/lib/accounts/locked-until";
import { openSessions } from "@/lib/accounts/queries";
import { reopenAccount } from "@/lib/accounts/reopen-account";
import { resetSecondFactor } from "@/lib/accounts/reset-second-factor";
import { sendCredentialsAgain } from "@/lib/accounts/send-credentials-again";
import { sendResetLink } from "@/lib/accounts/send-reset-link";
import { sessionUser } from "@/lib/accounts/session-user";
import { signIn } from "@/lib/accounts/sign-in";
import { unlockAccount } from "@/lib/accounts/unlock-account";
import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, disconnect, system, transact } from "@/lib/db";
import { addressSecret } from "@/lib/email/mailed-secrets";
import type { Outcome } from "@/lib/outcome";
import { cast, inWindow, type Cast, type PersonName } from "../../support/cast";
import { emptyDatabase } from "../../support/database";
import { attempt, choseLong, password } from "./people";

const day = 24 * 60 * 60_000;
let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  for (const person of [world.users.amina, world.users.carla, world.users.ben])
    await choseLong(person, new Date(inWindow.getTime() - 30 * day));
});
afterAll(disconnect);

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join("; "));
  return outcome.value;
}
const into = async (user: User, typed = password) => value(await signIn(attempt(user, typed), inWindow)).token;
const isIn = async (token: string) => (await sessionUser(token, inWindow)) !== null;
const lock = async (user: User) => {
  for (let i = 0; i < 5; i++) await signIn(attempt(user, "wrong"), inWindow);
};

const acts: Record<string, (user: User, id: number) => Promise<Outcome<null>>> = {
  unlock: (user, id) => unlockAccount(user, id, inWindow),
  "send login details again": (user, id) => sendCredentialsAgain(user, id, inWindow),
  "send a link": (user, id) => sendResetLink(user, id, inWindow),
  "end sessions": (user, id) => endSessionsOf(user, id, inWindow),
  close: (user, id) => deactivateAccount(user, id, "She left", inWindow),
};
const supportsOwn: typeof acts = {
  lock: (user, id) => lockAccount(user, id, inWindow),
  "open again": (user, id) => reopenAccount(user, id, inWindow),
  "forget the second factor": (user, id) => resetSecondFactor(user, id, inWindow),
};

test.each(Object.keys(acts))("%s: an approver of all her places may, and support; nobody else", async (name) => {
  const act = acts[name];
  if (!act) throw new Error(name);
  const id = world.users.amina.id;
  for (const other of ["carla", "amina", "olive", "dan", "nate", "shared"] satisfies PersonName[])
    await expect(act(world.users[other], id)).rejects.toThrow(Forbidden);
  await expect(act(world.users.ben, world.users.carla.id)).rejects.toThrow(Forbidden);
  await expect(act(world.users.ben, 999_999)).rejects.toThrow(Forbidden);
  expect((await act(world.users.ben, id)).ok).toBe(true);
  expect((await act(world.users.sam, world.users.carla.id)).ok).toBe(true);
});

test.each(Object.keys(supportsOwn))("%s is for support alone", async (name) => {
  for (const other of ["ben", "amina", "olive"] satisfies PersonName[])
    await expect(supportsOwn[name]?.(world.users[other], world.users.amina.id)).rejects.toThrow(Forbidden);
});

test("unlocking lets the right password in at once", async () => {
  await lock(world.users.amina);
  expect([...(await lockedUntil([world.users.amina, world.users.ben], inWindow))]).toEqual([
    [world.users.amina.id, new Date(inWindow.getTime() + day)],
  ]);
  value(await unlockAccount(world.users.ben, world.users.amina.id, inWindow));
  expect((await lockedUntil([world.users.amina], inWindow)).size).toBe(0);
  expect(await isIn(await into(world.users.amina))).toBe(true);
});

test("support locks an account at once, also what is open", async () => {
  const token = await into(world.users.amina);
  value(await lockAccount(world.users.sam, world.users.amina.id, inWindow));
  expect(await isIn(token)).toBe(false);
  expect((await signIn(attempt(world.users.amina), inWindow)).ok).toBe(false);
});

test("a closed account is out on the next request, its access ended, its owner told; support opens it again", async () => {
  const token = await into(world.users.amina);
  value(await deactivateAccount(world.users.ben, world.users.amina.id, "She left", inWindow));
  expect(await isIn(token)).toBe(false);
  expect((await signIn(attempt(world.users.amina), inWindow)).ok).toBe(false);
  expect(await db.access.count({ where: { accountId: world.users.amina.id, endedAt: null } })).toBe(0);
  expect(await db.email.count({ where: { template: "account-deactivated", to: world.users.amina.email } })).toBe(1);
  expect((await deactivateAccount(world.users.sam, world.users.amina.id, "Again", inWindow)).ok).toBe(false);
  expect((await sendCredentialsAgain(world.users.sam, world.users.amina.id, inWindow)).ok).toBe(false);
  value(await reopenAccount(world.users.sam, world.users.amina.id, inWindow));
  expect(await db.email.count({ where: { template: "credentials-sent-again", to: world.users.amina.email } })).toBe(1);
});

describe("of 200 requests racing with it, none that begins afterwards is let in", () => {
  const ends: Record<string, (token: string) => Promise<unknown>> = {
    "closing the account": () => deactivateAccount(world.users.ben, world.users.amina.id, "She left", inWindow),
    "ending her sessions": () => endSessionsOf(world.users.ben, world.users.amina.id, inWindow),
    "signing out": (token) => endSession(token, inWindow),
    "signing out everywhere": () => endOwnSessions(world.users.amina, "all", inWindow),
    "a new password": () => {
      const newPassword = "velvet harbour pigeon";
      return changePassword(world.users.amina, { password, newPassword, newPasswordAgain: newPassword }, inWindow);
    },
    "new login details": () => sendCredentialsAgain(world.users.ben, world.users.amina.id, inWindow),
  };
  test.each(Object.keys(ends))("%s", async (name) => {
    const token = await into(world.users.amina);
    expect(await isIn(token)).toBe(true);
    let ended = false;
    const ending = ends[name]?.(token).then(() => (ended = true));
    const asked = Array.from({ length: 200 }, async () => {
      await new Promise((go) => setTimeout(go, Math.random() * 300));
      const after = ended;
      return { after, let: await isIn(token) };
    });
    await ending;
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer.after && answer.let)).toEqual([]);
    expect(await isIn(token)).toBe(false);
  });

  test("a demotion: the very next request has the lesser grant", async () => {
    const token = await into(world.users.ben);
    const levels = async () => (await sessionUser(token, inWindow))?.user.grants.map(({ level }) => level);
    expect(await levels()).toEqual(["approver", "approver"]);
    await transact(system("test"), "demoted", (tx) =>
      tx.access.updateMany({ where: { accountId: world.users.ben.id }, data: { level: "standard" } }),
    );
    expect(await levels()).toEqual(["standard", "standard"]);
  });
});

test("own sessions are seen and ended, nobody else's", async () => {
  const [here, there] = [await into(world.users.amina), await into(world.users.amina)];
  const hers = await into(world.users.carla);
  const me = (await sessionUser(here, inWindow))?.user;
  const other = (await sessionUser(hers, inWindow))?.user;
  if (!me || !other) throw new Error("no session");
  expect(await openSessions(me, inWindow)).toHaveLength(2);
  value(await endOwnSessions(me, { handle: other.session }, inWindow));
  expect(await isIn(hers)).toBe(true);
  value(await endOwnSessions(me, "others", inWindow));
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
});

describe("another e-mail address", () => {
  const ask = (email: string, typed = password) =>
    askEmailChange(world.users.amina, { email, password: typed }, inWindow);
  const link = async () => addressSecret((await db.emailChange.findFirstOrThrow({ orderBy: { id: "desc" } })).nonce);

  test("wants the password, is told to the old address, and counts once confirmed from the new one", async () => {
    expect((await ask("amina@new.example", "wrong")).ok).toBe(false);
    value(await ask("Amina@New.example"));
    const token = await into(world.users.amina);
    expect(await db.email.count({ where: { template: "email-change-notice", to: "amina@cast.example" } })).toBe(1);
    expect(await emailToConfirm(await link(), inWindow)).toBe("amina@new.example");
    value(await confirmEmailChange(await link(), inWindow));
    expect(await isIn(token)).toBe(false);
    expect(await isIn(await into({ ...world.users.amina, email: "amina@new.example" }))).toBe(true);
    expect((await signIn(attempt(world.users.amina), inWindow)).ok).toBe(false);
  });

  test("a link works once and for a day, and the latest alone", async () => {
    value(await ask("one@new.example"));
    const first = await link();
    value(await ask("two@new.example"));
    expect((await confirmEmailChange(first, inWindow)).ok).toBe(false);
    expect((await confirmEmailChange(await link(), new Date(inWindow.getTime() + day))).ok).toBe(false);
    value(await confirmEmailChange(await link(), inWindow));
    expect((await confirmEmailChange(await link(), inWindow)).ok).toBe(false);
  });

  test("an address that has an account is told to its owner, and the answer is the same", async () => {
    expect(await ask(world.users.carla.email)).toEqual(await ask("free@new.example"));
    expect(await db.email.count({ where: { template: "already-registered", to: world.users.carla.email } })).toBe(1);
    expect(await db.emailChange.count()).toBe(1);
  });

  test("two who confirm the same address at once: one gets it", async () => {
    value(await ask("same@new.example"));
    const first = await link();
    const hers = { email: "same@new.example", password };
    value(await askEmailChange(world.users.carla, hers, inWindow));
    const both = await Promise.all([first, await link()].map((secret) => confirmEmailChange(secret, inWindow)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

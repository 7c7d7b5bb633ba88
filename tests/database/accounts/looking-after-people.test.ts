import { askEmailChange } from "@/lib/accounts/ask-email-change";
import { changePassword } from "@/lib/accounts/change-password";
import { confirmEmailChange, emailToConfirm } from "@/lib/accounts/confirm-email-change";
import { endOwnSessions } from "@/lib/accounts/end-own-sessions";
import { endSession } from "@/lib/accounts/end-session";
import { openSession } from "@/lib/accounts/open-session";
import { openSessions } from "@/lib/accounts/queries";
import { sessionUser } from "@/lib/accounts/session-user";
import { signIn } from "@/lib/accounts/sign-in";
import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, disconnect, system, transact } from "@/lib/db";
import { addressSecret } from "@/lib/outbox/mailed-secrets";
import type { Outcome } from "@/lib/outcome";
import { changeLevel } from "@/lib/people/change-level";
import { deactivatePerson } from "@/lib/people/deactivate-person";
import { removeFromPlace } from "@/lib/people/end-access";
import { sendLoginDetails } from "@/lib/people/send-login-details";
import { endPersonSessions } from "@/lib/people/support/end-person-sessions";
import { reopenAccount } from "@/lib/people/support/reopen-account";
import { resetSecondFactor } from "@/lib/people/support/reset-second-factor";
import { unlockPerson } from "@/lib/people/unlock-person";
import { cast, inWindow, type Cast, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { openRecords } from "@/tests/support/open-records";
import { attempt, choseLong, password } from "./people";

const day = 24 * 60 * 60_000;
let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  for (const person of [world.users.amina, world.users.carla, world.users.ben])
    await choseLong(person, new Date(inWindow.getTime() - 30 * day));
  await openRecords(world, "sam");
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

const why = { reason: "She left in October.", last: true };
const acts: Record<string, (user: User, id: number) => Promise<Outcome<unknown>>> = {
  unlock: (user, id) => unlockPerson(user, id, inWindow),
  "send login details": (user, id) => sendLoginDetails(user, id, inWindow),
  close: (user, id) => deactivatePerson(user, id, why, inWindow),
};
const supportsOwn: typeof acts = {
  "end sessions": (user, id) => endPersonSessions(user, id, inWindow),
  "open again": (user, id) => reopenAccount(user, id, why, inWindow),
  "forget the second factor": (user, id) => resetSecondFactor(user, id, why, inWindow),
};

test.each(Object.keys(acts))("%s: an approver of all their places may, and support; no one else", async (name) => {
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

test.each(Object.keys(supportsOwn))("%s is for support only", async (name) => {
  for (const other of ["ben", "amina", "olive"] satisfies PersonName[])
    await expect(supportsOwn[name]?.(world.users[other], world.users.amina.id)).rejects.toThrow(Forbidden);
});

test("unlocking lets the right password in at once", async () => {
  await lock(world.users.amina);
  expect((await signIn(attempt(world.users.amina), inWindow)).ok).toBe(false);
  value(await unlockPerson(world.users.ben, world.users.amina.id, inWindow));
  expect(await isIn(await into(world.users.amina))).toBe(true);
});

test("support removes a lost second factor: the sessions end, the codes are deleted, and the owner is told", async () => {
  const id = world.users.amina.id;
  expect((await resetSecondFactor(world.users.sam, id, why, inWindow)).ok).toBe(false);
  await transact(system("test"), "a second factor", (tx) =>
    tx.account.update({
      where: { id },
      data: { totpSecret: "kept", totpConfirmedAt: inWindow, recoveryCodes: { create: { hash: "kept" } } },
    }),
  );
  const token = await transact(system("test"), "in", (tx) =>
    openSession(tx, { holder: world.users.amina, purpose: "full", remembered: false, passwordAt: inWindow }, inWindow),
  );
  value(await resetSecondFactor(world.users.sam, id, why, inWindow));
  const { totpSecret, totpConfirmedAt } = await db.account.findUniqueOrThrow({ where: { id } });
  expect([totpSecret, totpConfirmedAt, await db.recoveryCode.count(), await isIn(token)]).toEqual([
    null,
    null,
    0,
    false,
  ]);
  expect(await db.email.count({ where: { template: "second-factor-reset", to: world.users.amina.email } })).toBe(1);
});

test("a closed account is signed out on its next request and cannot sign in; support opens it again", async () => {
  const token = await into(world.users.amina);
  value(await deactivatePerson(world.users.ben, world.users.amina.id, why, inWindow));
  expect(await isIn(token)).toBe(false);
  expect((await signIn(attempt(world.users.amina), inWindow)).ok).toBe(false);
  expect((await sendLoginDetails(world.users.sam, world.users.amina.id, inWindow)).ok).toBe(false);
  value(await reopenAccount(world.users.sam, world.users.amina.id, why, inWindow));
  expect(await db.email.count({ where: { template: "credentials-sent-again", to: world.users.amina.email } })).toBe(1);
});

/** What a hundred requests are told that begin with an act, and a hundred that begin in the moment when it is done. */
async function racing(act: () => Promise<unknown> | undefined, isLetIn: () => Promise<boolean>) {
  const hundred = () => Promise.all(Array.from({ length: 100 }, isLetIn));
  const acted = act();
  const during = hundred();
  await acted;
  return { after: await hundred(), during: await during };
}

describe("of 200 requests racing with it, none that begins afterwards is allowed", () => {
  const ends: Record<string, (token: string) => Promise<unknown>> = {
    "closing the account": () => deactivatePerson(world.users.ben, world.users.amina.id, why, inWindow),
    "ending her sessions": () => endPersonSessions(world.users.sam, world.users.amina.id, inWindow),
    "signing out": (token) => endSession(token, inWindow),
    "signing out everywhere": () => endOwnSessions(world.users.amina, "all", inWindow),
    "a new password": () => {
      const newPassword = "velvet harbour pigeon";
      return changePassword(world.users.amina, { password, newPassword, newPasswordAgain: newPassword }, inWindow);
    },
    "new login details": () => sendLoginDetails(world.users.ben, world.users.amina.id, inWindow),
  };
  test.each(Object.keys(ends))("%s", async (name) => {
    const token = await into(world.users.amina);
    expect(await isIn(token)).toBe(true);
    const { during, after } = await racing(
      () => ends[name]?.(token),
      () => isIn(token),
    );
    expect([during.length, after.length]).toEqual([100, 100]);
    expect(after).not.toContain(true);
  });

  const lessens: Record<string, (accessId: number) => Promise<unknown>> = {
    "made Standard": (id) => changeLevel(world.users.sam, id, { level: "standard", last: true }, inWindow),
    "taken out of a place": (id) => removeFromPlace(world.users.sam, id, why, inWindow),
  };
  test.each(Object.keys(lessens))("%s: no later request can decide there", async (name) => {
    const token = await into(world.users.ben);
    const { rosewood } = world.at;
    const decides = async () =>
      (await sessionUser(token, inWindow))?.user.grants.some(
        ({ level, locationId }) => level === "approver" && locationId === rosewood,
      ) ?? false;
    expect(await decides()).toBe(true);
    const held = { accountId: world.users.ben.id, locationId: rosewood, endedAt: null };
    const { id } = await db.access.findFirstOrThrow({ where: held });
    const { during, after } = await racing(() => lessens[name]?.(id), decides);
    expect([during.length, after.length]).toEqual([100, 100]);
    expect(after).not.toContain(true);
  });
});

test("someone can see and end their own sessions, and no one else's", async () => {
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

describe("another email address", () => {
  const ask = (email: string, typed = password) =>
    askEmailChange(world.users.amina, { email, password: typed }, inWindow);
  const link = async () => addressSecret((await db.emailChange.findFirstOrThrow({ orderBy: { id: "desc" } })).nonce);

  test("needs the password, is announced to the old address, and counts once confirmed from the new one", async () => {
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

  test("a link works once, for a day, and only the latest works", async () => {
    value(await ask("one@new.example"));
    const first = await link();
    value(await ask("two@new.example"));
    expect((await confirmEmailChange(first, inWindow)).ok).toBe(false);
    expect((await confirmEmailChange(await link(), new Date(inWindow.getTime() + day))).ok).toBe(false);
    value(await confirmEmailChange(await link(), inWindow));
    expect((await confirmEmailChange(await link(), inWindow)).ok).toBe(false);
  });

  test("if the address has an account, its owner is told, and the answer on screen is the same", async () => {
    expect(await ask(world.users.carla.email)).toEqual(await ask("free@new.example"));
    expect(await db.email.count({ where: { template: "already-registered", to: world.users.carla.email } })).toBe(1);
    expect(await db.emailChange.count()).toBe(1);
  });

  test("if two people confirm the same address at once, one gets it", async () => {
    value(await ask("same@new.example"));
    const first = await link();
    const hers = { email: "same@new.example", password };
    value(await askEmailChange(world.users.carla, hers, inWindow));
    const both = await Promise.all([first, await link()].map((secret) => confirmEmailChange(secret, inWindow)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

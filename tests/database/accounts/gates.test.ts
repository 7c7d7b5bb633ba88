import { addSecondFactor, pendingTotp } from "@/lib/accounts/add-second-factor";
import { agreeDisclaimer } from "@/lib/accounts/agree-disclaimer";
import { changePassword } from "@/lib/accounts/change-password";
import { choosePassword } from "@/lib/accounts/choose-password";
import { deviceCookie } from "@/lib/accounts/known-device";
import { passSecondFactor } from "@/lib/accounts/pass-second-factor";
import { recoveryCodes } from "@/lib/accounts/recovery-codes";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { requestReset } from "@/lib/accounts/request-reset";
import { resetLinkHolder, resetPassword } from "@/lib/accounts/reset-password";
import { sessionUser, type LiveSession } from "@/lib/accounts/session-user";
import { signIn } from "@/lib/accounts/sign-in";
import { totpCode, totpKey, totpStep } from "@/lib/accounts/totp";
import { db, disconnect, system, transact } from "@/lib/db";
import { resetSecret } from "@/lib/outbox/mailed-secrets";
import { forgetEnv } from "@/lib/env";
import type { Outcome } from "@/lib/outcome";
import type { User } from "@/lib/access/user";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { attempt, choseLong, password } from "./people";

const minute = 60_000;
const day = 24 * 60 * minute;
const later = (ms: number) => new Date(inWindow.getTime() + ms);
const from = { address: null, browser: null };
const phrase = "velvet harbour pigeon";
const chosen = { newPassword: phrase, newPasswordAgain: phrase };
let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  const { amina, ben, shared, sam } = world.users;
  for (const person of [amina, ben, shared, sam]) await choseLong(person, later(-30 * day));
});
afterEach(() => {
  delete process.env.SECOND_FACTOR;
  delete process.env.RESET_UNLOCKS;
  forgetEnv();
});
afterAll(disconnect);

const setting = (name: "SECOND_FACTOR" | "RESET_UNLOCKS", value: string) => {
  process.env[name] = value;
  forgetEnv();
};
function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join("; "));
  return outcome.value;
}
const said = (outcome: Outcome<unknown>) =>
  outcome.ok ? "" : outcome.problems.map(({ message }) => message).join("; ");
const session = async (token: string, at = inWindow): Promise<LiveSession> => {
  const live = await sessionUser(token, at);
  if (!live) throw new Error("no session");
  return live;
};
const into = async (user: User, at = inWindow, typed = password) => value(await signIn(attempt(user, typed), at));
const signedIn = async (user: User, at = inWindow) => session((await into(user, at)).token, at);
const mailedLink = async () => {
  const { nonce } = await db.resetLink.findFirstOrThrow({ orderBy: { id: "desc" } });
  return resetSecret(nonce);
};
const codeAt = (live: { user: User }, at: Date) => totpCode(totpKey(pendingTotp(live.user)), totpStep(at));

describe("someone's own password", () => {
  test("after a year it is changed at sign-in, and the session continues with a new secret", async () => {
    await choseLong(world.users.amina, later(-365 * day));
    const first = await into(world.users.amina);
    const next = value(await choosePassword(await session(first.token), chosen, from, inWindow));
    expect([first.purpose, next.purpose]).toEqual(["choose_password", "full"]);
    expect(await sessionUser(first.token, inWindow)).toBeNull();
    expect((await into(world.users.amina, inWindow, phrase)).purpose).toBe("full");
  });

  test("if it is pressed twice at once, one press counts", async () => {
    await choseLong(world.users.amina, later(-365 * day));
    const live = await session((await into(world.users.amina)).token);
    const both = await Promise.all([1, 2].map(() => choosePassword(live, chosen, from, inWindow)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("changing it needs the current one, ends the other sessions and emails its owner", async () => {
    const here = await signedIn(world.users.amina);
    const elsewhere = await into(world.users.amina);
    const wrong = await changePassword(here.user, { password: "not it at all", ...chosen }, inWindow);
    expect(wrong).toEqual({ ok: false, problems: [{ field: "password", message: "This is not your password" }] });
    value(await changePassword(here.user, { password, ...chosen }, inWindow));
    expect(await sessionUser(elsewhere.token, inWindow)).toBeNull();
    expect(await db.session.count({ where: { accountId: world.users.amina.id, endedAt: null } })).toBe(1);
    expect(await db.email.count({ where: { template: "password-changed", to: "amina@cast.example" } })).toBe(1);
  });

  test("none of the last four may be chosen again; the fifth may", async () => {
    const phrases = ["velvet harbour pigeon", "copper saddle morning", "thistle engine window", "marble ladder soup"];
    let now = password;
    for (const newPassword of phrases) {
      const { user } = await session((await into(world.users.amina, inWindow, now)).token);
      value(await changePassword(user, { password: now, newPassword, newPasswordAgain: newPassword }, inWindow));
      now = newPassword;
    }
    const { user } = await session((await into(world.users.amina, inWindow, now)).token);
    const again = (newPassword: string) =>
      changePassword(user, { password: now, newPassword, newPasswordAgain: newPassword }, inWindow);
    for (const newPassword of phrases) expect(said(await again(newPassword))).toMatch(/used this password before/);
    expect(said(await again(password))).toBe("");
  });

  test("every problem is shown at once, in words and beside its field", async () => {
    const { user } = await signedIn(world.users.amina);
    const typed = { password, newPassword: "nhs amina", newPasswordAgain: "nhs amin" };
    const outcome = await changePassword(user, typed, inWindow);
    expect(said(outcome)).toMatch(/too short.*“nhs”.*your name.*do not match/);
    const rosewood = { password, newPassword: "lantern Rosewood gravel", newPasswordAgain: "lantern Rosewood gravel" };
    expect(said(await changePassword(user, rosewood, inWindow))).toMatch(/where you work/);
    const common = { password, newPassword: "qwertyuiop123", newPasswordAgain: "qwertyuiop123" };
    expect(said(await changePassword(user, common, inWindow))).toMatch(/too easy to guess/);
  });
});

describe("a forgotten password", () => {
  test("a link is emailed to an account that is open, and to no one else", async () => {
    await requestReset("nobody@cast.example", inWindow);
    await requestReset(" Amina@cast.example", inWindow);
    const mails = await db.email.findMany({ where: { template: "password-reset" } });
    expect(mails.map(({ to }) => to)).toEqual(["amina@cast.example"]);
    expect(JSON.stringify(mails)).not.toContain(await mailedLink());
  });

  test("a link works once, for half an hour, and unlocks", async () => {
    for (let i = 0; i < 5; i++) await signIn(attempt(world.users.amina, "wrong"), inWindow);
    await requestReset(world.users.amina.email, inWindow);
    const link = await mailedLink();
    expect(await resetLinkHolder(link, later(30 * minute - 1))).toBe(world.users.amina.id);
    expect(said(await resetPassword(link, chosen, from, later(30 * minute)))).toMatch(/expired/);
    expect(value(await resetPassword(link, chosen, from, inWindow))?.purpose).toBe("full");
    expect(said(await resetPassword(link, chosen, from, inWindow))).toMatch(/already been used/);
    expect((await into(world.users.amina, inWindow, phrase)).purpose).toBe("full");
  });

  test("a forgotten password also unlocks the owner's own computer", async () => {
    const hers = { ...attempt(world.users.amina), device: deviceCookie(undefined, world.users.amina.id, inWindow) };
    for (let i = 0; i < 5; i++) await signIn({ ...hers, password: "wrong" }, inWindow);
    expect((await signIn(hers, inWindow)).ok).toBe(false);
    await requestReset(world.users.amina.email, inWindow);
    await resetPassword(await mailedLink(), chosen, from, inWindow);
    expect((await signIn({ ...hers, password: phrase }, inWindow)).ok).toBe(true);
  });

  test("if the setting says so, a link changes the password, leaves the lock as it is, and signs no one in", async () => {
    setting("RESET_UNLOCKS", "no");
    for (let i = 0; i < 5; i++) await signIn(attempt(world.users.amina, "wrong"), inWindow);
    await requestReset(world.users.amina.email, inWindow);
    expect(value(await resetPassword(await mailedLink(), chosen, from, inWindow))).toBeNull();
    expect(await db.session.count({ where: { accountId: world.users.amina.id, endedAt: null } })).toBe(0);
    expect((await signIn(attempt(world.users.amina, phrase), inWindow)).ok).toBe(false);
    expect((await signIn(attempt(world.users.amina, phrase), later(day))).ok).toBe(true);
    await requestReset(world.users.amina.email, later(day));
    const again = { newPassword: "copper meadow whistle", newPasswordAgain: "copper meadow whistle" };
    expect(value(await resetPassword(await mailedLink(), again, from, later(day)))?.purpose).toBe("full");
  });

  test("a link does not skip the second factor", async () => {
    const live = await signedIn(world.users.amina);
    value(await addSecondFactor(live.user, { code: codeAt(live, inWindow), password }, inWindow));
    await requestReset(world.users.amina.email, inWindow);
    expect(value(await resetPassword(await mailedLink(), chosen, from, inWindow))?.purpose).toBe("second_factor");
  });

  test("a link gives no one more tries at the second factor", async () => {
    const live = await signedIn(world.users.amina);
    value(await addSecondFactor(live.user, { code: codeAt(live, inWindow), password }, inWindow));
    const stopped = await signedIn(world.users.amina);
    for (let i = 0; i < 5; i++) await passSecondFactor(stopped, "000000", from, inWindow);
    await requestReset(world.users.amina.email, inWindow);
    const { token } = value(await resetPassword(await mailedLink(), chosen, from, inWindow)) ?? { token: "" };
    const code = codeAt(live, later(minute));
    expect((await passSecondFactor(await session(token, later(minute)), code, from, later(minute))).ok).toBe(false);
  });
});

describe("a second factor", () => {
  test("support must set one up before anything else, if the setting says so", async () => {
    setting("SECOND_FACTOR", "privileged");
    expect((await into(world.users.amina)).purpose).toBe("full");
    const first = await into(world.users.sam);
    const live = await session(first.token);
    const passed = value(await passSecondFactor(live, codeAt(live, inWindow), from, inWindow));
    expect([first.purpose, passed.purpose]).toEqual(["second_factor", "full"]);
    expect(recoveryCodes(passed.recovery ?? "")).toHaveLength(10);
    expect(said(await removeSecondFactor((await session(passed.token)).user, password, inWindow))).toMatch(/needs/);
  });

  test("approvers must, if the setting names them", async () => {
    setting("SECOND_FACTOR", "approvers");
    expect((await into(world.users.ben)).purpose).toBe("second_factor");
    expect((await into(world.users.amina)).purpose).toBe("full");
  });

  test("a code works once, a recovery code works once, and five wrong ones lock the account", async () => {
    const adding = await signedIn(world.users.amina);
    const recovery = value(await addSecondFactor(adding.user, { code: codeAt(adding, inWindow), password }, inWindow));
    const gate = async (at: Date) => session((await into(world.users.amina, at)).token, at);
    const replayed = await passSecondFactor(await gate(inWindow), codeAt(adding, inWindow), from, inWindow);
    expect(replayed.ok).toBe(false);
    const at = later(minute);
    expect(value(await passSecondFactor(await gate(at), codeAt(adding, at), from, at)).purpose).toBe("full");
    const [one = ""] = recoveryCodes(recovery);
    expect((await passSecondFactor(await gate(at), one.toUpperCase(), from, at)).ok).toBe(true);
    expect((await passSecondFactor(await gate(at), one, from, at)).ok).toBe(false);
    const live = await gate(at);
    for (let i = 0; i < 4; i++) await passSecondFactor(live, "000000", from, at);
    expect(said(await passSecondFactor(live, codeAt(adding, later(2 * minute)), from, later(2 * minute)))).toMatch(
      /24 hours/,
    );
  });

  test("the row holds neither its key nor its recovery codes", async () => {
    const live = await signedIn(world.users.amina);
    const recovery = value(await addSecondFactor(live.user, { code: codeAt(live, inWindow), password }, inWindow));
    const rows = JSON.stringify([await db.account.findMany(), await db.recoveryCode.findMany()]);
    expect(rows).not.toContain(totpKey(pendingTotp(live.user)).toString("base64url"));
    for (const code of recoveryCodes(recovery)) expect(rows).not.toContain(code);
  });
});

describe("a shared account", () => {
  test("a shared account asks at each sign-in who is using it, and keeps that name beside what is done", async () => {
    const first = await into(world.users.shared);
    const live = await session(first.token);
    expect(said(await agreeDisclaimer(live, { name: " ", agreed: true }, from, inWindow))).toMatch(
      /your own full name/,
    );
    expect(said(await agreeDisclaimer(live, { name: "Amina Yusuf", agreed: false }, from, inWindow))).toMatch(/agree/);
    const next = value(await agreeDisclaimer(live, { name: "Amina Yusuf", agreed: true }, from, inWindow));
    const { user } = await session(next.token);
    expect([first.purpose, next.purpose, user.onBehalfOf]).toEqual(["disclaimer", "full", "Amina Yusuf"]);
    await transact(user, "a test", (tx) =>
      tx.account.update({ where: { id: user.id }, data: { jobTitle: "Changed" } }),
    );
    const audit = await db.audit.findFirstOrThrow({ where: { reason: "a test" } });
    expect(audit.onBehalfOf).toBe("Amina Yusuf");
    expect((await into(world.users.shared)).purpose).toBe("disclaimer");
  });

  test("a shared account is not kept signed in", async () => {
    const outcome = value(await signIn({ ...attempt(world.users.shared), remember: true }, inWindow));
    expect(outcome.remembered).toBe(false);
    expect(value(await signIn({ ...attempt(world.users.amina), remember: true }, inWindow)).remembered).toBe(true);
  });
});

test("no one can use a single-purpose session once it has moved on", async () => {
  const first = await into(world.users.shared);
  const live = await session(first.token);
  const twice = await Promise.all(
    [1, 2, 3].map(() => agreeDisclaimer(live, { name: "Amina Yusuf", agreed: true }, from, inWindow)),
  );
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await transact(system("test"), "count", (tx) => tx.session.count({ where: { endedAt: null } }))).toBe(1);
});

import { disconnect, db, system, transact } from "@/lib/db";
import { derivedPassword } from "@/lib/tokens";
import { deviceCookie } from "@/lib/accounts/known-device";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { sessionUser } from "@/lib/accounts/session-user";
import { signIn, type Attempt } from "@/lib/accounts/sign-in";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { attempt, choseLong } from "./people";

const hour = 60 * 60_000;
const later = (ms: number, from = inWindow) => new Date(from.getTime() + ms);
let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await choseLong(world.users.amina, later(-30 * 24 * hour));
});
afterAll(disconnect);

const wrongly = async (times: number, at = inWindow, more: Partial<Attempt> = {}) => {
  for (let i = 0; i < times; i++) await signIn({ ...attempt(world.users.amina, `wrong number ${i}`), ...more }, at);
};
const isIn = async (at: Date, more: Partial<Attempt> = {}) =>
  (await signIn({ ...attempt(world.users.amina), ...more }, at)).ok;
const words = async (tried: Attempt, at = inWindow) => {
  const outcome = await signIn(tried, at);
  return outcome.ok ? "in" : outcome.problems.map((problem) => problem.message).join();
};
const credentials = (at: Date) =>
  transact(system("test"), "credentials", async (tx) => {
    const { until } = await issueCredentials(tx, world.users.amina.id, at);
    const { credentialsNonce } = await tx.account.findUniqueOrThrow({ where: { id: world.users.amina.id } });
    return { until, password: derivedPassword(credentialsNonce ?? "") };
  });

test("the right password opens a session for everything, however the address is typed", async () => {
  const outcome = await signIn({ ...attempt(world.users.amina), email: " AMINA@Cast.Example " }, inWindow);
  if (!outcome.ok) throw new Error("refused");
  expect(outcome.value.purpose).toBe("full");
  expect((await sessionUser(outcome.value.token, inWindow))?.user.email).toBe("amina@cast.example");
});

test("five wrong passwords lock for exactly 24 hours, even for the right one", async () => {
  await wrongly(5);
  expect(await isIn(inWindow)).toBe(false);
  expect(await isIn(later(24 * hour - 1000))).toBe(false);
  expect(await isIn(later(24 * hour))).toBe(true);
});

test("four wrong passwords do not lock, and the right one resets the count", async () => {
  await wrongly(4);
  expect(await isIn(inWindow)).toBe(true);
  await wrongly(4);
  expect(await isIn(inWindow)).toBe(true);
});

test("the owner gets one email at the moment of locking, and an unknown address gets none", async () => {
  await wrongly(9);
  for (let i = 0; i < 6; i++) await signIn(attempt({ email: "nobody@cast.example" }), inWindow);
  const mails = await db.email.findMany({ where: { template: "account-locked" } });
  expect(mails.map(({ to }) => to)).toEqual(["amina@cast.example"]);
});

test("no wording tells unknown, wrong, locked and closed apart", async () => {
  await choseLong(world.users.ben, inWindow);
  await transact(system("test"), "closed", (tx) =>
    tx.account.update({ where: { id: world.users.ben.id }, data: { deactivatedAt: inWindow } }),
  );
  const said = [await words(attempt(world.users.amina, "wrong"))];
  await wrongly(5);
  said.push(await words(attempt(world.users.amina)), await words(attempt(world.users.ben)));
  said.push(await words(attempt({ email: "nobody@cast.example" })));
  expect(new Set(said).size).toBe(1);
  expect(said[0]).toMatch(/wrong, or your account is locked/);
});

test("tries that were never settled count as a lock until a day has passed", async () => {
  await wrongly(1);
  await transact(system("test"), "a process died", (tx) => tx.signInLane.updateMany({ data: { failed: 5 } }));
  expect(await isIn(later(11_000))).toBe(false);
  expect(await isIn(later(24 * hour))).toBe(true);
});

test("a stranger who locks the address does not lock out its owner on a known device", async () => {
  const device = deviceCookie(undefined, world.users.amina.id, inWindow);
  await wrongly(20, inWindow, { address: "203.0.113.9" });
  for (let i = 0; i < 10; i++) expect(await isIn(inWindow, { device })).toBe(true);
  expect(await isIn(inWindow)).toBe(false);
});

test("a known device has five tries of its own, and is known only to those who signed in there", async () => {
  const device = deviceCookie(deviceCookie(undefined, world.users.ben.id, inWindow), world.users.amina.id, inWindow);
  await wrongly(5, inWindow, { device });
  expect(await isIn(inWindow, { device })).toBe(false);
  expect(await isIn(inWindow)).toBe(true);
  const others = deviceCookie(undefined, world.users.ben.id, inWindow);
  await wrongly(5);
  expect(await isIn(inWindow, { device: others })).toBe(false);
  expect(await isIn(inWindow, { device: `${device}x` })).toBe(false);
});

/** Failures from one place that were kept, without the work of each. */
const failures = (result: string, times: number, address: string) =>
  transact(system("test"), "failures", (tx) =>
    tx.signInEvent.createMany({
      data: Array.from({ length: times }, () => ({ at: inWindow, emailKey: "one", result, address })),
    }),
  );

test("a hundred wrong passwords for one account make an internet address prove its work, and block no one who does", async () => {
  const address = "203.0.113.7";
  await failures("unknown address", 25, address);
  expect(await isIn(inWindow, { address })).toBe(true);
  await failures("unknown address", 78, address);
  expect(await signIn({ ...attempt(world.users.amina), address }, inWindow)).toMatchObject({
    problems: [{ code: "prove" }],
  });
  expect(await isIn(inWindow, { address, proven: true })).toBe(true);
  expect(await isIn(later(hour + 1), { address })).toBe(true);
});

test("tries that a lock has already refused count against no internet address", async () => {
  const address = "203.0.113.7";
  await failures("refused: locked", 400, address);
  await failures("refused: locked after work", 400, address);
  expect(await isIn(inWindow, { address })).toBe(true);
});

test("only tries that still fail after proof of work block an internet address, and the refusal names other ways in", async () => {
  const address = "203.0.113.7";
  await failures("wrong password after work", 301, address);
  expect(await words({ ...attempt(world.users.amina), address, proven: true })).toMatch(
    /signed in before.*Forgotten your password.*wait an hour, or call/,
  );
  const device = deviceCookie(undefined, world.users.amina.id, inWindow);
  expect(await isIn(inWindow, { address, device })).toBe(true);
  expect(await isIn(inWindow, { address: "203.0.113.8" })).toBe(true);
  expect(await isIn(later(hour + 1), { address })).toBe(true);
});

test("an internet address that fails for more than ten accounts must prove its work first; known devices and other addresses need not", async () => {
  const address = "203.0.113.7";
  for (let i = 0; i < 11; i++) await signIn({ ...attempt({ email: `nobody${i}@cast.example` }), address }, inWindow);
  const before = await db.signInEvent.count();
  const refused = await signIn({ ...attempt(world.users.amina), address }, inWindow);
  expect(refused).toMatchObject({ ok: false, problems: [{ field: "altcha", code: "prove" }] });
  expect(await db.signInEvent.count()).toBe(before);
  const wrong = await signIn({ ...attempt(world.users.amina, "wrong"), address, proven: true }, inWindow);
  expect(wrong).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringMatching(/password is wrong/) as string }, { code: "prove" }],
  });
  expect(await isIn(inWindow, { address, proven: true })).toBe(true);
  expect(await isIn(inWindow, { address, device: deviceCookie(undefined, world.users.amina.id, inWindow) })).toBe(true);
  expect(await isIn(inWindow, { address: "203.0.113.8" })).toBe(true);
  expect(await isIn(later(10 * 60_000), { address })).toBe(true);
});

test("login details work once and open only the page to choose a password", async () => {
  const issued = await credentials(inWindow);
  const first = await signIn(attempt(world.users.amina, issued.password), inWindow);
  expect(first.ok && first.value.purpose).toBe("choose_password");
  expect(await words(attempt(world.users.amina, issued.password))).not.toBe("in");
});

test("the same login details used twice at once sign in once", async () => {
  const issued = await credentials(inWindow);
  const both = await Promise.all([1, 2].map(() => signIn(attempt(world.users.amina, issued.password), inWindow)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("login details stop working after 72 hours, when sent again, and at the fifth wrong try", async () => {
  const first = await credentials(inWindow);
  expect(first.until).toEqual(later(72 * hour));
  expect(await words(attempt(world.users.amina, first.password), first.until)).not.toBe("in");
  const second = await credentials(inWindow);
  expect(await words(attempt(world.users.amina, first.password))).not.toBe("in");
  await wrongly(4);
  expect(await words(attempt(world.users.amina, second.password), later(25 * hour))).not.toBe("in");
});

test("sending login details lifts a lock and ends what was open", async () => {
  const open = await signIn(attempt(world.users.amina), inWindow);
  await wrongly(5);
  const issued = await credentials(inWindow);
  expect(await words(attempt(world.users.amina, issued.password))).toBe("in");
  expect(open.ok && (await sessionUser(open.value.token, inWindow))).toBeNull();
});

test("a password older than 365 days opens only the page to choose another", async () => {
  await choseLong(world.users.amina, later(-365 * 24 * hour));
  const outcome = await signIn(attempt(world.users.amina), inWindow);
  expect(outcome.ok && outcome.value.purpose).toBe("choose_password");
  const before = await signIn(attempt(world.users.amina), later(-1));
  expect(before.ok && before.value.purpose).toBe("full");
});

test("each attempt is kept with its result, and never with what was typed", async () => {
  await signIn(attempt(world.users.amina), inWindow);
  await wrongly(6);
  await signIn(attempt({ email: "nobody@cast.example" }), inWindow);
  const kept = await db.signInEvent.findMany({ orderBy: { id: "asc" } });
  expect(kept.map(({ result }) => result)).toEqual([
    "signed in",
    ...Array<string>(4).fill("wrong password"),
    "wrong password: locked now",
    "refused: locked",
    "unknown address",
  ]);
  expect(JSON.stringify(kept, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v))).not.toMatch(
    /wrong number|cast\.example/,
  );
});

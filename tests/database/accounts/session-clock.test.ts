import { openSession } from "@/lib/accounts/open-session";
import { sessionUser } from "@/lib/accounts/session-user";
import { signIn } from "@/lib/accounts/sign-in";
import { db, disconnect, system, transact } from "@/lib/db";
import { cast, inWindow, type Cast, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { attempt, choseLong } from "./people";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const later = (ms: number) => new Date(inWindow.getTime() + ms);
let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const opened = (who: PersonName, remembered: boolean) =>
  transact(system("test"), "a session", (tx) =>
    openSession(tx, { holder: world.users[who], purpose: "full", remembered, passwordAt: inWindow }, inWindow),
  );
const isIn = async (token: string, ms: number) => (await sessionUser(token, later(ms))) !== null;

/** How long a session lasts that is used every so often, to the step. */
async function lasts(token: string, every: number): Promise<number> {
  for (let at = every; ; at += every) if (!(await isIn(token, at))) return at;
}

test("half an hour without a request ends a session, to the millisecond", async () => {
  const token = await opened("amina", false);
  expect(await isIn(token, 30 * minute - 1)).toBe(true);
  expect(await isIn(token, 60 * minute - 2)).toBe(true);
  expect(await isIn(token, 90 * minute - 2)).toBe(false);
});

test("however often it is used, it ends after twelve hours", async () => {
  expect(await lasts(await opened("amina", false), 20 * minute)).toBe(12 * hour);
});

test("kept signed in, it ends after a week without a request, and after thirty days however often it is used", async () => {
  const token = await opened("amina", true);
  expect(await isIn(token, 7 * day - 1)).toBe(true);
  expect(await isIn(await opened("amina", true), 7 * day)).toBe(false);
  expect(await lasts(await opened("amina", true), 3 * day)).toBe(30 * day);
});

test.each<PersonName>(["sam", "nate", "shared"])("%s is never kept signed in", async (who) => {
  const token = await opened(who, true);
  expect((await sessionUser(token, inWindow))?.remembered).toBe(false);
  expect(await lasts(token, 20 * minute)).toBe(12 * hour);
});

test("a request is recorded once a minute at most", async () => {
  const token = await opened("amina", false);
  const seen = async () => (await db.session.findFirstOrThrow()).seenAt;
  for (let seconds = 0; seconds <= 60; seconds += 5) await isIn(token, seconds * 1000);
  expect(await seen()).toEqual(inWindow);
  await isIn(token, 61_000);
  expect(await seen()).toEqual(later(61_000));
});

test("each sign-in has a secret of 256 random bits of its own, of which the row holds a hash", async () => {
  await choseLong(world.users.amina, inWindow);
  const tokens = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const outcome = await signIn(attempt(world.users.amina), inWindow);
    if (outcome.ok) tokens.add(outcome.value.token);
  }
  expect(tokens.size).toBe(3);
  const rows = JSON.stringify(await db.session.findMany(), (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("base64url") : value,
  );
  for (const token of tokens) {
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(rows).not.toContain(token);
  }
});

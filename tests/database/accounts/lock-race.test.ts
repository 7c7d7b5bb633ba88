import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { deviceCookie } from "@/lib/accounts/known-device";
import { signIn } from "@/lib/accounts/sign-in";
import { db, disconnect } from "@/lib/db";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { attempt, choseLong } from "./people";

const root = join(__dirname, "../../..");
const processes = 4;
/** 100 tries in all; the long form tries 500. */
const each = Number(process.env.LOCK_RACE_EACH ?? 25);
/** Guesses of strangers while the owner signs in; the long form has 1,000. */
const guesses = Number(process.env.LOCK_RACE_GUESSES ?? 150);
let world: Cast;

jest.setTimeout(120_000);

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await choseLong(world.users.amina, inWindow);
});
afterAll(disconnect);

test("of a hundred wrong passwords at once, over four processes, exactly five are checked and one email is sent", async () => {
  const { email, id } = world.users.amina;
  const { passwordHash } = await db.account.findUniqueOrThrow({ where: { id } });
  const instances = Array.from({ length: processes }, () => instance(email, passwordHash ?? ""));
  await Promise.all(instances.map(({ ready }) => ready));
  instances.forEach(({ go }) => go());
  const said = await Promise.all(instances.map(({ answer }) => answer));
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  expect(sum(said.map(({ tried }) => tried))).toBe(processes * each);
  expect(sum(said.map(({ busy }) => busy))).toBeLessThan((processes * each) / 2);
  expect(sum(said.map(({ checked }) => checked))).toBe(5);
  expect(new Set(said.flatMap(({ words }) => words)).size).toBe(1);
  expect(await db.email.count({ where: { template: "account-locked" } })).toBe(1);
  expect((await signIn(attempt(world.users.amina), inWindow)).ok).toBe(false);
});

test("while strangers keep the address locked, the owner can always sign in at her own computer", async () => {
  const device = deviceCookie(undefined, world.users.amina.id, inWindow);
  let made = 0;
  let burning = true;
  const strangers = Array.from({ length: 4 }, async () => {
    while (burning) await signIn(attempt(world.users.amina, `guess ${made++}`), inWindow);
  });
  const answers = [];
  while (answers.length < 50 || made < guesses)
    answers.push((await signIn({ ...attempt(world.users.amina), device }, inWindow)).ok);
  burning = false;
  await Promise.all(strangers);
  expect(answers).toEqual(answers.map(() => true));
  expect(await db.signInEvent.count({ where: { result: { not: "signed in" } } })).toBe(made);
});

interface Said {
  checked: number;
  tried: number;
  busy: number;
  words: string[];
}

function instance(email: string, own: string) {
  const script = join(__dirname, "many-tries.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, email, own, String(each), inWindow.toISOString()], {
    cwd: root,
    env: { ...process.env, DATABASE_POOL: "12", NODE_OPTIONS: "" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ready = lines.next();
  return {
    ready,
    go: () => void child.stdin.end("go\n"),
    answer: ready.then(async () => JSON.parse(String((await lines.next()).value)) as Said),
  };
}

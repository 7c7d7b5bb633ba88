import * as argon2 from "@node-rs/argon2";
import pg from "pg";
import { signIn } from "@/lib/accounts/sign-in";
import { disconnect, system, transact } from "@/lib/db";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { attempt, choseLong } from "./people";

jest.mock("@node-rs/argon2", () => {
  const real = jest.requireActual<typeof argon2>("@node-rs/argon2");
  return { ...real, verify: jest.fn(real.verify) };
});

let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  for (const person of [world.users.amina, world.users.ben, world.users.carla, world.users.dan])
    await choseLong(person, inWindow);
  await transact(system("test"), "set up", async (tx) => {
    await tx.account.update({ where: { id: world.users.carla.id }, data: { deactivatedAt: inWindow } });
    await tx.account.update({ where: { id: world.users.dan.id }, data: { passwordHash: null, passwordSetAt: null } });
  });
  for (let i = 0; i < 5; i++) await signIn(attempt(world.users.ben, "wrong"), inWindow);
});
afterAll(disconnect);

test("unknown, wrong, locked, closed and never used: the same words, hash checks and queries", async () => {
  const asked = jest.spyOn(pg.Client.prototype, "query");
  const cost = async (email: string, password?: string) => {
    asked.mockClear();
    jest.mocked(argon2.verify).mockClear();
    const outcome = await signIn(attempt({ email }, password), inWindow);
    const statements = asked.mock.calls.map(([query]: unknown[]) =>
      typeof query === "string" ? query : (query as { text: string }).text,
    );
    return {
      outcome,
      hashChecks: jest.mocked(argon2.verify).mock.calls.length,
      statements: statements.map((text) => text.trim().slice(0, 40)),
    };
  };
  const wrong = await cost(world.users.amina.email, "wrong");
  expect(wrong.hashChecks).toBe(1);
  expect(wrong.statements.length).toBeGreaterThanOrEqual(8);
  const others = {
    unknown: await cost("nobody@cast.example"),
    locked: await cost(world.users.ben.email),
    "locked, and wrong": await cost(world.users.ben.email, "wrong"),
    closed: await cost(world.users.carla.email),
    "never used": await cost(world.users.dan.email),
  };
  for (const [which, other] of Object.entries(others)) expect({ which, ...other }).toEqual({ which, ...wrong });
  asked.mockRestore();
});

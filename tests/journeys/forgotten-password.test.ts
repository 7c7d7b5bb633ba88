import pg from "pg";
import { mailMeALink } from "@/app/(public)/forgotten-password/actions";
import { signIn } from "@/lib/accounts/sign-in";
import { db, disconnect, system, transact } from "@/lib/db";
import { forgetLimits } from "@/lib/web/rate-limit";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

const mockLater: (() => Promise<void>)[] = [];
jest.mock("next/server", () => ({
  ...jest.requireActual<object>("next/server"),
  after: (work: () => Promise<void>) => mockLater.push(work),
}));
jest.mock("@/lib/web/session", () => ({}));
jest.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ origin: process.env.APP_ORIGIN ?? "", "x-forwarded-for": "10.0.0.9" })),
}));
jest.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`goes to ${to}`);
  },
}));

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  mockLater.length = 0;
});
afterAll(async () => {
  await forgetLimits();
  await disconnect();
});

/** What was answered, and what the database was asked until then. */
async function asked(email: string, meant?: string) {
  const form = new FormData();
  form.set("email", email);
  if (meant !== undefined) form.set("meant", meant);
  const queries = jest.spyOn(pg.Client.prototype, "query");
  const said = await mailMeALink({ problems: [], typed: {} }, form).catch(String);
  const statements = queries.mock.calls.map(([query]: unknown[]) =>
    typeof query === "string" ? query : (query as { text: string }).text,
  );
  queries.mockRestore();
  return { said, statements, later: mockLater.length };
}

test("whoever asks for a link is answered before the service checks whether the address is known", async () => {
  const { amina, ben, carla } = world.users;
  for (let i = 0; i < 5; i++)
    await signIn({ email: ben.email, password: "wrong", remember: false, address: null, browser: null }, inWindow);
  await transact(system("test"), "closed", (tx) =>
    tx.account.update({ where: { id: carla.id }, data: { deactivatedAt: inWindow } }),
  );
  const first = await asked(amina.email);
  expect(first.said).toBe("Error: goes to /forgotten-password?sent=yes");
  expect(first.statements.length).toBeGreaterThan(0);
  expect(first.statements.filter((text) => /account/i.test(text))).toEqual([]);
  for (const [nth, email] of ["nobody@cast.example", ben.email, carla.email].entries())
    expect(await asked(email)).toEqual({ ...first, later: nth + 2 });
  for (const work of mockLater) await work();
  const mails = await db.email.findMany({ where: { template: "password-reset" }, orderBy: { queuedAt: "asc" } });
  expect(mails.map(({ to }) => to).sort()).toEqual([amina.email, ben.email].sort());
});

test("whoever asks for a link to an address that looks mistyped is asked about it once", async () => {
  const message = "Did you mean amina@gmail.com? Correct the address, or press Email me a link again if it is right";
  expect((await asked("amina@gmial.com")).said).toMatchObject({ problems: [{ field: "email", message }] });
  expect(mockLater).toHaveLength(0);
  expect((await asked("amina@gmial.com", "amina@gmial.com")).said).toMatch(/sent=yes/);
});

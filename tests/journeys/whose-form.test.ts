import { makeShared } from "@/app/(admin)/admin/shared-accounts/actions";
import { ask } from "@/app/(dashboard)/accounts/access/actions";
import type { User } from "@/lib/access/user";
import { db, disconnect, rehearse } from "@/lib/db";
import { ownerField, proofField, type FormAnswer } from "@/lib/outcome";
import { makeSharedAccount } from "@/lib/people/support/make-shared-account";
import { takeAnswer } from "@/lib/web/answer-with";
import { formOwner } from "@/lib/web/form-owner";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let mockUser: User | null = null;
let mockHeaders: Record<string, string> = {};
jest.mock("@/lib/web/session", () => ({ whoPosted: () => Promise.resolve(mockUser) }));
jest.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers(mockHeaders)) }));
jest.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`goes to ${to}`);
  },
}));

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  mockHeaders = { origin: process.env.APP_ORIGIN ?? "", "x-request-id": "one", "next-action": "1" };
});
afterAll(disconnect);

type Action = (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;

/** What an action says back: problems beside their fields, or where it leads. */
async function sent(action: Action, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return action({ problems: [], typed: {} }, form).catch((fault: unknown) => ({
    goes: (fault as Error).message,
    problems: [],
    typed: {},
  }));
}
const asks = (more: Record<string, string> = {}) =>
  sent(ask, { location: String(world.at.hawthorn), level: "standard", declare: "yes", ...more });

test("a form that someone opened is not sent in the name of the next person to sign in, and stays as it was typed", async () => {
  mockUser = world.users.amina;
  const others = await asks({ [ownerField]: formOwner(world.users.dan) });
  expect(others.problems).toEqual([
    { message: expect.stringMatching(/^Someone else opened this form\. .*Amina Yusuf is signed in/) as string },
  ]);
  expect(others.typed).toMatchObject({ location: String(world.at.hawthorn), declare: "yes" });
  expect(others.typed).not.toHaveProperty(ownerField);
  expect(await db.accessRequest.count()).toBe(0);
  expect(await asks({ [ownerField]: formOwner(world.users.amina) })).toMatchObject({
    goes: "goes to /accounts/access?asked=1",
  });
});

test("that is said before any other problem with it", async () => {
  mockUser = world.users.amina;
  const { problems } = await sent(ask, { level: "none", [ownerField]: formOwner(world.users.dan) });
  expect(problems).toHaveLength(1);
});

test("without JavaScript the answer is a page with what was typed, whatever page the form stood on", async () => {
  mockUser = world.users.amina;
  delete mockHeaders["next-action"];
  await asks({ [ownerField]: formOwner(world.users.dan) });
  expect(takeAnswer("one")).toMatchObject({ status: 409, page: { heading: "Someone else opened this form" } });
});

test("with a shared account, another person counts as someone else, and the same person does not", () => {
  const desk = { id: 7, onBehalfOf: "Ada" };
  expect(formOwner(desk)).not.toBe(formOwner({ id: 7, onBehalfOf: "Bea" }));
  expect(formOwner(desk)).toBe(formOwner({ id: 7, onBehalfOf: "Ada" }));
});

const shared = {
  fullName: "Rosewood day desk",
  email: "desk@rosewood.example",
  telephone: "01632 960 003",
  kind: "care_home",
  reason: "Asked for.",
};

test("where the password is asked for again, what else there is to put right is said in the same round", async () => {
  mockUser = { ...world.users.sam, passwordAt: new Date("2020-01-01") };
  const fieldsOf = async (more: Record<string, string>) =>
    (await sent(makeShared, { ...shared, ...more })).problems.map(({ field }) => field);
  expect(await fieldsOf({ telephone: "12", fullName: "" })).toEqual([proofField, "fullName", "telephone", "target"]);
  expect(await fieldsOf({ reason: "x".repeat(1001) })).toEqual([proofField, "reason"]);
  expect(await fieldsOf({ target: `location:${world.at.rosewood}` })).toEqual([proofField]);
  expect(await db.account.count({ where: { email: shared.email } })).toBe(0);
});

test("a rehearsal says what would be wrong and keeps nothing", async () => {
  const made = { ...shared, kind: "care_home" as const, targets: [`location:${world.at.rosewood}` as const] };
  const before = [await db.account.count(), await db.email.count(), await db.audit.count()];
  expect(await rehearse(() => makeSharedAccount(world.users.sam, made, inWindow))).toMatchObject({ ok: true });
  expect([await db.account.count(), await db.email.count(), await db.audit.count()]).toEqual(before);
  expect(await makeSharedAccount(world.users.sam, made, inWindow)).toMatchObject({ ok: true });
});

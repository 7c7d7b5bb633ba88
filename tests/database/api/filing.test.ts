import fc from "fast-check";
import { GET as readAsked, POST as fileReturn } from "@/app/api/v1/locations/[location]/returns/[collection]/route";
import { POST as confirm } from "@/app/api/v1/locations/[location]/beds/confirmation/route";
import { GET as readBeds, POST as sendBeds } from "@/app/api/v1/locations/[location]/beds/route";
import { GET as readLocations } from "@/app/api/v1/locations/route";
import { GET as readReceipt } from "@/app/api/v1/receipts/[reference]/route";
import { GET as readReceipts } from "@/app/api/v1/receipts/route";
import { GET as readWindows } from "@/app/api/v1/windows/route";
import { keyOf, makeKey } from "@/lib/api/make-key";
import { now as today } from "@/lib/clock";
import { db, disconnect } from "@/lib/db";
import { checkReturnOf } from "@/lib/returns/check-return";
import { forgetLimits } from "@/lib/web/rate-limit";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf, rosewoodTyped } from "@/tests/support/returns";
import { sentFrom } from "@/tests/support/sent";

jest.mock("@/lib/clock", () => ({ now: jest.fn() }));

let world: Cast;
let key: string;
const everything = ["read", "file", "beds"];

beforeEach(async () => {
  jest.mocked(today).mockReturnValue(inWindow);
  await emptyDatabase();
  await forgetLimits();
  world = await cast();
  key = await keyFor(everything);
});
afterAll(async () => {
  await forgetLimits();
  await disconnect();
});

async function keyFor(scopes: string[], who: "ben" | "carla" = "ben"): Promise<string> {
  const locations = who === "ben" ? [world.at.rosewood] : [world.at.willowbank];
  const made = await makeKey(world.users[who], { label: "Rota Records", scopes, locations, days: "30" }, inWindow);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return keyOf(made.value.nonce);
}

type Handler<P> = (request: Request, props: { params: Promise<P> }) => Promise<Response>;
let sendings = 0;

interface Sent {
  body?: unknown;
  idempotency?: string;
  key?: string;
  query?: string;
}

async function ask<P>(handler: Handler<P>, params: P, { body, idempotency, key: other, query = "" }: Sent = {}) {
  const request = new Request(`http://localhost/api/v1/x/${Object.values(params ?? {}).join("/")}${query}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${other ?? key}`,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(body !== undefined && { "idempotency-key": idempotency ?? `sending-${++sendings}` }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answer = await handler(request, { params: Promise.resolve(params) });
  return { status: answer.status, type: answer.headers.get("content-type"), said: (await answer.json()) as never };
}

const rosewood = () => ({ location: String(world.at.rosewood), collection: "care_home" });
const figures = sentFrom(rosewoodTyped);

test("a system files a return as its key's maker, and the record says by which key", async () => {
  const { status, said } = await ask(fileReturn, rosewood(), { body: figures });
  expect(status).toBe(201);
  expect(said).toMatchObject({ location: world.at.rosewood, collection: "care_home", month: "2026-11", late: false });
  const row = await db.return.findFirstOrThrow({ where: { reference: (said as { reference: string }).reference } });
  expect(row).toMatchObject({
    ...{ source: "api", submittedById: world.users.ben.id, onBehalfOf: "Rota Records, by its key" },
  });
});

test("what is sent again under its Idempotency-Key is filed once and gets the same receipt, also both at once", async () => {
  const sent = { body: figures, idempotency: "monthly-1" };
  const [one, other] = await Promise.all([ask(fileReturn, rosewood(), sent), ask(fileReturn, rosewood(), sent)]);
  expect(other).toEqual(one);
  expect(await ask(fileReturn, rosewood(), sent)).toEqual(one);
  expect(await db.return.count()).toBe(1);
});

test("an Idempotency-Key is needed, and stands for one thing", async () => {
  await ask(fileReturn, rosewood(), { body: figures, idempotency: "monthly-1" });
  const changed = { ...figures, answers: { ...figures.answers, hours_absent: 1 } };
  expect(await ask(fileReturn, rosewood(), { body: changed, idempotency: "monthly-1" })).toMatchObject({
    status: 422,
    said: { title: "This Idempotency-Key was used for something else" },
  });
  for (const idempotency of ["", "a b", "x".repeat(101)])
    expect(await ask(fileReturn, rosewood(), { body: figures, idempotency })).toMatchObject({ status: 400 });
  expect(await db.return.count()).toBe(1);
});

test("what the form refuses is refused in the form's words, each with its place in what was sent", async () => {
  const typed = { ...rosewoodTyped, "beds.GEN_RES.occupied": "99", nurses_employed: "x" };
  const { status, type, said } = await ask(fileReturn, rosewood(), { body: sentFrom(typed) });
  expect([status, type]).toEqual([422, "application/problem+json"]);
  const byForm = await checkReturnOf(world.users.amina, filingOf(world.at.rosewood, { typed }), inWindow);
  const errors = (said as { errors: { message: string; pointer: string }[] }).errors;
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.map(({ message }) => message)).toEqual(byForm.ok ? [] : byForm.problems.map(({ message }) => message));
  expect(errors.map(({ pointer }) => pointer)).toContain("#/beds/types/GEN_RES/occupied");
  expect(await db.return.count()).toBe(0);
});

test("a nil return and “nothing has changed” go through their own commands", async () => {
  await ask(fileReturn, rosewood(), { body: figures });
  const asked = await ask(readAsked, rosewood());
  const { figures: looked } = asked.said as { figures: string };
  expect(await ask(fileReturn, rosewood(), { body: { unchanged: { figures: "0.0" } } })).toMatchObject({ status: 422 });
  expect(await ask(fileReturn, rosewood(), { body: { unchanged: { figures: looked } } })).toMatchObject({
    status: 201,
  });
  const nil = { nil: { reason: "no_people" } };
  const refused = await ask(fileReturn, rosewood(), { body: nil });
  expect(refused.status).toBe(422);
  const codes = (refused.said as { errors: { code: string; warning: true }[] }).errors;
  expect(codes.map(({ warning }) => warning)).toEqual(codes.map(() => true));
  const accepted = codes.map(({ code }) => ({ code }));
  expect(await ask(fileReturn, rosewood(), { body: { ...nil, accepted } })).toMatchObject({ status: 201 });
  const sources = await db.return.findMany({ orderBy: { id: "asc" }, select: { source: true } });
  expect(sources.map(({ source }) => source)).toEqual(["api", "api", "nil"]);
});

test("beds are stated and confirmed by a key that is for beds", async () => {
  const at = { location: String(world.at.rosewood) };
  expect(await ask(sendBeds, at, { body: { beds: figures.beds } })).toMatchObject({ status: 201 });
  const { said } = await ask(readBeds, at);
  const { statement, beds } = said as { statement: number; beds: { types: object } };
  expect(beds.types).toMatchObject({ GEN_RES: { capacity: 20 } });
  expect(await ask(confirm, at, { body: { statement } })).toMatchObject({ status: 201 });
  expect(await ask(confirm, at, { body: { statement: statement + 100 } })).toMatchObject({ status: 422 });
  expect((await db.bedUpdate.findMany()).map(({ source }) => source)).toEqual(["api", "api"]);
});

test("windows, locations and receipts are read, and each answers for the key's own locations", async () => {
  const filed = await ask(fileReturn, rosewood(), { body: figures });
  const { reference } = filed.said as { reference: string };
  expect((await ask(readWindows, {})).said).toMatchObject({ latestOpened: { month: "2026-11", open: true } });
  expect((await ask(readLocations, {})).said).toMatchObject({
    locations: [
      { id: world.at.rosewood, returns: expect.arrayContaining([{ ...anyOf, lastFiled: reference }]) as never },
    ],
  });
  expect((await ask(readReceipts, {})).said).toMatchObject({ receipts: [{ reference }], next: null });
  expect((await ask(readReceipt, { reference })).said).toMatchObject({ reference, counts: true, nil: null });
  const strange = await keyFor(everything, "carla");
  expect((await ask(readReceipts, {}, { key: strange })).said).toEqual({ receipts: [], next: null });
  expect(await ask(readReceipt, { reference }, { key: strange })).toMatchObject({ status: 404 });
});
const anyOf = { collection: "care_home", state: "filed", month: "2026-11", monthly: true };

test("what a key is not for is refused, and what is someone else's is not found", async () => {
  const reader = await keyFor(["read"]);
  const strange = await keyFor(everything, "carla");
  const bad = "ctk_wrong";
  const at = { location: String(world.at.rosewood) };
  for (const [handler, params, body] of [
    [fileReturn, rosewood(), figures],
    [sendBeds, at, { beds: {} }],
    [confirm, at, { statement: 1 }],
  ] as [Handler<object>, object, unknown][]) {
    expect(await ask(handler, params, { body, key: reader })).toMatchObject({ status: 403 });
    expect(await ask(handler, params, { body, key: strange })).toMatchObject({ status: 404 });
    expect(await ask(handler, params, { body, key: bad })).toMatchObject({ status: 401 });
  }
  expect(await ask(readAsked, rosewood(), { key: strange })).toMatchObject({ status: 404 });
  expect(await ask(readBeds, at, { key: strange })).toMatchObject({ status: 404 });
  expect(await ask(readAsked, { ...rosewood(), collection: "constructor" })).toMatchObject({ status: 404 });
  expect(await ask(fileReturn, { ...rosewood(), collection: "home_care" }, { body: figures })).toMatchObject({
    status: 422,
  });
  expect(await db.return.count()).toBe(0);
});

test("what is asked is said as a JSON Schema made from this month's questions and bed types", async () => {
  const { said } = await ask(readAsked, rosewood());
  expect(said).toMatchObject({
    ...{ month: "2026-11", late: false, standing: null, figures: null },
    schema: {
      properties: {
        answers: { properties: { nurses_employed: { type: ["integer", "null"] } } },
        beds: { properties: { types: { properties: { GEN_RES: { title: "General residential" } } } } },
      },
    },
  });
});

/** Bodies of any kind, in and around the shape that an address takes: its parts are what is in `key`. */
function anyBody(key: string): fc.Arbitrary<string> {
  const name = fc.constantFrom(
    "answers",
    "beds",
    "nil",
    "unchanged",
    "accepted",
    "standing",
    "types",
    "__proto__",
    "x",
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue(),
      fc.constantFrom("\ud800", "\u0000", 1e308, -0, "yes", "12", "constructor"),
      fc.dictionary(name, tie("any"), { maxKeys: 4 }),
      fc.array(tie("any"), { maxLength: 3 }),
    ),
  })).any;
  return fc.oneof(
    fc.string(),
    value.map((any) => JSON.stringify(any)),
    value.map((any) => JSON.stringify({ [key]: any })),
  );
}

test("a thousand bodies of any kind get a problem that says so, never a fault of ours, and nothing is stored", async () => {
  const open = await keyFor(everything);
  for (const [handler, part, numRuns] of [
    [fileReturn, "answers", 1000],
    [sendBeds, "beds", 300],
    [confirm, "statement", 100],
  ] as [Handler<object>, string, number][])
    for (const sent of fc.sample(anyBody(part), { numRuns, seed: 17 })) {
      const { status, type } = await ask(handler, rosewood(), { body: sent, key: open });
      expect([sent, status >= 400 && status < 500, type]).toEqual([sent, true, "application/problem+json"]);
    }
  expect(await db.return.count()).toBe(0);
  expect(await db.bedUpdate.count()).toBe(0);
}, 120_000);

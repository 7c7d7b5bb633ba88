import type { Server } from "node:http";
import { keyOf, makeKey } from "@/lib/api/make-key";
import { now as today } from "@/lib/clock";
import { db, disconnect } from "@/lib/db";
import { forgetLimits } from "@/lib/web/rate-limit";
import { points, tried } from "@/scripts/conformance/points";
import { ServiceAsked } from "@/scripts/conformance/service-asked";
import { apiServer, type Breaks } from "@/tests/support/api-server";
import { cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

jest.mock("@/lib/clock", () => ({ now: jest.fn() }));

let key: string;
const servers: Server[] = [];

beforeAll(async () => {
  jest.mocked(today).mockReturnValue(inWindow);
  await emptyDatabase();
  await forgetLimits();
  const { users, at } = await cast();
  const asked = { label: "Kit", scopes: ["read", "file", "beds"], locations: [at.rosewood], days: "30" };
  const made = await makeKey(users.ben, asked, inWindow);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  key = keyOf(made.value.nonce);
});
afterAll(async () => {
  for (const server of servers) server.close();
  await forgetLimits();
  await disconnect();
});

async function failing(breaks?: Breaks): Promise<string[]> {
  const { url, server } = await apiServer(breaks);
  servers.push(server);
  const results = await tried(new ServiceAsked(url, key));
  return results.flatMap(({ name, wrong }) => (wrong === null ? [] : [`${name}: ${wrong}`]));
}

const pathOf = (request: Request) => new URL(request.url).pathname.replace("/api/v1", "");
const json = async (answer: Response) => (await answer.json()) as Record<string, never>;
/** An answer with something of its body changed. */
const said = async (answer: Response, change: (body: Record<string, never>) => object) =>
  new Response(JSON.stringify(change(await json(answer))), { status: answer.status, headers: answer.headers });

/** For each point, a service that breaks the promise. */
const broken: Record<string, Breaks> = {
  "describes itself in OpenAPI 3.1": (request, answer) =>
    pathOf(request) === "/openapi.json" ? said(answer, (body) => ({ ...body, openapi: "2.0" })) : answer,
  "knows the key": (request, answer) => (pathOf(request) === "" ? Response.json({}) : answer),
  "asks for a key where none is sent": (_request, answer) => {
    answer.headers.delete("www-authenticate");
    return answer;
  },
  "lists the key's areas": (request, answer) => (pathOf(request) === "/areas" ? Response.json({}) : answer),
  "does not find the figures of someone else's area": (request, answer) =>
    pathOf(request).startsWith("/areas/") ? Response.json({}) : answer,
  "refuses a key that is none": (request, answer) =>
    request.headers.get("authorization")?.endsWith("none") ? Response.json({}) : answer,
  "says when the windows open and close": (request, answer) =>
    pathOf(request) === "/windows" && answer.ok
      ? said(answer, ({ latestOpened, next }) => ({ latestOpened: next, next: latestOpened }))
      : answer,
  "lists the key's locations": (request, answer) =>
    pathOf(request) === "/locations" ? said(answer, (body) => ({ ...body, locations: "none" })) : answer,
  "says what is asked": (request, answer) =>
    request.method === "GET" && /returns/.test(pathOf(request)) && answer.ok
      ? said(answer, (body) => ({ ...body, schema: {} }))
      : answer,
  "does not find the location of someone else": (request, answer) =>
    pathOf(request).startsWith("/locations/999999999") ? new Response(null, { status: 403 }) : answer,
  "asks for an Idempotency-Key": (request, answer) =>
    request.method === "POST" && !request.headers.has("idempotency-key") ? Response.json({}, { status: 201 }) : answer,
  "refuses what is not JSON": async (request, answer) =>
    request.method === "POST" && (await request.text()) === "{" ? new Response(null, { status: 500 }) : answer,
  "refuses a field that it does not know": async (request, answer) =>
    request.method === "POST" && (await request.text()).includes("strange")
      ? Response.json({}, { status: 201 })
      : answer,
  "says what to put right, and where": (_request, answer) =>
    answer.status === 422 ? said(answer, ({ errors: _errors, ...body }) => body) : answer,
  "lets an Idempotency-Key stand for one thing": async (request, answer) =>
    request.method === "POST" && (await request.text()).includes("accepted")
      ? Response.json({}, { status: 201 })
      : answer,
  "lists receipts": (request, answer) => (pathOf(request) === "/receipts" ? Response.json([]) : answer),
};

test("our own service keeps every promise of the API, and trying that files nothing", async () => {
  expect(await failing()).toEqual([]);
  expect(await db.return.count()).toBe(0);
});

test("there is a broken service for each point", () => {
  expect(Object.keys(broken).sort()).toEqual(points.map(({ name }) => name).sort());
});

test.each(Object.keys(broken))("a service that breaks “%s” fails in that", async (name) => {
  const wrong = await failing(broken[name]);
  expect(wrong.map((each) => each.split(": ")[0])).toContain(name);
  expect(wrong.length).toBeLessThanOrEqual(points.length / 2);
});

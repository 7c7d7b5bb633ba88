import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { NextRequest } from "next/server";
import { isAction } from "@/lib/web/action";
import { db, disconnect } from "@/lib/db";
import { cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { postsFrom } from "@/tests/support/posts-from";

const mockAsked = jest.fn<never, []>(() => {
  throw new Error("who is asking?");
});
let mockSent: Record<string, string> = {};
jest.mock("@/lib/web/session", () => ({
  ...Object.fromEntries(
    [
      "currentUser",
      "visitor",
      "sessionFor",
      "supportUser",
      "liveSession",
      "sessionToken",
      "signOut",
      "keepSession",
    ].map((name) => [name, () => mockAsked()]),
  ),
  cookieName: (name: string) => name,
  cookieOptions: () => ({}),
}));
jest.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers(mockSent)),
  cookies: () => mockAsked(),
}));
jest.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`goes to ${to}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
  forbidden: () => {
    throw new Error("forbidden");
  },
}));

type Action = (...args: unknown[]) => Promise<unknown>;

const root = path.join(__dirname, "../..");
const inApp = readdirSync(path.join(root, "app"), { recursive: true }) as string[];
const files = inApp.filter((file) => file.endsWith("/actions.ts"));
/**
 * The addresses that take a post, but for those that only say that we are away, and those that mail programs post to:
 * Resend signs what it posts, and "unsubscribe" needs the secret of its email.
 */
const posts = inApp.filter(
  (file) =>
    file.endsWith("/route.ts") &&
    !["outage/route.ts", "abroad/route.ts"].includes(file) &&
    !file.startsWith("api/mail/") &&
    /export (async function|const) POST\b/.test(readFileSync(path.join(root, "app", file), "utf8")),
);
/** Other systems are known by the key that they send, which no browser adds by itself, and not by where they post from. */
const ofSystems = posts.filter((file) => file.startsWith("api/v1/"));
const routes = posts.filter((file) => !ofSystems.includes(file));
const matrix = postsFrom(process.env.APP_ORIGIN ?? "");
const actions: [string, Action][] = [];

beforeAll(async () => {
  for (const file of files) {
    const exported = (await import(path.join(root, "app", file))) as Record<string, Action>;
    for (const [name, action] of Object.entries(exported)) actions.push([`${file} ${name}`, action]);
  }
  await emptyDatabase();
  await cast();
});
afterAll(disconnect);

/** Calls an action as Next does that took its post for a good one. A plain form's is given the form alone. */
const called = (action: Action): Promise<string> =>
  (action.length === 1 ? action(new FormData()) : action({ problems: [], typed: {} }, new FormData())).then(
    () => "answered",
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );

const written = () =>
  Promise.all([
    db.audit.count(),
    db.email.count(),
    db.session.count(),
    db.signInEvent.count(),
    db.accessRequest.count(),
  ]);

test("there are actions to call", () => {
  expect(actions.length).toBeGreaterThan(40);
  expect(actions.filter(([, action]) => !isAction(action))).toEqual([]);
});

test.each(matrix)("if no proxy has checked, $says is judged by every action itself", async ({ headers, ours }) => {
  mockSent = headers;
  const before = await written();
  const wrong: string[] = [];
  for (const [name, action] of actions) {
    mockAsked.mockClear();
    const said = await called(action);
    const letIn = said !== "forbidden";
    if (letIn !== (ours === true)) wrong.push(`${name}: ${said}`);
    if (!ours && mockAsked.mock.calls.length > 0) wrong.push(`${name} asked who it is before where from`);
  }
  expect(wrong).toEqual([]);
  expect(await written()).toEqual(before);
});

test("an address that takes a post judges it too", async () => {
  expect(routes.length).toBeGreaterThan(2);
  for (const file of routes) {
    const { POST } = (await import(path.join(root, "app", file))) as { POST: (request: Request) => Promise<Response> };
    for (const { says, headers, ours } of matrix) {
      mockSent = headers;
      mockAsked.mockClear();
      const url = `${process.env.APP_ORIGIN ?? ""}/somewhere`;
      const post = new NextRequest(url, { method: "POST", headers: { host: new URL(url).host, ...headers } });
      const status = await POST(post).then(
        (answer) => answer.status,
        (thrown: unknown) => (thrown instanceof Error ? thrown.message : thrown),
      );
      expect([file, says, status]).toEqual([file, says, ours ? "who is asking?" : 403]);
    }
  }
});

test("an address for other systems asks for a key, wherever a post comes from, and asks no session", async () => {
  expect(ofSystems.length).toBeGreaterThan(2);
  for (const file of ofSystems) {
    const { POST } = (await import(path.join(root, "app", file))) as {
      POST: (request: Request, props: { params: Promise<object> }) => Promise<Response>;
    };
    for (const { says, headers } of matrix) {
      mockAsked.mockClear();
      const cookie = "capacity-session=someone-signed-in";
      const post = new NextRequest("http://localhost/somewhere", { method: "POST", headers: { ...headers, cookie } });
      const { status } = await POST(post, { params: Promise.resolve({}) });
      expect([file, says, status, mockAsked.mock.calls.length]).toEqual([file, says, 401, 0]);
    }
  }
});

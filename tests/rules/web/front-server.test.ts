import { createServer, request, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { forgetEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { answerWith } from "@/lib/web/answer-with";
import { frontServer } from "@/lib/web/front-server";
import { reportFault } from "@/lib/web/report-fault";

/** Stands in for Next: the path of a request says what happens. */
const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
const slow: (() => void)[] = [];
const behind = createServer((request, response) => {
  const id = String(request.headers["x-request-id"]);
  const path = request.url ?? "";
  asked.push({ url: path, headers: request.headers });
  if (path.endsWith("/theirs") || path === "/page-not-found") {
    response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
    const drawn =
      '<link rel="preload" as="script" href="/a.js"/><script src="/a.js"></script><h1 nonce="n">Page not found</h1>';
    return void response.end(path === "/theirs" ? '<html id="__next_error__"><script>draw()</script></html>' : drawn);
  }
  if (path === "/slow") return void slow.push(() => response.end("slow"));
  if (path === "/busy") answerWith(id, { status: 503 });
  if (path === "/long") answerWith(id, { status: 413 });
  const report = (message: string, code?: string) =>
    reportFault(Object.assign(new Error(message), { code }), { path, method: "GET", headers: request.headers });
  if (path === "/locked") report("canceling statement due to lock timeout", "55P03");
  if (path === "/full") report("timeout exceeded when trying to connect");
  if (path === "/broken") report("Cannot read properties of undefined");
  if (path === "/twice") {
    answerWith(id, { status: 503 });
    report("canceling statement due to lock timeout", "55P03");
  }
  if (path === "/cut") report("Unexpected end of form");
  request.resume().on("end", () => {
    response.statusCode = /^\/(?:locked|full|twice|broken|cut|unread)/.test(path) ? 500 : 200;
    if (path === "/page") response.setHeader("Content-Security-Policy", "the page's own");
    response.setHeader("Set-Cookie", ["a=1", "b=2"]);
    response.end("the page, with what was typed");
  });
});
let front: Server;
const warned = jest.spyOn(log, "warn").mockReturnValue(undefined);
const erred = jest.spyOn(log, "error").mockReturnValue(undefined);

const listening = (server: Server) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const portOf = (server: Server) => (server.address() as AddressInfo).port;

function settings(changes: Record<string, string> = {}): void {
  Object.assign(process.env, {
    SERVICE_MODE: "demo",
    APP_ORIGIN: "https://tracker.example",
    DATABASE_URL: "postgres://nowhere",
    SECRET_KEY: "a key for this test that is long enough",
    TRUSTED_PROXIES: "0",
    ...changes,
  });
  forgetEnv();
}

beforeAll(async () => {
  settings();
  await listening(behind);
  front = frontServer(portOf(behind));
  await listening(front);
});
beforeEach(() => {
  settings();
  asked.length = 0;
  jest.clearAllMocks();
});
afterAll(async () => {
  await new Promise((closed) => front.close(closed));
  await new Promise((closed) => behind.close(closed));
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const ask = (
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const sent = request({
      host: "127.0.0.1",
      port: portOf(front),
      path,
      method,
      headers: { host: "tracker.example", ...headers },
    });
    sent.on("error", reject).on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.end(body);
  });

test("a page comes with its own headers, its cookies, and the headers that every answer has", async () => {
  const page = await ask("/page");
  expect([page.status, page.text]).toEqual([200, "the page, with what was typed"]);
  expect(page.headers["content-security-policy"]).toBe("the page's own");
  expect(page.headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  expect(page.headers["x-content-type-options"]).toBe("nosniff");
  expect((await ask("/file.css")).headers["content-security-policy"]).toMatch(/^default-src 'none'/);
});

test("what is not found is a whole page without scripts, also where Next would send an empty one", async () => {
  const page = await ask("/theirs", { headers: { cookie: "capacity-session=x" } });
  expect([page.status, page.text]).toEqual([404, "<h1>Page not found</h1>"]);
  expect(asked.map(({ url }) => url)).toEqual(["/theirs", "/page-not-found"]);
  expect(asked[1]?.headers.cookie).toBeUndefined();
  expect(page.headers["x-request-id"]).toBe(asked[0]?.headers["x-request-id"]);
  const again = await ask("/theirs");
  expect(again.text).toBe("<h1>Page not found</h1>");
  const policies = [page, again].map(({ headers }) => headers["content-security-policy"]);
  expect(policies).toEqual([expect.stringMatching(/'nonce-/), expect.stringMatching(/'nonce-/)]);
  expect(policies[0]).not.toBe(policies[1]);
  expect(asked.map(({ url }) => url)).toEqual(["/theirs", "/page-not-found", "/theirs"]);
  const forScript = await ask("/theirs", { headers: { rsc: "1" } });
  expect([forScript.status, forScript.text]).toEqual([404, expect.stringContaining("draw()")]);
});

test.each([
  ["PUT", 405, "wrong-method"],
  ["GET", 404, "not-found"],
] as const)("another system that asks %s of the API is refused in problem details", async (method, status, kind) => {
  const answer = await ask("/api/v1/theirs", { method });
  expect([answer.status, answer.headers["content-type"]]).toEqual([status, "application/problem+json"]);
  expect(JSON.parse(answer.text)).toMatchObject({ status, type: `https://tracker.example/developers#${kind}` });
});

test("more than an API takes is refused in problem details", async () => {
  const answer = await ask("/api/v1/windows", { method: "POST", body: Buffer.alloc(4_000_000) });
  expect([answer.status, (JSON.parse(answer.text) as { title: string }).title]).toEqual([
    413,
    "What you sent is too large",
  ]);
});

test("a request that finds too many before it is a 503 that says when to try again, and keeps its page", async () => {
  const busy = await ask("/busy");
  expect([busy.status, busy.headers["retry-after"]]).toEqual([503, "30"]);
  expect(busy.text).toBe("the page, with what was typed");
  expect((await ask("/other")).status).toBe(200);
});

test("a form with a field that is too long is a 413 and keeps its page", async () => {
  const long = await ask("/long");
  expect([long.status, long.headers["retry-after"], long.text]).toEqual([
    413,
    undefined,
    "the page, with what was typed",
  ]);
});

test.each(["/locked", "/full"])("%s: a database that is too busy is a 503 and not a 500", async (path) => {
  const answer = await ask(path);
  expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "30"]);
  expect(answer.text).toContain("<h1>The service is busy</h1>");
  expect(warned).toHaveBeenCalledTimes(1);
  expect(warned.mock.calls[0]?.[0]).toMatchObject({ status: 503, path, requestId: answer.headers["x-request-id"] });
});

test("a form whose page cannot be drawn either is kept so that it can be sent again, and nothing more is logged", async () => {
  const edge = "edge";
  const field = (name: string, value: string) =>
    `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = `${field("fullName", "Amina <Yusuf>")}${field("password", "velvet harbour")}--${edge}--\r\n`;
  const headers = { "content-type": `multipart/form-data; boundary=${edge}` };
  const answer = await ask("/twice", { method: "POST", headers, body });
  expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "30"]);
  expect(answer.text).toContain('name="fullName" value="Amina &lt;Yusuf&gt;"');
  expect(answer.text).toContain('action="/twice"');
  expect(answer.text).not.toContain("velvet");
  expect(warned).not.toHaveBeenCalled();
});

test("a body that ends before its time is a 400", async () => {
  const answer = await ask("/cut", { method: "POST", body: "x" });
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining("We could not read what you sent")]);
  expect(warned).toHaveBeenCalledTimes(1);
});

test("what Next itself cannot read is a 400, with one line in the log", async () => {
  expect((await ask("/unread", { method: "POST", body: "x" })).status).toBe(400);
  expect(warned).toHaveBeenCalledTimes(1);
});

test("a fault of ours stays a 500 with its page, with one line in the log", async () => {
  const answer = await ask("/broken", { method: "POST", body: "x" });
  expect([answer.status, answer.text]).toEqual([500, "the page, with what was typed"]);
  expect(erred).toHaveBeenCalledTimes(1);
  expect(warned).not.toHaveBeenCalled();
  expect(erred.mock.calls[0]?.[0]).toMatchObject({ requestId: answer.headers["x-request-id"], path: "/broken" });
});

test.each(["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])("%s is a 405 that says what may be done", async (method) => {
  const answer = await ask("/home", { method });
  expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(asked).toEqual([]);
  expect(warned).toHaveBeenCalledTimes(1);
});

test("an address on another host is refused before any page is requested, and one on our own is requested by its path", async () => {
  expect((await ask("http://evil.example/home")).status).toBe(421);
  expect(asked).toEqual([]);
  expect((await ask("https://tracker.example/home?a=1")).status).toBe(200);
  expect(asked.map(({ url }) => url)).toEqual(["/home?a=1"]);
});

test.each([true, false])(
  "more than a form may hold is a 413 in words, with its length declared first: %s",
  async (said) => {
    const body = Buffer.alloc(3 * 1024 * 1024 + 1, "x");
    const headers: Record<string, string> = said
      ? { "content-length": String(body.length) }
      : { "transfer-encoding": "chunked" };
    const answer = await ask("/sign-in", { method: "POST", headers, body });
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining("What you sent is too large")]);
    expect((await ask("/admin/imports/upload", { method: "POST", body })).status).toBe(200);
  },
);

test("without our own proxy, we take no one's word for their address", async () => {
  const told = { "x-forwarded-for": "8.8.8.8", "x-forwarded-host": "evil.example", "x-request-id": "mine" };
  await ask("/home", { headers: told });
  settings({ TRUSTED_PROXIES: "1" });
  await ask("/home", { headers: told });
  const [alone, behindProxy] = asked.map(({ headers }) => headers);
  expect([alone?.["x-forwarded-for"], alone?.["x-forwarded-host"]]).toEqual(["127.0.0.1", undefined]);
  expect(alone?.["x-request-id"]).not.toBe("mine");
  expect([behindProxy?.["x-forwarded-for"], behindProxy?.["x-forwarded-host"]]).toEqual(["8.8.8.8", "evil.example"]);
});

test.each(["/home", "/returns/1/care_home", "/beds", "/accounts/people", "/areas", "/api/receipts/RET-1/pdf", "/page"])(
  "while one session makes sixty requests at once, another's %s is answered",
  async (path) => {
    const one = { headers: { cookie: "capacity-session=one" } };
    const sixty = Array.from({ length: 60 }, () => ask("/slow", one));
    while (slow.length < 3) await new Promise(setImmediate);
    expect((await ask(path, { headers: { cookie: "a=b; capacity-session=other" } })).status).toBe(200);
    expect((await ask(path)).status).toBe(200);
    expect(slow).toHaveLength(3);
    for (let done = 0; done < 60; done++) {
      while (slow.length === 0) await new Promise(setImmediate);
      slow.shift()?.();
    }
    expect(new Set((await Promise.all(sixty)).map(({ status }) => status))).toEqual(new Set([200]));
  },
);

import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { hashSecret } from "@/lib/tokens";
import { contentsOf } from "./contents";
import { crawl, routePatterns } from "./crawl";
import { testActs } from "./matrix/acts-of-everyone";
import { testMatrix } from "./matrix/matrix";
import { postsFrom } from "@/tests/support/posts-from";
import { cookiesOf, origin, OwnService, root, type Answer } from "./own-service";

/** What a browser is told apart from any page, spoken in plain HTTP: everything here is seen from outside. */
const service = new OwnService();
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});
test.afterAll(() => service.stop());

const policyParts = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

const policyOf = (headers: Answer["headers"]) => [headers["content-security-policy"] ?? ""].flat().join();

/** What is missing from an answer's headers. */
function lacking({ path: where, status, headers }: Answer): string[] {
  const policy = policyOf(headers);
  const ofFile = status === 308 || /^\/(?:icon\.svg|icons\/|robots\.txt|nhsuk\/|_next\/static\/)/.test(where);
  const bare = (ofFile || (status >= 300 && status < 400)) && policy.startsWith("default-src 'none';");
  const mail = /^\/(?:dev\/mail|admin\/mail\/messages)\/[^/]+\/html$/.test(where);
  const wrong = [
    headers["x-content-type-options"] === "nosniff" || "nosniff",
    headers["x-frame-options"] === (mail ? "SAMEORIGIN" : "DENY") || "frames",
    headers["referrer-policy"] === "same-origin" || "referrer",
    headers["strict-transport-security"] === "max-age=31536000; includeSubDomains" || "https",
    headers["cross-origin-opener-policy"] === "same-origin" || "opener",
    headers["cross-origin-resource-policy"] === "same-origin" || "resource",
    headers["permissions-policy"]?.includes("camera=()") || "permissions",
    headers["x-powered-by"] === undefined || "powered by",
    headers["access-control-allow-origin"] === undefined || "lets other sites read",
    ofFile ||
      /no-store/.test(headers["cache-control"] ?? "") ||
      /^\/(?:windows\/calendar\.ics|theme\.css|manifest\.webmanifest|\.well-known\/security\.txt)/.test(where) ||
      "kept by caches",
    ...(mail || bare ? [mail || bare] : policyOfPage(policy)),
    /'unsafe-(?:inline|eval)'/.test(policy) === mail || "unsafe",
    ...[headers["set-cookie"] ?? []]
      .flat()
      .map((cookie) => cookieIsSafe(cookie) || `cookie ${cookie.split("=")[0] ?? ""}`),
    headers.location === undefined ||
      new URL(headers.location, origin).origin === origin ||
      `leads to ${headers.location}`,
  ];
  return wrong.flatMap((fault) => (fault === true ? [] : [`${status} ${where}: ${fault || "missing"}`]));
}

const policyOfPage = (policy: string) => [
  policyParts.every((part) => policy.includes(part)) || "policy",
  /script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'/.test(policy) || "nonce",
];

const cookieIsSafe = (cookie: string) =>
  /^__(?:Host|Secure)-/.test(cookie) &&
  /; *secure/i.test(cookie) &&
  /; *httponly/i.test(cookie) &&
  /; *samesite=lax/i.test(cookie);

const people = ["support", "manager", "approver", "council", "national", "hospice", "discharge"];
const cookies: Record<string, string> = {};

test("people sign in by plain HTTP, and each gets a cookie of their own", async () => {
  for (const who of people) cookies[who] = await service.signIn(`${who}@demo.example`);
  expect(new Set(Object.values(cookies)).size).toBe(people.length);
});

/** What is kept, but for what a visit may leave behind. */
const contents = () => contentsOf(service, ["session", "disclosure", "rate_limit"]);

const crawled: Answer[] = [];

test("someone who forgot their password is written to", async () => {
  const sent = await service.post(await service.ask("/forgotten-password"), { email: "approver@demo.example" });
  expect(sent.status).toBe(303);
  await expect.poll(() => service.sql("select template from email")).toContainEqual({ template: "password-reset" });
});

test("reading every page and file, signed in and not, changes nothing that is kept", async () => {
  test.setTimeout(600_000);
  const before = await contents();
  const sessions = await service.sql("select count(*) as n, count(ended_at) as ended from session");
  crawled.push(...(await crawl(service)));
  for (const who of people) crawled.push(...(await crawl(service, cookies[who], who === "support" ? 4 : 2)));
  expect(await contents()).toEqual(before);
  expect(await service.sql("select count(*) as n, count(ended_at) as ended from session")).toEqual(sessions);
  const broken = crawled.filter(({ path, status }) => status >= 500 && path !== "/outage");
  expect(broken.map(({ path, status }) => `${status} ${path}`)).toEqual([]);
});

test("a mail scanner that follows the link of a reminder finds the button and files nothing", async () => {
  const secret = randomBytes(32).toString("base64url");
  await service.sql(
    `insert into return_link (account_id, location_id, collection, month, nonce, hash, issued_at, expires_at)
     select a.id, g.location_id, 'care_home', '2026-11-01', 'scanned', $1, '2026-11-09', '2026-11-17'
       from account a join access g on g.account_id = a.id where a.email = 'manager@demo.example' limit 1`,
    [hashSecret(secret)],
  );
  const before = await contents();
  const sessions = await service.sql("select * from session order by id_hash");
  const link = `/unchanged/${secret}`;
  for (const method of ["HEAD", "GET", "GET"]) expect((await service.ask(link, { method })).status).toBe(200);
  const seen = await service.ask(link);
  expect(seen.text).toMatch(/<button[^>]*>Nothing(?: else)? has changed/);
  expect(lacking(seen)).toEqual([]);
  expect(await contents()).toEqual(before);
  expect(await service.sql("select * from session order by id_hash")).toEqual(sessions);
});

test("nearly every address there is was read", () => {
  const patterns = routePatterns();
  const unread = patterns.filter(({ matches }) => !crawled.some(({ path }) => matches(path))).map(({ route }) => route);
  console.log(`${crawled.length} answers; not reached by a link: ${unread.join(" ")}`);
  expect(unread.length).toBeLessThan(patterns.length / 4);
});

test("every answer carries every header, whatever it is", async () => {
  const cookie = cookies.manager;
  const more = await Promise.all([
    service.ask("/nowhere"),
    service.ask("/nowhere", { cookie }),
    service.ask("/admin/mail", { cookie }),
    service.ask("/home"),
    service.ask("/api/receipts/RET-NONE/pdf", { cookie }),
    service.ask("/sign-in", { method: "POST", headers: { origin: "https://elsewhere.example" } }),
    service.ask("/sign-in", { headers: { host: "elsewhere.example" } }),
    service.ask("/home", { method: "PUT", headers: { origin }, cookie }),
    service.ask("/home", { method: "OPTIONS", headers: { origin: "https://elsewhere.example" } }),
    service.ask("/_next/image?url=%2Ficon.svg&w=64&q=75"),
    service.ask("/_next/data/x/home.json"),
    service.ask("/%2e%2e/%2e%2e/etc/passwd"),
    service.ask("//elsewhere.example/home"),
    service.ask("/icon.svg"),
    service.ask("/nhsuk/nhsuk-frontend.min.css"),
    service.ask("/nhsuk/none.css"),
    service.ask("/_next/static/chunks/none.js"),
    service.ask("/abroad"),
    service.ask("/healthz"),
    service.ask("/readyz"),
  ]);
  expect(new Set([...crawled, ...more].map(({ status }) => status)).size).toBeGreaterThan(4);
  expect([...crawled, ...more].flatMap(lacking)).toEqual([]);
});

test("a nonce lets in the scripts of one answer, and no other's", () => {
  const nonces = crawled.flatMap(({ headers }) => /'nonce-([^']+)'/.exec(policyOf(headers))?.[1] ?? []);
  expect(new Set(nonces).size).toBe(nonces.length);
});

test("nothing sent makes a redirect lead to another site", async () => {
  const elsewhere = [
    "https://elsewhere.example",
    "//elsewhere.example",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/%2Felsewhere.example",
    "/\t/elsewhere.example",
    "/\n/elsewhere.example",
    "https:elsewhere.example",
    "https:/elsewhere.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " https://elsewhere.example",
    `${origin}@elsewhere.example`,
    `${origin}.elsewhere.example`,
    "/home\r\nSet-Cookie: a=b",
  ];
  for (const target of elsewhere) {
    const answer = await service.ask(`/sign-in?ReturnUrl=${encodeURIComponent(target)}`, {
      cookie: cookies.manager ?? "",
    });
    const to = new URL(answer.headers.location ?? "/", origin);
    expect([target, to.origin], answer.text.slice(0, 200)).toEqual([target, origin]);
  }
});

const matrix = postsFrom(origin);

for (const { says, headers, ours } of matrix)
  test(`a form posted with ${says} is ${ours ? "accepted" : "refused"}`, async () => {
    const signIns = () => service.sql<{ n: string }>("select count(*) as n from sign_in_event");
    const before = await signIns();
    const page = await service.ask("/sign-in");
    const typed = { email: "manager@demo.example", password: await service.password() };
    const answer = await service.post(page, typed, { headers });
    expect(answer.status).toBe(ours ? 303 : 403);
    expect(cookiesOf(answer).includes("capacity-session=")).toBe(ours === true);
    expect(Number((await signIns())[0]?.n) - Number(before[0]?.n)).toBe(ours ? 1 : 0);
  });

/** An answer as its reader meets it, without what is new in each: the nonce, the moment, its id and what was typed. */
function met({ status, headers, text }: Answer, email: string) {
  const { date: _date, "x-request-id": _id, ...others } = headers;
  const nonce = /'nonce-([^']+)'/.exec(policyOf(headers))?.[1] ?? "none";
  const main = /<main.*<\/main>/s.exec(text)?.[0] ?? text;
  return {
    status,
    headers: JSON.parse(JSON.stringify(others).replaceAll(nonce, "nonce")) as unknown,
    main: main.replaceAll(email, "someone").replace(/&quot;at&quot;:\d+/g, "at"),
  };
}

test("a wrong password, a locked, a closed and an unknown account get one answer, to the last header", async () => {
  const some =
    "select email from account where email not like '%@demo.example' and kind = 'care_home' order by id limit 3";
  const [wrong = "", locked = "", closed = ""] = (await service.sql<{ email: string }>(some)).map(({ email }) => email);
  const tried = async (email: string, password: string) =>
    met(await service.post(await service.ask("/sign-in"), { email, password }), email);
  const right = await service.password();
  const first = await tried(wrong, "wrong every time");
  expect(first.status).toBe(200);
  expect(first.main).toContain("After 5 wrong passwords an account is locked for 24 hours");
  for (let tries = 0; tries < 5; tries++) await tried(locked, "wrong every time");
  await service.sql(
    `select set_config('capacity.actor', 'test', false); update account set deactivated_at = now() where email = '${closed}'`,
  );
  for (const email of [locked, closed, "nobody@nowhere.example"]) expect(await tried(email, right)).toEqual(first);
});

test("a link for a forgotten password is promised to everyone alike, to the last header", async () => {
  const asked = async (email: string) =>
    met(await service.post(await service.ask("/forgotten-password"), { email }), email);
  const first = await asked("parent@demo.example");
  expect(first.status).toBe(303);
  for (const email of ["region@demo.example", "aggregate@demo.example", "nobody@demo.example"])
    expect(await asked(email)).toEqual(first);
});

/** The ids under which a browser calls the actions that were built, forms or not: all of them, or those of one page. */
function actionIds(page?: string): string[] {
  const file = path.join(root, ".next/standalone/.next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as {
    node: Record<string, { workers: Record<string, unknown> }>;
  };
  return Object.keys(node).filter((id) => page === undefined || page in (node[id]?.workers ?? {}));
}

/** An action of the sign-in page's own: one of another page is led on to that page, which wants a session first. */
const ofSignIn = () => actionIds("app/(public)/sign-in/page")[0] ?? "";

test("no action there is can be called from elsewhere, by anyone", async () => {
  test.setTimeout(120_000);
  const ids = actionIds();
  expect(ids.length).toBeGreaterThan(20);
  const before = await contents();
  const foreign = matrix.filter(({ ours }) => !ours);
  const accepted: string[] = [];
  for (const id of ids)
    for (const { says, headers } of foreign) {
      const sent = { "next-action": id, "content-type": "text/plain;charset=UTF-8", ...headers };
      const answer = await service.ask("/sign-in", {
        method: "POST",
        headers: sent,
        cookie: cookies.support,
        body: "[]",
      });
      if (answer.status !== 403) accepted.push(`${answer.status} ${id} with ${says}`);
    }
  expect(accepted).toEqual([]);
  expect(await contents()).toEqual(before);
});

test("a signed-in person's own forms are refused from elsewhere and accepted from here", async () => {
  const cookie = cookies.support ?? "";
  const page = await service.ask("/admin/jobs/clean-up", { cookie });
  const which = (form: string) => form.includes("clean-up");
  for (const { says, headers, ours } of matrix) {
    const answer = await service.post(page, {}, { cookie, headers, which });
    expect([says, answer.status]).toEqual([says, ours ? 303 : 403]);
  }
  const [queued] = await service.sql<{ n: string }>(
    "select count(*) as n from graphile_worker.jobs where key = 'run-job:clean-up'",
  );
  expect(Number(queued?.n)).toBe(1);
});

testActs(service, testMatrix(service));

test("sixty downloads of an hour are answered and the sixty-first is refused", async () => {
  const cookie = cookies.approver;
  await service.sql("delete from rate_limit where key like 'export:%'");
  const [place] = await service.sql<{ id: number }>(
    "select g.location_id as id from access g join account a on a.id = g.account_id where a.email = 'approver@demo.example' and g.location_id is not null limit 1",
  );
  const download = () => service.ask(`/returns/${place?.id}/care_home/history/download`, { cookie });
  const statuses: number[] = [];
  while (statuses.length < 60) statuses.push((await download()).status);
  expect(statuses).toEqual(Array<number>(60).fill(200));
  const refused = await download();
  expect([refused.status, refused.text]).toEqual([429, expect.stringContaining("You have tried too many times")]);
  expect(lacking(refused)).toEqual([]);
});

/** The line that the log has of an answer, by its request id. */
const logged = ({ headers }: Answer) =>
  readFileSync(service.logFile, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{") && line.includes(String(headers["x-request-id"])))
    .map((line) => JSON.parse(line) as { level: number; status?: number })
    .filter(({ level }) => level >= 40);

const multipart = { origin, "content-type": "multipart/form-data; boundary=x" };

/** Requests that no browser would send, and what each is answered. */
const wrong: [string, number, () => Promise<Answer>][] = [
  ["TRACE of a page", 405, () => service.ask("/sign-in", { method: "TRACE" })],
  ["PUT to a page", 405, () => service.ask("/home", { method: "PUT", headers: { origin }, cookie: cookies.manager })],
  ["DELETE of a page", 405, () => service.ask("/home", { method: "DELETE", headers: { origin } })],
  ["a page of another site, as of a proxy", 421, () => service.ask("http://evil.example/home")],
  [
    "a form of more than 3 MB",
    413,
    () => service.ask("/sign-in", { method: "POST", headers: multipart, body: Buffer.alloc(5 * 1024 * 1024, "x") }),
  ],
  [
    "a draft of more than 10 MB",
    413,
    () =>
      service.ask("/returns/1/care_home/draft", {
        method: "POST",
        headers: multipart,
        cookie: cookies.manager,
        body: Buffer.alloc(11 * 1024 * 1024, "x"),
      }),
  ],
  [
    "a multipart form that breaks off",
    400,
    () =>
      service.ask("/sign-in", {
        method: "POST",
        headers: multipart,
        body: '--x\r\nContent-Disposition: form-data; name="a"',
      }),
  ],
  [
    "a multipart draft that breaks off",
    400,
    () =>
      service.ask("/returns/1/care_home/draft", {
        method: "POST",
        headers: multipart,
        cookie: cookies.manager,
        body: '--x\r\nContent-Disposition: form-data; name="a"',
      }),
  ],
  [
    "a form with an action that cannot be read",
    400,
    () =>
      service.ask("/sign-in", {
        method: "POST",
        headers: multipart,
        body: '--x\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name="$ACTION_1:0"\r\n\r\n{"id":\r\n--x--\r\n',
      }),
  ],
  [
    "a call of an action with arguments that cannot be read",
    400,
    () =>
      service.ask("/sign-in", {
        method: "POST",
        headers: { origin, "next-action": ofSignIn(), "content-type": "text/plain;charset=UTF-8" },
        body: "[broken",
      }),
  ],
];

for (const [says, status, send] of wrong)
  test(`${says} is a ${status} in words, with one line in the log, and the service goes on`, async () => {
    const answer = await send();
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.anything()]);
    expect(lacking(answer)).toEqual([]);
    await expect.poll(() => logged(answer).map((line) => line.status)).toEqual([status]);
    if (says !== "TRACE of a page") expect(answer.text.length).toBeGreaterThan(20);
    expect((await service.ask("/sign-in")).status).toBe(200);
  });

test("a field of more than 20,000 letters is a 413 that says so beside it and keeps the rest", async () => {
  const page = await service.ask("/forgotten-password");
  const answer = await service.post(page, { email: `${"x".repeat(20_000)}@care.example` });
  expect([answer.status, answer.text]).toEqual([413, expect.stringContaining("must be 20,000 characters or fewer")]);
  expect(answer.text).toContain('name="email"');
  expect(logged(answer).map(({ status }) => status)).toEqual([413]);
});

test("a locked table is a 503 that says when to try again, for a page and for a form, which is kept", async () => {
  const cookie = cookies.manager;
  const details = await service.ask("/accounts/details", { cookie });
  const locked = await service.lock("account");
  const read = await service.ask("/accounts/details", { cookie });
  const which = (form: string) => form.includes("telephone");
  const sent = await service.post(details, { fullName: "Amina Yusuf", telephone: "0161 496 0123" }, { cookie, which });
  await locked.release();
  for (const answer of [read, sent]) {
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "30"]);
    expect(answer.text).toContain("busy");
    expect(logged(answer).map(({ status }) => status)).toEqual([503]);
  }
  expect(sent.text).toContain("0161 496 0123");
  expect((await service.ask("/accounts/details", { cookie })).status).toBe(200);
});

test("a full pool is a 503 that says when to try again, never a 500, and keeps a form", async () => {
  test.setTimeout(120_000);
  const small = await service.serve({ DATABASE_POOL: "1" });
  const cookie = cookies.manager;
  const details = await service.ask("/accounts/details", { cookie });
  const which = (form: string) => form.includes("telephone");
  const locked = await service.lock("account");
  const pages = people.map((person) => service.ask("/home", { cookie: cookies[person] }, small));
  const typed = { fullName: "Amina Yusuf", telephone: "0161 496 0124" };
  const sent = await service.post(details, typed, { cookie, which }, small);
  const answers = [...(await Promise.all(pages)), sent];
  await locked.release();
  expect(answers.map(({ status, headers }) => [status, headers["retry-after"]])).toEqual(
    answers.map(() => [503, "30"]),
  );
  expect(sent.text).toContain("0161 496 0124");
  expect(readFileSync(service.logFile, "utf8")).toContain("timeout exceeded when trying to connect");
  expect((await service.ask("/returns", { cookie }, small)).status).toBe(200);
});

test("the page of an outage answers to our own proxy alone, and to no form of another site", async () => {
  for (const headers of [{}, { origin: "https://elsewhere.example" }, { origin, "x-from-proxy": "rewrite" }])
    for (const method of ["GET", "POST"])
      for (const where of ["/outage", "/abroad"]) {
        const body = method === "POST" ? "a=1" : undefined;
        const answer = await service.ask(where, {
          method,
          headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
          body,
        });
        expect([403, 404]).toContain(answer.status);
        expect(answer.text).not.toContain("Send it again");
      }
});

test("what is the same for everyone may be kept by caches", async () => {
  for (const where of ["/windows/calendar.ics", "/theme.css", "/manifest.webmanifest", "/.well-known/security.txt"])
    expect([where, (await service.ask(where)).headers["cache-control"]]).toEqual([
      where,
      expect.stringMatching(/^public, max-age=\d+$/),
    ]);
});

test("what a caller says of its own address is believed from a trusted proxy alone", async () => {
  const abroad = { "x-forwarded-for": "8.8.8.8" };
  expect((await service.ask("/sign-in", { headers: abroad })).status).toBe(200);
  const behind = await service.serve({ UK_ONLY: "enforce", TRUSTED_PROXIES: "1", COUNTRY_HEADER: "x-country" });
  const ask = (headers: Record<string, string>) => service.ask("/sign-in", { headers }, behind);
  const refused = await ask(abroad);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain("can only be used from the United Kingdom");
  expect(refused.text).toContain("support@tracker.example");
  expect(lacking(refused)).toEqual([]);
  expect((await ask({ "x-forwarded-for": "212.58.244.1, 8.8.8.8" })).status).toBe(403);
  expect((await ask({ "x-forwarded-for": "8.8.8.8, 212.58.244.1" })).status).toBe(200);
  expect((await ask({ ...abroad, "x-country": "GB" })).status).toBe(200);
  expect((await service.ask("/healthz", { headers: abroad }, behind)).status).toBe(200);
  const secret = randomBytes(16).toString("hex");
  const form = { ...abroad, "content-type": "application/x-www-form-urlencoded" };
  const unsubscribe = { method: "POST", headers: form, body: "List-Unsubscribe=One-Click" };
  const fromMailProgram = await service.ask(`/api/mail/stop-search/${secret}`, unsubscribe, behind);
  expect([fromMailProgram.status, lacking(fromMailProgram)]).toEqual([204, []]);
  expect(readFileSync(service.logFile, "utf8")).not.toContain(secret);
});

test("with work that failed and mail that no one takes the service is ready all the same", async () => {
  await service.sql(
    `insert into job_run (job, period, started_at, finished_at, error) values ('clean-up', 'readiness', now(), now(), 'It broke')`,
  );
  await service.sql("update email set sent_at = null, failed_at = now(), last_error = 'The mail server stayed away'");
  expect((await service.ask("/readyz")).status).toBe(200);
});

test("an outage is a 503 with what was typed, not a sign-out, and over as soon as the database is back", async () => {
  test.setTimeout(120_000);
  const cookie = cookies.manager ?? "";
  const page = await service.ask("/accounts/details", { cookie });
  const which = (form: string) => form.includes('name="telephone"') || form.includes("telephone");
  const typed = { fullName: "Amina Yusuf", telephone: "0161 496 0999" };
  expect((await service.ask("/home", { cookie })).status).toBe(200);
  await service.stopDatabase();
  const sent = await service.post(page, typed, { cookie, which });
  const read = await service.ask("/home", { cookie });
  for (const answer of [read, sent]) {
    expect([answer.status, answer.headers["retry-after"], answer.headers["set-cookie"]]).toEqual([
      503,
      "10",
      undefined,
    ]);
    expect(lacking(answer)).toEqual([]);
    expect(answer.text).toContain("You are still signed in");
  }
  expect(sent.text).toContain('name="telephone" value="0161 496 0999"');
  expect(sent.text).toContain(">Full name</dt>");
  expect((await service.ask("/healthz")).status).toBe(200);
  expect((await service.ask("/readyz")).status).toBe(503);
  await service.startDatabase();
  await expect
    .poll(async () => (await service.ask("/home", { cookie })).status, { timeout: 5_000, intervals: [200] })
    .toBe(200);
  const again = await service.post({ ...sent, path: page.path }, {}, { cookie });
  expect(again.status).not.toBe(503);
  expect(again.headers["set-cookie"]).toBeUndefined();
});

test("no secret is in any page, in the log, in a message or in what was built", async () => {
  const secrets = [...service.secretsOfRun(), ...Object.values(cookies).flatMap(sessionIn)];
  expect(secrets.length).toBeGreaterThan(people.length + 4);
  const [mail] = await service.sql<{ all: string }>("select string_agg(t::text, '|') as all from email t");
  const places: Record<string, string> = {
    pages: crawled.map(({ text }) => text).join("\n"),
    log: readFileSync(service.logFile, "utf8"),
    mail: mail?.all ?? "",
    build: builtText(),
  };
  for (const [place, text] of Object.entries(places)) {
    expect(text.length, place).toBeGreaterThan(200);
    expect(
      secrets.filter((secret) => text.includes(secret)),
      place,
    ).toEqual([]);
  }
  const link = /\/(?:forgotten-password|confirm-address|unchanged)\/([\w~.-]{20,})/g;
  const mailed = crawled.flatMap(({ text }) => [...text.matchAll(link)].map(([, token]) => token ?? ""));
  expect(mailed.length).toBeGreaterThan(0);
  for (const secret of [...mailed, await service.password()])
    for (const place of ["log", "mail", "build"]) expect(places[place]?.includes(secret), place).toBe(false);
});

const sessionIn = (cookie: string) => /capacity-session=([^;]+)/.exec(cookie)?.[1] ?? [];

function builtText(): string {
  const built = path.join(root, ".next/standalone/.next");
  expect(existsSync(built)).toBe(true);
  return readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|json|html|txt|css|rsc|body|meta)$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

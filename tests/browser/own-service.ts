import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { roundRobin } from "./round-robin";

export const root = path.join(__dirname, "../..");

/** Where people would reach it, behind a proxy that speaks https; these tests stand in that proxy's place. */
export const origin = "https://tracker.example";

export interface Answer {
  path: string;
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Asked {
  method?: string | undefined;
  headers?: Record<string, string> | undefined;
  cookie?: string | undefined;
  body?: string | Buffer | undefined;
}

interface Cluster {
  superuserUrl(): string;
  stop(): Promise<void>;
}
interface Server {
  stop(): Promise<unknown>;
}
type Urls = Record<"ownerUrl" | "appUrl" | "workerUrl", string>;
type Settings = Record<string, string>;

const script = <T>(file: string): Promise<T> =>
  import(pathToFileURL(path.join(root, "scripts", file)).href) as Promise<T>;
const clusters = () =>
  script<{
    startCluster(at: { dir: string; settings: Settings }): Promise<Cluster>;
    prepareDatabase(cluster: Cluster, name: string): Promise<Urls>;
  }>("database/cluster.mjs");
const demos = () =>
  script<{ fill(env: Settings): Promise<string>; demoSettings(at: object): Settings }>("steps/demo.mjs");
const servers = () => script<{ serve(args: string[], at: object): Promise<Server> }>("steps/serve.mjs");
const ports = () => script<{ freePort(): Promise<number> }>("steps/ports.mjs");

const unsafe = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * A service over a PostgreSQL of its own, spoken to in plain HTTP: with headers that no browser would send, and with its
 * database taken away. Its secrets are of this run alone, so that they can be looked for.
 */
export class OwnService {
  private readonly home: string;
  readonly secrets = {
    SECRET_KEY: `canary-${randomBytes(32).toString("base64url")}`,
    RESEND_API_KEY: `canary-${randomBytes(16).toString("hex")}`,
    SMTP_URL: `smtp://canary-${randomBytes(16).toString("hex")}@127.0.0.1:9`,
  };
  readonly logFile: string;
  private cluster: Cluster | undefined;
  private running: Server[] = [];
  private urls: Urls | undefined;
  private port = 0;
  private readonly workers: ChildProcess[] = [];
  private proxy: Awaited<ReturnType<typeof roundRobin>> | undefined;

  /** Its name keeps it apart from others that are tested at the same time. */
  constructor(private readonly name = "http") {
    this.home = path.join(root, ".data/test", name);
    this.logFile = path.join(this.home, "service.log");
  }

  /** Starts all of it, over a demo made anew. */
  async start(): Promise<void> {
    mkdirSync(this.home, { recursive: true });
    writeFileSync(this.logFile, "");
    this.cluster = await this.startDatabase();
    const { prepareDatabase } = await clusters();
    const admin = new pg.Client({ connectionString: this.cluster.superuserUrl() });
    await admin.connect();
    await admin.query(`drop database if exists ${this.name}_tests with (force)`);
    await admin.end();
    this.urls = await prepareDatabase(this.cluster, `${this.name}_tests`);
    await (await demos()).fill(await this.settings(0));
    this.port = await this.serve({ UK_ONLY: "enforce" });
  }

  /** One more server over the same database, with settings of its own; gives its port. */
  async serve(changes: Settings): Promise<number> {
    const port = await (await ports()).freePort();
    const env = { ...(await this.settings(port)), HOSTNAME: "127.0.0.1", ...changes };
    const output = openSync(this.logFile, "a");
    this.running.push(await (await servers()).serve([".next/standalone/start.mjs"], { env, port, output }));
    return port;
  }

  /** Two more servers like the first, and a proxy before the three, which `ask` asks from now on; gives what each got. */
  async serveThree(): Promise<readonly number[]> {
    const changes = { UK_ONLY: "enforce" };
    this.proxy = await roundRobin([this.port, await this.serve(changes), await this.serve(changes)]);
    this.port = this.proxy.port;
    return this.proxy.handed;
  }

  /** So many processes that send mail and do scheduled work. */
  async work(count: number): Promise<void> {
    const env = { ...process.env, ...(await this.settings(0)) };
    for (let nth = 0; nth < count; nth++) {
      const worker = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
        cwd: root,
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      this.workers.push(worker);
      await once(worker.stdout, "data");
      worker.stdout.resume();
    }
  }

  async startDatabase(): Promise<Cluster> {
    return (this.cluster = await (await clusters()).startCluster({ dir: this.home, settings: unsafe }));
  }

  async stopDatabase(): Promise<void> {
    await this.cluster?.stop();
    this.cluster = undefined;
  }

  async stop(): Promise<void> {
    await this.proxy?.end();
    for (const worker of this.workers) {
      const gone = once(worker, "close");
      worker.kill("SIGTERM");
      await gone;
    }
    for (const server of this.running) await server.stop();
    await this.stopDatabase();
  }

  private readSettings(): Settings {
    return JSON.parse(readFileSync(path.join(this.home, "settings.json"), "utf8")) as Settings;
  }

  private async settings(port: number): Promise<Settings> {
    const settings = (await demos()).demoSettings({ port, urls: this.urls, home: this.home });
    return {
      ...settings,
      ...this.secrets,
      APP_ORIGIN: origin,
      WORKER_IN_APP: "no",
      LOG_LEVEL: "debug",
      TRUSTED_PROXIES: "0",
    };
  }

  /** One request, exactly as said; the host is ours and redirects are not followed. */
  ask(where: string, { method = "GET", headers = {}, cookie, body }: Asked = {}, port = this.port): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({
        host: "127.0.0.1",
        port,
        path: where,
        method,
        headers: { host: new URL(origin).host, ...(cookie && { cookie }), ...headers },
      });
      sent.on("error", reject);
      sent.on("response", (answer) => {
        const parts: Buffer[] = [];
        answer.on("error", reject);
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const { statusCode: status = 0, headers } = answer;
          resolve({ path: where, status, headers, text: Buffer.concat(parts).toString("utf8") });
        });
      });
      sent.end(body);
    });
  }

  /** Posts a form of a page as a browser without JavaScript does; `headers` in place of what that browser would send. */
  async post(
    page: Answer,
    typed: Record<string, string>,
    { cookie, headers = { origin }, which = () => true }: Asked & { which?: (form: string) => boolean } = {},
    port = this.port,
  ): Promise<Answer> {
    const form = [...page.text.matchAll(/<form[^>]*method="POST"[^>]*>.*?<\/form>/gis)].map(([all]) => all).find(which);
    if (!form) throw new Error(`${page.path} (${page.status}) has no such form.`);
    const fields = { ...hiddenIn(form), ...typed };
    const edge = `edge${randomBytes(8).toString("hex")}`;
    const body = Object.entries(fields)
      .map(([name, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join("");
    return this.ask(
      page.path,
      {
        method: "POST",
        cookie,
        headers: { "content-type": `multipart/form-data; boundary=${edge}`, ...headers },
        body: `${body}--${edge}--\r\n`,
      },
      port,
    );
  }

  /** Signs in and gives the cookie. */
  async signIn(email: string): Promise<string> {
    const answer = await this.post(await this.ask("/sign-in"), { email, password: await this.password() });
    const cookie = cookiesOf(answer);
    if (!cookie.includes("capacity-session")) throw new Error(`${email} was not signed in: ${answer.status}`);
    return cookie;
  }

  /** The password that everyone in its demo has. */
  async password(): Promise<string> {
    const [row] = await this.sql<{ value: string }>("select value from setting where key = 'demo_password'");
    return row?.value ?? "";
  }

  /** Asks the database as its owner. */
  async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.urls?.ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Holds a table so that no one reads it, until it is released. */
  async lock(table: string): Promise<{ release(): Promise<void> }> {
    const client = new pg.Client({ connectionString: this.urls?.ownerUrl });
    await client.connect();
    await client.query(`begin; lock table "${table}" in access exclusive mode`);
    return { release: () => client.end() };
  }

  /** The passwords in the addresses of its database, and what else must not be seen anywhere. */
  secretsOfRun(): string[] {
    const passwords = Object.values(this.urls ?? {}).map((url) => new URL(url).password);
    return [
      ...Object.values(this.secrets),
      ...passwords,
      this.readSettings().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "",
    ].filter(Boolean);
  }
}

/** The cookies that an answer sets, as a browser sends them back. */
export const cookiesOf = ({ headers }: Answer): string =>
  (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");

const entities: Record<string, string> = {
  "&quot;": '"',
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&#x27;": "'",
  "&#39;": "'",
};
export const unescaped = (html: string): string =>
  html.replace(/&(?:quot|amp|lt|gt|#x27|#39);/g, (entity) => entities[entity] ?? "");

function hiddenIn(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) fields[unescaped(name)] = unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? "");
  }
  return fields;
}

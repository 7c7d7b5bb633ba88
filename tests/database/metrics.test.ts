import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { disconnect, system, transact } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { frontServer } from "@/lib/web/front-server";
import { emptyDatabase } from "@/tests/support/database";

const token = "a token long enough";
const behind = createServer((_, response) => void response.writeHead(404).end("not found"));
const servers: Server[] = [];
const there = process.env.DATABASE_URL;

const listening = (server: Server) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done));

beforeAll(async () => {
  jest.spyOn(log, "warn").mockReturnValue(undefined);
  process.env.METRICS_TOKEN = token;
  forgetEnv();
  await listening(behind);
  const front = frontServer((behind.address() as AddressInfo).port);
  await listening(front);
  servers.push(front, behind);
});
beforeEach(emptyDatabase);
afterEach(() => {
  Object.assign(process.env, { METRICS_TOKEN: token, DATABASE_URL: there });
  forgetEnv();
});
afterAll(async () => {
  for (const server of servers) await new Promise((closed) => server.close(closed));
  delete process.env.METRICS_TOKEN;
  forgetEnv();
  await disconnect();
});

const ask = (path: string, authorization?: string) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { port } = servers[0]?.address() as AddressInfo;
    const host = new URL(process.env.APP_ORIGIN ?? "").host;
    request({ host: "127.0.0.1", port, path, headers: { host, ...(authorization && { authorization }) } })
      .on("error", reject)
      .on("response", (answer) => {
        let text = "";
        answer.on("data", (part) => (text += String(part)));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      })
      .end();
  });

test("metrics tell how requests were answered, and what is undone, without naming anyone", async () => {
  await ask("/receipts/CH-2611-AAAA");
  await transact(system("test"), "an email waits", (tx) =>
    tx.email.create({
      data: { template: "receipt", to: "amina@rosewood.example", subject: "", props: {}, queuedAt: new Date(0) },
    }),
  );
  const { status, text } = await ask("/metrics", `Bearer ${token}`);
  expect(status).toBe(200);
  expect(text).toContain('capacity_request_seconds_count{asked="page",status="4xx"} 1');
  expect(text).toContain('capacity_undone{what="emails"} 1');
  expect(text).toMatch(/capacity_undone\{what="oldest_email_seconds"\} \d{7,}/);
  expect(text).toContain("process_resident_memory_bytes");
  expect(text).not.toMatch(/rosewood|CH-2611/);
});

test.each([undefined, "Bearer another token", "Basic abc"])(
  "metrics do not exist for a caller with %s",
  async (said) => {
    expect(await ask("/metrics", said)).toEqual({ status: 404, text: "not found" });
  },
);

test("metrics do not exist where no token is set", async () => {
  delete process.env.METRICS_TOKEN;
  forgetEnv();
  expect((await ask("/metrics", "Bearer ")).status).toBe(404);
});

test("metrics are a 503 while the database does not answer", async () => {
  await disconnect();
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:9/none";
  forgetEnv();
  expect((await ask("/metrics", `Bearer ${token}`)).status).toBe(503);
  await disconnect();
});

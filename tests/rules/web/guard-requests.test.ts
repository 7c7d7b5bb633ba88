import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { forgetEnv } from "@/lib/env";
import { answerBusy, meetEveryRequest } from "@/lib/web/guard-requests";

let server: Server;
let address = "";

beforeAll(async () => {
  Object.assign(process.env, {
    SERVICE_MODE: "demo",
    APP_ORIGIN: "http://localhost:3000",
    DATABASE_URL: "postgres://nowhere",
    SECRET_KEY: "a key for this test that is long enough",
  });
  forgetEnv();
  meetEveryRequest();
  server = createServer((request, response) => {
    const id = request.url ?? "";
    response.setHeader("X-Request-Id", id);
    if (id === "/busy") answerBusy(id);
    response.end("the page, with what was typed");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

test("a request that finds too many before it is a 503 that says when to try again, and keeps its page", async () => {
  const busy = await fetch(`${address}/busy`);
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "30"]);
  expect(await busy.text()).toBe("the page, with what was typed");
});

test("no other request is", async () => {
  const other = await fetch(`${address}/other`);
  expect([other.status, other.headers.get("retry-after")]).toEqual([200, null]);
  expect(other.headers.get("x-content-type-options")).toBe("nosniff");
});

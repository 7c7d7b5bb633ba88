import { randomUUID } from "node:crypto";
import { Agent, createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { pipeline } from "node:stream";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { nothingThere, pagePolicy, refuse, sayToBrowser, sayToSystem, waitSeconds } from "./answer-refused";
import { takeAnswer } from "./answer-with";
import { callerAddress } from "./caller-address";
import { isForSystems } from "./for-systems";
import { logNotFound } from "./log-refusal";
import { loggedPath } from "./logged-path";
import { mayReadMetrics, measure, sayMetrics } from "./metrics";
import { isNotFoundPage, notFoundPage } from "./not-found-page";
import { passedHeaders, withoutHops } from "./passed-headers";
import { busy, mostBytes, pathOf, refusalOf, refusalOfNext, tooLarge, type Refusal } from "./refusals";
import { headersOfFiles } from "./security-headers";
import { typedInto } from "./send-again";
import { Turns } from "./turns";

/**
 * The server that callers reach. Next's own server runs behind it, on a port that only this machine can reach, because
 * Next answers some requests (such as files) without asking `proxy.ts`, believes what a caller says about its own
 * address, and answers 500 when the request itself is wrong.
 */
export function frontServer(nextPort: number): Server {
  const agent = new Agent({ keepAlive: true, timeout: 60_000 });
  const server = createServer((request, response) => {
    const requestId = randomUUID();
    response.setHeaders(new Map(Object.entries({ ...headersOfFiles(env().APP_ORIGIN), "X-Request-Id": requestId })));
    const path = pathOf(request.url ?? "");
    const refusal = refusalOf(request);
    if (path === "/metrics" && mayReadMetrics(request)) return void sayMetrics(response);
    measure(request, response, path ?? "");
    if (refusal || path === null) refuse(request, response, requestId, refusal);
    else
      inTurn(request, response, path, () => pass(request, response, { requestId, path, nextPort, agent })).catch(() =>
        refuse(request, response, requestId, busy),
      );
  });
  if (process.env.NODE_ENV === "development") passUpgrades(server, nextPort);
  return server.on("close", () => agent.destroy());
}

/** How many requests of one session run at once: well below the number of database connections. The rest wait. */
const turns = new Turns({ atOnce: 3, waiting: 120 });

/** Lets one person's requests through a few at a time, however many they send. Files are not counted. */
async function inTurn(request: IncomingMessage, response: ServerResponse, path: string, go: () => void): Promise<void> {
  const session = sessionIn(request.headers.cookie);
  if (session === null || isFile(path)) return go();
  const giveBack = await turns.take(session);
  if (response.destroyed) return giveBack();
  response.on("close", giveBack);
  go();
}

const isFile = (path: string) =>
  /^\/(?:_next\/static|nhsuk)\/|^\/(?:healthz|readyz|theme\.css|api\/session)\b/.test(path);
const sessionIn = (cookie: string | undefined): string | null =>
  /(?:^|;\s*)(?:__Host-)?capacity-session=([^;]+)/.exec(cookie ?? "")?.[1] ?? null;

interface Way {
  requestId: string;
  path: string;
  nextPort: number;
  agent: Agent;
}

function pass(request: IncomingMessage, response: ServerResponse, { requestId, path, nextPort, agent }: Way): void {
  const { method } = request;
  const headers = { ...passedHeaders(request), "x-request-id": requestId };
  const behind = ask({ host: "127.0.0.1", port: nextPort, agent, method, path, headers });
  let failed = false;
  const fail = (refusal: Refusal) => {
    if (failed || response.destroyed || response.writableEnded) return;
    failed = true;
    behind.destroy();
    if (response.headersSent) response.destroy();
    else refuse(request, response, requestId, refusal);
  };
  behind.on("error", () => fail(busy));
  behind.on("response", (answer) => {
    const told = takeAnswer(requestId) ?? ownFault(answer, request, requestId);
    if (told?.page) {
      answer.resume();
      if (isForSystems(path)) return sayToSystem(response, told.page);
      return void typedIn(request, sent).then((typed) => sayToBrowser(response, told.page ?? busy, { path, typed }));
    }
    const status = told?.status ?? answer.statusCode ?? 500;
    if (status === 404) leaveTrace(request, requestId, path);
    if (!told && isNotFoundPage(request, answer)) {
      answer.resume();
      if (isForSystems(path)) return sayToSystem(response, nothingThere);
      return void notFoundPage(nextPort, headers, now()).then(
        (page) => response.writeHead(404, { ...withoutHops(page.headers), ...pagePolicy() }).end(page.html),
        () => fail(busy),
      );
    }
    if (status === 503 && told) response.setHeader("Retry-After", waitSeconds);
    response.writeHead(status, withoutHops(answer.headers));
    pipeline(answer, response, () => undefined);
  });
  response.on("close", () => behind.destroy());
  const most = mostBytes(path);
  const sent: Buffer[] = [];
  let length = 0;
  request.on("data", (part: Buffer) => {
    if ((length += part.length) > most) return fail(tooLarge);
    if (isForm(request)) sent.push(part);
  });
  request.pipe(behind);
}

/** Logs who asked for a page that they may not see or that does not exist. */
function leaveTrace(request: IncomingMessage, requestId: string, path: string): void {
  const token = sessionIn(request.headers.cookie);
  if (token === null || isFile(path)) return;
  const address = callerAddress([passedHeaders(request)["x-forwarded-for"] ?? []].flat().join(", ") || null);
  void logNotFound({ requestId, token, method: request.method, path, address }, now());
}

/** A form that a browser posts without JavaScript: the post is the only copy of what was typed. */
const isForm = ({ method, headers }: IncomingMessage) =>
  method === "POST" && !("next-action" in headers) && /^multipart\/form-data/.test(headers["content-type"] ?? "");

async function typedIn(request: IncomingMessage, sent: Buffer[]): Promise<[string, string][]> {
  if (sent.length === 0) return [];
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  return new Response(new Uint8Array(Buffer.concat(sent)), { headers }).formData().then(typedInto, () => []);
}

/** None of our code threw or answered: Next could not read something in the request. */
function ownFault({ statusCode, headers }: IncomingMessage, { method, url = "" }: IncomingMessage, requestId: string) {
  const itsOwnWords = statusCode === 400 && method === "POST" && headers["content-type"] === "text/plain";
  if (statusCode !== 500 && !itsOwnWords) return undefined;
  const page = refusalOfNext(method);
  log.warn({ requestId, method, path: loggedPath(url), status: page?.status ?? 500 }, "Next refused a request");
  return page ? { status: page.status, page } : undefined;
}

/** The web socket that reloads a page during development. */
function passUpgrades(server: Server, nextPort: number): void {
  server.on("upgrade", ({ method, url, rawHeaders }, socket, head) => {
    const behind = connect(nextPort, "127.0.0.1", () => {
      const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1] ?? ""}`] : []));
      behind.write([`${method ?? "GET"} ${url ?? "/"} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
      behind.write(head);
    });
    pipeline(socket, behind, () => undefined);
    pipeline(behind, socket, () => undefined);
  });
}

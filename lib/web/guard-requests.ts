import { Server, type IncomingMessage, type ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { headersOfFiles } from "./security-headers";

const done = Symbol.for("capacity-tracker.every-request");

/**
 * Sees to every request before Next does, once a process: Next answers some of them, such as those for files, without
 * asking `proxy.ts`, and believes what a caller says of its own address.
 */
export function meetEveryRequest(): void {
  if (done in Server.prototype) return;
  const emit = Reflect.get(Server.prototype, "emit") as (this: Server, event: string, ...rest: unknown[]) => boolean;
  const meeting = function (this: Server, event: string, ...rest: unknown[]) {
    if (event === "request") meet(rest[0] as IncomingMessage, rest[1] as ServerResponse);
    return emit.call(this, event, ...rest);
  };
  Object.assign(Server.prototype, { emit: meeting, [done]: true });
}

function meet(request: IncomingMessage, response: ServerResponse): void {
  const { APP_ORIGIN, TRUSTED_PROXIES } = env();
  for (const [name, value] of Object.entries(headersOfFiles(APP_ORIGIN))) response.setHeader(name, value);
  if (TRUSTED_PROXIES === 0) seenItself(request);
  sayBusy(response);
}

const forwarding = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

/** Without a trusted proxy what a request says of its way here is anybody's word: what this server sees counts. */
function seenItself({ headers, socket }: IncomingMessage): void {
  for (const name of forwarding) Reflect.deleteProperty(headers, name);
  if (socket.remoteAddress) headers["x-forwarded-for"] = socket.remoteAddress;
}

/** The ids of requests that are to be answered so; Next bundles actions apart from what starts the server. */
const kept = globalThis as { capacityTrackerBusy?: Set<string> };
const waitSeconds = "30";

/**
 * Has a request answered with 503 and when to try again, by the id that the proxy gave it: an action may only say what
 * its page shows, and the page shows the form with what was typed.
 */
export function answerBusy(requestId: string): void {
  kept.capacityTrackerBusy ??= new Set();
  kept.capacityTrackerBusy.add(requestId);
}

function sayBusy(response: ServerResponse): void {
  const write = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  const writeHead = (status: number, ...rest: unknown[]) => {
    const isBusy = kept.capacityTrackerBusy?.delete(String(response.getHeader("x-request-id"))) ?? false;
    if (isBusy) response.setHeader("Retry-After", waitSeconds);
    return write(isBusy ? 503 : status, ...rest);
  };
  Object.assign(response, { writeHead });
}

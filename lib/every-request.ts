import { Server, type IncomingMessage, type ServerResponse } from "node:http";
import { env } from "./env";
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
}

const forwarding = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

/** Without a trusted proxy what a request says of its way here is anybody's word: what this server sees counts. */
function seenItself({ headers, socket }: IncomingMessage): void {
  for (const name of forwarding) Reflect.deleteProperty(headers, name);
  if (socket.remoteAddress) headers["x-forwarded-for"] = socket.remoteAddress;
}

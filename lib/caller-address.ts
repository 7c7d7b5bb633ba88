import { Server, type IncomingMessage } from "node:http";
import { env } from "./env";

/** The caller's address: the entry that our own outermost proxy added; without proxies, the one this server saw. */
export function callerAddress(forwarded: string | null): string | null {
  const hops = forwarded?.split(",").map((hop) => hop.trim()) ?? [];
  return hops.at(-Math.max(1, env().TRUSTED_PROXIES)) ?? null;
}

const patched = Symbol.for("capacity-tracker.caller-address");

/**
 * Without a trusted proxy what a request says of its own way is anybody's word: it is replaced by the address this server
 * sees. Next itself would keep what was sent. Once a process, before the first request.
 */
export function believeNoForwarding(): void {
  if (env().TRUSTED_PROXIES > 0 || patched in Server.prototype) return;
  const emit = Reflect.get(Server.prototype, "emit") as (this: Server, event: string, ...rest: unknown[]) => boolean;
  const seen = function (this: Server, event: string, ...rest: unknown[]) {
    if (event === "request") seenItself(rest[0] as IncomingMessage);
    return emit.call(this, event, ...rest);
  };
  Object.assign(Server.prototype, { emit: seen, [patched]: true });
}

function seenItself({ headers, socket }: IncomingMessage): void {
  for (const name of ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"] as const)
    Reflect.deleteProperty(headers, name);
  if (socket.remoteAddress) headers["x-forwarded-for"] = socket.remoteAddress;
}

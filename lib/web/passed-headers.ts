import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { env } from "@/lib/env";

const hops = [
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
];
const forwarding = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

/** Headers without those that are for one connection alone. */
export const withoutHops = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.includes(name)));

/**
 * The headers of a request as they are passed on. Without a trusted proxy anyone can write the forwarding headers, so only
 * what this server sees counts.
 */
export function passedHeaders({ headers, socket }: IncomingMessage) {
  const believed = env().TRUSTED_PROXIES > 0;
  const kept = Object.entries(withoutHops(headers)).filter(([name]) => believed || !forwarding.includes(name));
  const seen = socket.remoteAddress === undefined ? {} : { "x-forwarded-for": socket.remoteAddress };
  return { ...seen, ...Object.fromEntries(kept) };
}

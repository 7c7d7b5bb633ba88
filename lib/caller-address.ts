import { env } from "./env";

/** The caller's address: the entry that our own outermost proxy added; without proxies, the one this server saw. */
export function callerAddress(forwarded: string | null): string | null {
  const hops = forwarded?.split(",").map((hop) => hop.trim()) ?? [];
  return hops.at(-Math.max(1, env().TRUSTED_PROXIES)) ?? null;
}

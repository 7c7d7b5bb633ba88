import { canonicalAddress } from "@/lib/accounts/ip-address";
import { env } from "@/lib/env";

/**
 * The caller's address in its one spelling: the entry that our own outermost proxy added; without proxies, the one this
 * server saw. What a proxy writes and is not an address stands as it is.
 */
export function callerAddress(forwarded: string | null): string | null {
  const hops = forwarded?.split(",").map((hop) => hop.trim()) ?? [];
  const hop = hops.at(-Math.max(1, env().TRUSTED_PROXIES));
  return hop ? (canonicalAddress(hop) ?? hop) : null;
}

/**
 * Is a post from our own pages? A browser names the origin of a post; where an old one doesn't, it says at least that it
 * is the same site. Where a request was sent to, or what it says of its way here, counts for nothing.
 */
export function isFromOurPages(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin === null ? headers.get("sec-fetch-site") === "same-origin" : origin === env().APP_ORIGIN;
}

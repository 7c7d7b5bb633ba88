import { canonicalAddress } from "@/lib/accounts/ip-address";
import { env } from "@/lib/env";

/**
 * The caller's address, always spelled the same way: the entry that our own outermost proxy added or, without proxies,
 * the one this server saw. Anything a proxy writes that is not an address is returned unchanged.
 */
export function callerAddress(forwarded: string | null): string | null {
  const hops = forwarded?.split(",").map((hop) => hop.trim()) ?? [];
  const hop = hops.at(-Math.max(1, env().TRUSTED_PROXIES));
  return hop ? (canonicalAddress(hop) ?? hop) : null;
}

/**
 * Does a post come from our own pages? Browsers name the origin of a post; an old one that does not will at least say
 * that it is the same site. The address a request was sent to, and the forwarding headers it carries, prove nothing.
 */
export function isFromOurPages(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin === null ? headers.get("sec-fetch-site") === "same-origin" : origin === env().APP_ORIGIN;
}

import { sign, unsign } from "@/lib/tokens";

const header = "x-from-proxy";

/** The header by which a page knows that `proxy.ts` led the request to it, and not whoever sent it. */
export const fromProxy = (): [string, string] => [header, sign("from-proxy", "rewrite")];

/** Did `proxy.ts` lead this request here? */
export const isFromProxy = (headers: Headers): boolean =>
  unsign("from-proxy", headers.get(header) ?? undefined) === "rewrite";

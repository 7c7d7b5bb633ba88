import { sign, unsign } from "@/lib/tokens";

const header = "x-from-proxy";

/** The header that tells a page that the request came through `proxy.ts`, and not straight from a caller. */
export const fromProxy = (): [string, string] => [header, sign("from-proxy", "rewrite")];

/** Did this request come through `proxy.ts`? */
export const isFromProxy = (headers: Headers): boolean =>
  unsign("from-proxy", headers.get(header) ?? undefined) === "rewrite";

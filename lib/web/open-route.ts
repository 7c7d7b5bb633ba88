import { problemDetails, type ProblemDetails } from "@/lib/api/problem-details";
import { feedVersion } from "@/lib/capacity/open-feed/read-places";
import { log, withRequestId } from "@/lib/log";
import { callerAddress } from "./caller-address";
import { problemType } from "./for-systems";
import { limited } from "./rate-limit";
import { busySentence } from "./refusals";

/** What is asked of the open feed: from which change on, and the number of its newest. */
interface FeedAsked {
  from: number;
  version: number;
}

/** Raise it when a release writes the same places in another way, so that no one keeps what the last release wrote. */
const shape = 1;

/** One form of the open feed. */
interface FeedForm {
  type: string;
  /** The part of the address that says from which change on; without it all is said at once. */
  from?: { name: "after" | "since"; needed: boolean };
  say: (asked: FeedAsked) => Promise<unknown> | AsyncIterable<string>;
}

/**
 * The handler of an address of the open feed, which anyone may read while support has it switched on. It answers who has
 * the newest version already (If-None-Match) before any place is read, and limits how often one address may ask.
 */
export const openRead =
  ({ type, from, say }: FeedForm) =>
  (request: Request): Promise<Response> =>
    withRequestId(request.headers.get("x-request-id") ?? "none", async () => {
      try {
        const tooOften = await limited(
          "open feed from one place",
          callerAddress(request.headers.get("x-forwarded-for")),
        );
        if (tooOften) return refusal(problemDetails("too-many", tooOften.message), { "Retry-After": "60" });
        const version = await feedVersion();
        if (version === null) return refusal(problemDetails("not-found", "Free places are not published here."));
        const asked = from ? versionIn(new URL(request.url).searchParams.get(from.name), from.needed) : 0;
        if (asked === null)
          return refusal(problemDetails("unreadable", `Send ${from?.name ?? ""} as a number that we gave you, or 0.`));
        const headers = { ETag: `"${shape}-${version}"`, "Cache-Control": "public, no-cache", "Content-Type": type };
        if (has(request.headers.get("if-none-match"), headers.ETag))
          return new Response(null, { status: 304, headers });
        return new Response(await written(say({ from: asked, version })), { headers });
      } catch (fault) {
        const tooBusy = busySentence(fault);
        if (tooBusy === null) throw fault;
        log.warn({ status: 503, err: fault }, "the open feed was asked for while the service was busy");
        return refusal(problemDetails("busy", tooBusy), { "Retry-After": "30" });
      }
    });

/** The version that an address names; 0 if it need name none; null if it is no number. */
function versionIn(text: string | null, needed: boolean): number | null {
  if (text === null) return needed ? null : 0;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Compared weakly, as RFC 9110 has it for If-None-Match: on the way a cache may have made it weak. */
const has = (given: string | null, tag: string): boolean =>
  (given ?? "").split(",").some((each) => [tag, "*"].includes(each.trim().replace(/^W\//, "")));

async function written(said: Promise<unknown> | AsyncIterable<string>): Promise<BodyInit> {
  if (said instanceof Promise) return JSON.stringify(await said);
  const text = new TextEncoder();
  const parts = said[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const part = await parts.next();
      if (part.done) stream.close();
      else stream.enqueue(text.encode(part.value));
    },
  });
}

/** A refusal is of this moment alone: caches keep none. */
const refusal = (details: ProblemDetails, headers: Record<string, string> = {}): Response =>
  Response.json(details, {
    status: details.status,
    headers: { "Content-Type": problemType, "Cache-Control": "no-store", ...headers },
  });

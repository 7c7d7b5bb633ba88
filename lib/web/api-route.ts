import type { z } from "zod";
import { Forbidden } from "@/lib/access/policy";
import { callerOfKey, type ApiCaller } from "@/lib/api/caller";
import type { KeyScope } from "@/lib/api/key-scopes";
import { faultsOf, problemDetails, type ProblemDetails } from "@/lib/api/problem-details";
import { rememberSending } from "@/lib/api/remember-sending";
import { mostSent, readJson } from "@/lib/api/sent-body";
import { now } from "@/lib/clock";
import { log, withRequestId } from "@/lib/log";
import type { Outcome } from "@/lib/outcome";
import { problemType } from "./for-systems";
import { busySentence } from "./refusals";
import { callerAddress } from "./caller-address";
import { logRefusal } from "./log-refusal";
import { loggedPath } from "./logged-path";
import { limited } from "./rate-limit";

interface Asked<P> extends ApiCaller {
  params: P;
  query: URLSearchParams;
  now: Date;
}
type Props<P> = { params: Promise<P> };
type Route<P> = (request: Request, props: Props<P>) => Promise<Response>;

/** Reads for another system. What is null is "not found": it does not exist, or is not theirs. */
export const apiRead = <P = object>(run: (asked: Asked<P>) => Promise<unknown>): Route<P> =>
  guarded("read", async (asked) => {
    const found = await run(asked);
    return found === null ? notFound() : json(200, found);
  });

/**
 * Takes what another system sends, in one shape, once for each Idempotency-Key. `run` is given the key under which its
 * command does it once; what it refuses is said in the words of the form.
 */
export const apiSend = <P, S extends z.ZodType>(
  scope: Exclude<KeyScope, "read">,
  shape: S,
  run: (sent: z.output<S>, idempotencyKey: string, asked: Asked<P>) => Promise<Outcome<unknown>>,
): Route<P> =>
  guarded(scope, async (asked: Asked<P>, request) => {
    const given = /^"?([\w.:-]{1,100})"?$/.exec(request.headers.get("idempotency-key") ?? "")?.[1];
    if (given === undefined)
      return problem(problemDetails("no-idempotency-key", "Send a new one, such as a UUID, with each thing you send."));
    if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
      return problem(problemDetails("wrong-type", "Send a body with Content-Type: application/json."));
    const text = await request.text();
    if (text.length > mostSent) return problem(problemDetails("too-large"));
    const read = shape.safeParse(readJson(text));
    if (!read.success) return problem(problemDetails("unreadable", "It must fit the schema.", wrongIn(read.error)));
    const said = `${request.method} ${new URL(request.url).pathname} ${text}`;
    const idempotencyKey = given;
    if (!(await rememberSending({ keyId: asked.key.id, idempotencyKey, said }, asked.now)))
      return problem(problemDetails("key-used", "Send a new one with what you have changed."));
    const outcome = await run(read.data, `api-${asked.key.id}-${given}`, asked);
    return outcome.ok
      ? json(201, outcome.value)
      : problem(problemDetails("refused", undefined, faultsOf(outcome.problems)));
  });

/** Where what was sent does not fit, and no more of it than that. */
const wrongIn = (error: z.ZodError) =>
  error.issues.slice(0, 50).map(({ path }) => ({
    pointer: `#/${path.map(String).join("/")}`,
    message: "This does not fit the schema, or is not in it",
  }));

/** Asks whose key it is and what it may do, before anything of the request is read. */
function guarded<P>(scope: KeyScope, run: (asked: Asked<P>, request: Request) => Promise<Response>): Route<P> {
  return (request, props) => {
    const requestId = request.headers.get("x-request-id") ?? "none";
    return withRequestId(requestId, () => answered(scope, run, request, props));
  };
}

async function answered<P>(
  scope: KeyScope,
  run: (asked: Asked<P>, request: Request) => Promise<Response>,
  request: Request,
  props: Props<P>,
): Promise<Response> {
  const time = now();
  const address = callerAddress(request.headers.get("x-forwarded-for"));
  try {
    const key = /^Bearer ([\w-]{1,100})$/.exec(request.headers.get("authorization") ?? "")?.[1];
    const caller = key === undefined ? null : await callerOfKey(key, time);
    const tooOften = await (caller
      ? limited("api", `key:${caller.key.id}`)
      : limited("api without a key from one place", address));
    if (tooOften) return problem(problemDetails("too-many", tooOften.message), { "Retry-After": "60" });
    if (!caller) return problem(problemDetails("no-key"), { "WWW-Authenticate": "Bearer" });
    if (!caller.key.scopes.includes(scope)) return problem(problemDetails("wrong-scope"));
    const query = new URL(request.url).searchParams;
    return await run({ ...caller, params: await props.params, query, now: time }, request).catch((fault: unknown) => {
      if (!(fault instanceof Forbidden)) throw fault;
      const target = loggedPath(new URL(request.url).pathname);
      logRefusal({ user: caller.user, verb: fault.verb, target, address }, time);
      return notFound();
    });
  } catch (fault) {
    const tooBusy = busySentence(fault);
    if (tooBusy === null) throw fault;
    log.warn({ status: 503, err: fault }, "a system asked while the service was busy");
    return problem(problemDetails("busy", tooBusy), { "Retry-After": "30" });
  }
}

const notFound = () => problem(problemDetails("not-found"));

const json = (status: number, body: unknown): Response => Response.json(body, { status });

const problem = (details: ProblemDetails, headers: Record<string, string> = {}): Response =>
  Response.json(details, {
    status: details.status,
    headers: { "Content-Type": problemType, ...headers },
  });

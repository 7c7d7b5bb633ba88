import { randomBytes, randomUUID } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { ukDecision } from "./lib/accounts/uk-only";
import { callerAddress, isFromOurPages } from "./lib/web/caller-address";
import { problemDetails, type RefusalKind } from "./lib/api/problem-details";
import { databaseAnswers } from "./lib/db";
import { env } from "./lib/env";
import { log } from "./lib/log";
import { unsubscribePath } from "./lib/outbox/mailed-secrets";
import { isForSystems, problemType } from "./lib/web/for-systems";
import { fromProxy, isFromProxy } from "./lib/web/from-proxy";
import { loggedPath } from "./lib/web/logged-path";
import { isMailHtml, mailHeaders, securityHeaders } from "./lib/web/security-headers";

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);
// The last is signed by who posts it, from wherever that is.
const alwaysThere = ["/healthz", "/readyz", "/api/mail/events"];
// A mail program posts here, from wherever it is: the secret in the address is all that it needs.
const fromMailPrograms = unsubscribePath("");
// The same for everyone, so that caches may keep it.
const mayBeKept = [
  ...["/api/v1/places", "/api/v1/places.csv", "/api/v1/places/changes", "/api/v1/places/fhir", "/api/v1/places/hsds"],
  ...["/theme.css", "/windows/calendar.ics", "/manifest.webmanifest", "/.well-known/security.txt"],
];

/**
 * What every request meets first: headers with a fresh nonce, our own check of where a post comes from, a plain page
 * for callers from abroad where the service is for the UK alone, and one with status 503 while the database is away. It
 * decides nothing about who may see what.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const requestId = request.headers.get("x-request-id") ?? randomUUID();
  const nonce = randomBytes(16).toString("base64");
  const path = request.nextUrl.pathname;
  const development = process.env.NODE_ENV === "development";
  const ours = securityHeaders(env().APP_ORIGIN, nonce, { development, tiles: env().MAP_TILES_URL });
  const headers = isMailHtml(path) ? mailHeaders(ours) : ours;
  const { method } = request;
  log.debug({ requestId, method, path: loggedPath(path) }, "request");

  const finish = (response: NextResponse) => {
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    response.headers.set("X-Request-Id", requestId);
    if (!response.headers.has("Cache-Control") && !mayBeKept.includes(path))
      response.headers.set("Cache-Control", "private, no-store");
    return response;
  };
  // Where this proxy leads, Next may ask the way once more: as a request of its own.
  if (alwaysThere.includes(path) || path.startsWith(fromMailPrograms) || isFromProxy(request.headers))
    return finish(NextResponse.next());
  if (!isOurs(request)) return finish(new NextResponse(`The service is at ${env().APP_ORIGIN}.\n`, { status: 421 }));
  // A system is known by the key that it sends with each request, which no browser adds by itself.
  if (unsafe.has(method) && !isForSystems(path) && !isFromOurPages(request.headers)) {
    log.warn(
      { requestId, path: loggedPath(path), origin: request.headers.get("origin") },
      "a post from another site was refused",
    );
    return finish(new NextResponse("This form was sent from another website, so nothing was done.\n", { status: 403 }));
  }
  if (!isFromHere(request, requestId))
    return finish(isForSystems(path) ? problem("abroad") : led("/abroad", request, new Headers(request.headers)));
  const passed = new Headers(request.headers);
  for (const [name, value] of [
    ["content-security-policy", headers["Content-Security-Policy"] ?? ""],
    ["x-nonce", nonce],
    ["x-request-id", requestId],
    ["x-path", path + request.nextUrl.search],
    ["x-forwarded-host", new URL(env().APP_ORIGIN).host],
  ] as const)
    passed.set(name, value);
  if (!(await databaseAnswers()))
    return finish(isForSystems(path) ? outageForSystems() : led("/outage", request, passed));
  return finish(NextResponse.next({ request: { headers: passed } }));
}

/** Answered by another page than the one asked for: one that answers to this proxy alone. */
function led(to: string, request: NextRequest, headers: Headers): NextResponse {
  headers.set(...fromProxy());
  return NextResponse.rewrite(new URL(to, request.url), { request: { headers } });
}

const problem = (kind: RefusalKind, detail?: string, headers: Record<string, string> = {}) => {
  const details = problemDetails(kind, detail);
  return NextResponse.json(details, { status: details.status, headers: { "Content-Type": problemType, ...headers } });
};

const outageForSystems = () =>
  problem("busy", "The service is away. Nothing that you sent was lost or stored.", { "Retry-After": "30" });

const isOurs = (request: NextRequest) => request.headers.get("host") === new URL(env().APP_ORIGIN).host;

/** UK_ONLY: report writes who came from abroad to the log, enforce refuses them. */
function isFromHere({ headers, nextUrl }: NextRequest, requestId: string): boolean {
  const address = callerAddress(headers.get("x-forwarded-for"));
  const { allowed, abroad } = ukDecision({ address, header: (name) => headers.get(name) }, env());
  if (abroad)
    log.warn({ requestId, address, path: loggedPath(nextUrl.pathname), allowed }, "a request from outside the UK");
  return allowed;
}

export const config = {
  matcher: ["/((?!_next/static|nhsuk/|icon.svg|icons/|favicon.ico|robots.txt|(?:admin/imports|uploads)/upload$).*)"],
};

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as root from "@/app/api/v1/route";
import * as asked from "@/app/api/v1/locations/[location]/returns/[collection]/route";
import * as areas from "@/app/api/v1/areas/route";
import * as areaSums from "@/app/api/v1/areas/[kind]/[code]/route";
import * as beds from "@/app/api/v1/locations/[location]/beds/route";
import * as confirmation from "@/app/api/v1/locations/[location]/beds/confirmation/route";
import * as locations from "@/app/api/v1/locations/route";
import * as described from "@/app/api/v1/openapi.json/route";
import * as changes from "@/app/api/v1/places/changes/route";
import * as fhir from "@/app/api/v1/places/fhir/route";
import * as hsds from "@/app/api/v1/places/hsds/route";
import * as places from "@/app/api/v1/places/route";
import * as csv from "@/app/api/v1/places.csv/route";
import * as receipt from "@/app/api/v1/receipts/[reference]/route";
import * as receipts from "@/app/api/v1/receipts/route";
import * as windows from "@/app/api/v1/windows/route";

type Handler = (request: Request, props: { params: Promise<never> }) => Promise<Response>;

const routes: [RegExp, object][] = [
  [/^\/api\/v1$/, root],
  [/^\/api\/v1\/windows$/, windows],
  [/^\/api\/v1\/locations$/, locations],
  [/^\/api\/v1\/locations\/(?<location>[^/]+)\/returns\/(?<collection>[^/]+)$/, asked],
  [/^\/api\/v1\/locations\/(?<location>[^/]+)\/beds$/, beds],
  [/^\/api\/v1\/locations\/(?<location>[^/]+)\/beds\/confirmation$/, confirmation],
  [/^\/api\/v1\/receipts$/, receipts],
  [/^\/api\/v1\/receipts\/(?<reference>[^/]+)$/, receipt],
  [/^\/api\/v1\/areas$/, areas],
  [/^\/api\/v1\/areas\/(?<kind>[^/]+)\/(?<code>[^/]+)$/, areaSums],
  [/^\/api\/v1\/places$/, places],
  [/^\/api\/v1\/places\.csv$/, csv],
  [/^\/api\/v1\/places\/changes$/, changes],
  [/^\/api\/v1\/places\/fhir$/, fhir],
  [/^\/api\/v1\/places\/hsds$/, hsds],
  [/^\/api\/v1\/openapi\.json$/, described],
];

/** What a broken service does to an answer on its way out. */
export type Breaks = (request: Request, answer: Response) => Response | Promise<Response>;

async function answered(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const [pattern, route] of routes) {
    const found = pattern.exec(pathname);
    const handler = (route as Record<string, Handler | undefined>)[request.method];
    if (found && handler) return handler(request, { params: Promise.resolve((found.groups ?? {}) as never) });
  }
  return new Response(null, { status: 404 });
}

/** The API's own addresses over HTTP, without the pages around them. `breaks` makes a service of it that does not keep a promise. */
export async function apiServer(
  breaks: Breaks = (_request, answer) => answer,
): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const headers = new Headers(
        Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
      );
      const sent = incoming.method === "POST" && { body: Buffer.concat(parts) };
      const request = new Request(`http://localhost${incoming.url ?? "/"}`, {
        method: incoming.method ?? "GET",
        headers,
        ...sent,
      });
      void answered(request.clone())
        .then((answer) => breaks(request, answer))
        .then(async (answer) => {
          outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
          outgoing.end(await answer.text());
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

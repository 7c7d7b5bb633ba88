import { env } from "@/lib/env";

/** Leads on to a page of ours, with the headers that the proxy gives every answer. `met` is what the proxy said. */
export function leadsOn(met: Response, to: string): Response {
  const headers = new Headers([...met.headers].filter(([name]) => !name.startsWith("x-middleware")));
  headers.set("Location", `${env().APP_ORIGIN}${to}`);
  return new Response(null, { status: 303, headers });
}

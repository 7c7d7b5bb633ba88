import { now } from "@/lib/clock";
import { challenge } from "@/lib/registrations/proof-of-work";

/** A riddle for the "I’m not a robot" box: made at each request, kept nowhere. */
export async function GET(): Promise<Response> {
  return Response.json(await challenge(now()), { headers: { "Cache-Control": "no-store" } });
}

import { now } from "@/lib/clock";
import { challenge } from "@/lib/registrations/proof-of-work";

/** A puzzle for the "I’m not a robot" box: made at each request, and kept nowhere. */
export async function GET(): Promise<Response> {
  return Response.json(await challenge(now()), { headers: { "Cache-Control": "no-store" } });
}

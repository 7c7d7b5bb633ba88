import { sessionLeft } from "@/lib/accounts/session-left";
import { isFromOurPages } from "@/lib/web/caller-address";
import { now } from "@/lib/clock";
import { liveSession, sessionToken } from "@/lib/web/session";

/** How long this browser's session has left. Asking does not lengthen it. */
export const GET = answer;

/** Lengthens this browser's session, as any page does: the warning's "Stay signed in". */
export async function POST(request: Request) {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  await liveSession();
  return answer();
}

async function answer() {
  const token = await sessionToken();
  const left = token ? await sessionLeft(token, now()) : null;
  return Response.json(left ?? { idle: 0, most: 0 }, { headers: { "Cache-Control": "private, no-store" } });
}

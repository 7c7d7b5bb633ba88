import { stopSearch } from "@/lib/capacity/stop-search";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { stopSearchPath } from "@/lib/outbox/mailed-secrets";

const longest = 1000;

interface Context {
  params: Promise<{ secret: string }>;
}

/**
 * Where a mail program posts when its reader presses "unsubscribe" in it. The secret of the email is all it takes: it can
 * stop one search and do nothing else, so the proxy lets it pass from anywhere.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? longest + 1) > longest)
    return new Response(null, { status: 413 });
  const posted = await request.formData().catch(() => new FormData());
  if (posted.get("List-Unsubscribe") !== "One-Click") return new Response(null, { status: 400 });
  const { secret } = await params;
  await stopSearch(secret, now());
  return new Response(null, { status: 204 });
}

/** Someone follows the address itself: to the page with the button. Looking changes nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { secret } = await params;
  const to = env().APP_ORIGIN + stopSearchPath(encodeURIComponent(secret));
  return new Response(null, { status: 303, headers: { Location: to } });
}

import { now } from "@/lib/clock";
import { hearOfBounce } from "@/lib/email/hear-of-bounce";
import { env } from "@/lib/env";

const longest = 100_000;

/** Where Resend tells us whether an email arrived. It proves who it is by its signature, so the proxy lets it pass. */
export async function POST(request: Request): Promise<Response> {
  if (!env().RESEND_WEBHOOK_SECRET) return new Response(null, { status: 404 });
  if (Number(request.headers.get("content-length") ?? longest + 1) > longest)
    return new Response(null, { status: 413 });
  const heard = await hearOfBounce(await request.text(), request.headers, now());
  return new Response(null, { status: heard === "refused" ? 401 : 204 });
}

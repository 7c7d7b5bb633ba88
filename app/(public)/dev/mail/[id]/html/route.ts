import { now } from "@/lib/clock";
import { keptEmail } from "@/lib/email/queries";

/** The HTML of one message of a demo, for the frame that shows it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const email = await keptEmail((await params).id, now());
  if (!email?.drawn) return new Response("There is no such message.\n", { status: 404 });
  return new Response(email.drawn.html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

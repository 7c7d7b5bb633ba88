import { exampleEmail } from "@/lib/email/examples";
import { supportUser } from "@/lib/web/session";

/** The HTML of one example, for the frame that shows it. */
export async function GET(_request: Request, { params }: { params: Promise<{ template: string }> }): Promise<Response> {
  const user = await supportUser();
  const example = await exampleEmail(user, (await params).template);
  if (!example) return new Response("There is no such message.\n", { status: 404 });
  return new Response(example.html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

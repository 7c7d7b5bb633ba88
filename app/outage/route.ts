import { service } from "@/app/shell/service";
import { escapeHtml } from "@/lib/html";
import { isFromProxy } from "@/lib/web/from-proxy";
import { plainPage } from "@/lib/web/plain-page";
import { sendAgainForm, typedInto } from "@/lib/web/send-again";

/**
 * While the database is away: status 503 and every typed field still there to be sent again. No one is signed out. Only
 * the proxy leads here: another website's form must not make our address show its words.
 */
async function outage(request: Request) {
  if (!isFromProxy(request.headers)) return new Response("Page not found\n", { status: 404 });
  const path = request.headers.get("x-path") ?? "/";
  const form = request.method === "POST" ? await request.formData().catch(() => new FormData()) : new FormData();
  const { support } = service();
  const contact = `email <a href="mailto:${escapeHtml(support.email)}">${escapeHtml(support.email)}</a> or call ${escapeHtml(support.phone)}`;
  const page = plainPage({
    heading: "Sorry, the service is not available",
    title: "Error: the service is not available",
    html: `<p>We cannot reach our records at the moment. You are still signed in, and nothing you saved is lost.</p>
<p>Wait a minute, then try again. If the problem continues, ${contact}.</p>
${sendAgainForm(path, typedInto(form))}`,
  });
  return new Response(page, {
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "retry-after": "10" },
  });
}

export { outage as GET, outage as POST };

import { service } from "@/app/shell/service";
import { escapeHtml } from "@/lib/html";
import { isFromProxy } from "@/lib/web/from-proxy";
import { plainPage } from "@/lib/web/plain-page";

/**
 * For callers from abroad, where UK_ONLY is enforced: why they are kept out, and who to ask. Only the proxy leads here.
 */
function abroad(request: Request) {
  if (!isFromProxy(request.headers)) return new Response("Page not found\n", { status: 404 });
  const { name, support } = service();
  const contact = `email <a href="mailto:${escapeHtml(support.email)}">${escapeHtml(support.email)}</a> or call ${escapeHtml(support.phone)}, ${escapeHtml(support.hours)}`;
  const page = plainPage({
    heading: `${name} can only be used from the United Kingdom`,
    title: "Only available in the United Kingdom",
    html: `<p>Your connection seems to come from another country. If you use a VPN or your organisation sends its traffic through one, turn it off or use another connection.</p>
<p>If you are in the UK, or work for a UK organisation abroad, ${contact}.</p>`,
  });
  return new Response(page, { status: 403, headers: { "content-type": "text/html; charset=utf-8" } });
}

export { abroad as GET, abroad as POST };

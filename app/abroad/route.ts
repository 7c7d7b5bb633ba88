import { escapeHtml } from "@/lib/html";
import { service } from "@/app/shell/service";

/** For callers from abroad, where UK_ONLY is enforced: why they are kept out, and whom to ask. */
function abroad() {
  const { name, support } = service();
  const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Only from the United Kingdom - ${escapeHtml(name)}</title><link rel="stylesheet" href="/nhsuk/nhsuk-frontend.min.css"></head>
<body><div class="nhsuk-width-container"><main class="nhsuk-main-wrapper" id="maincontent"><h1>${escapeHtml(name)} can only be used from the United Kingdom</h1>
<p>Your connection seems to come from another country. If you use a VPN or your organisation sends its traffic through one, turn it off or use another connection.</p>
<p>If you are in the UK, or work for a UK organisation abroad, email <a href="mailto:${escapeHtml(support.email)}">${escapeHtml(support.email)}</a> or call ${escapeHtml(support.phone)}, ${escapeHtml(support.hours)}.</p>
</main></div></body></html>`;
  return new Response(page, { status: 403, headers: { "content-type": "text/html; charset=utf-8" } });
}

export { abroad as GET, abroad as POST };

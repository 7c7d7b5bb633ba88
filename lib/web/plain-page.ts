import { env } from "@/lib/env";
import { escapeHtml } from "@/lib/html";

/** A page that needs only the style sheet, for when no page of the service can be shown. */
export function plainPage({ heading, title = heading, html }: { heading: string; title?: string; html: string }) {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - ${escapeHtml(env().SERVICE_NAME)}</title><link rel="stylesheet" href="/nhsuk/nhsuk-frontend.min.css"></head>
<body><div class="nhsuk-width-container"><main class="nhsuk-main-wrapper" id="maincontent"><h1>${escapeHtml(heading)}</h1>
${html}</main></div></body></html>`;
}

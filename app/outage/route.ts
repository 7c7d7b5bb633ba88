import { escapeHtml } from "@/lib/html";
import { service } from "@/app/shell/service";

/** While the database is away: status 503 and every typed field still there to be sent again. Nobody is signed out. */
async function outage(request: Request) {
  const path = request.headers.get("x-path") ?? "/";
  const headers = { "content-type": "text/html; charset=utf-8", "retry-after": "10" };
  return new Response(page(path, request.method === "POST" ? await typedIn(request) : []), { status: 503, headers });
}

export { outage as GET, outage as POST };

async function typedIn(request: Request): Promise<[string, string][]> {
  const form = await request.formData().catch(() => new FormData());
  return [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !/password|token/i.test(entry[0]),
  );
}

function page(path: string, typed: [string, string][]): string {
  const { name, support } = service();
  const shown = typed.filter(([field, value]) => value && !field.startsWith("$") && !/key$/i.test(field));
  const again = typed.length
    ? `<h2>What you typed is still here</h2>
<dl class="nhsuk-summary-list">${shown.map(([field, value]) => `<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">${escapeHtml(words(field))}</dt><dd class="nhsuk-summary-list__value">${escapeHtml(value)}</dd></div>`).join("")}</dl>
<form method="post" action="${escapeHtml(path)}" enctype="multipart/form-data">${typed.map(([field, value]) => `<input type="hidden" name="${escapeHtml(field)}" value="${escapeHtml(value)}">`).join("")}<button class="nhsuk-button" type="submit">Send it again</button></form>`
    : `<p><a class="nhsuk-button" role="button" href="${escapeHtml(path)}">Try again</a></p>`;
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Error: the service is not available - ${escapeHtml(name)}</title><link rel="stylesheet" href="/nhsuk/nhsuk-frontend.min.css"></head>
<body><div class="nhsuk-width-container"><main class="nhsuk-main-wrapper" id="maincontent"><h1>Sorry, the service is not available</h1>
<p>We cannot reach our records at the moment. You have not been signed out and nothing that was saved is lost.</p>
<p>Wait a minute, then try again. If it goes on, email <a href="mailto:${escapeHtml(support.email)}">${escapeHtml(support.email)}</a> or call ${escapeHtml(support.phone)}.</p>
${again}</main></div></body></html>`;
}

/** A field's name as words: "fullName" is "Full name". */
const words = (field: string) =>
  field
    .replace(/[._]/g, " ")
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (first) => first.toUpperCase());

import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** An address that no page has. Next answers it with the whole page "Page not found". */
const nowhere = "/page-not-found";

/**
 * Whether an answer is the page that a person sees where there is nothing, or nothing for them. Next sends it empty when
 * a page finds this out while it is drawn: only a script would fill it, so that without JavaScript it stays blank
 * (https://github.com/vercel/next.js/issues/62228).
 */
export const isNotFoundPage = (request: IncomingMessage, answer: IncomingMessage): boolean =>
  answer.statusCode === 404 &&
  (answer.headers["content-type"] ?? "").startsWith("text/html") &&
  !("rsc" in request.headers || "next-action" in request.headers);

interface NotFoundPage {
  headers: IncomingHttpHeaders;
  html: string;
}

const keptFor = 5_000;
let kept: { until: number; nextPort: number; page: Promise<NotFoundPage> } | undefined;

/**
 * "Page not found" as Next draws it, without scripts: it has nothing to press but links. It is the same for everyone,
 * and is drawn again after five seconds. Each answer that sends it adds a policy with a nonce of its own.
 */
export function notFoundPage(nextPort: number, headers: IncomingHttpHeaders, now: Date): Promise<NotFoundPage> {
  if (kept && kept.nextPort === nextPort && now.getTime() < kept.until) return kept.page;
  const page = drawn(nextPort, headers);
  page.catch(() => (kept = undefined));
  kept = { until: now.getTime() + keptFor, nextPort, page };
  return page;
}

async function drawn(port: number, { host, ...from }: IncomingHttpHeaders): Promise<NotFoundPage> {
  const forwarded = Object.fromEntries(Object.entries(from).filter(([name]) => name.startsWith("x-forwarded-")));
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    ask({ host: "127.0.0.1", port, path: nowhere, headers: { ...forwarded, ...(host && { host }) } })
      .on("response", resolve)
      .on("error", reject)
      .end();
  });
  if (answer.statusCode !== 404) throw new Error(`Next answered ${answer.statusCode} where there is no page`);
  const html = withoutScripts(await text(answer));
  const { "x-request-id": _id, "content-security-policy": _policy, ...headers } = answer.headers;
  return { headers: { ...headers, "content-length": String(Buffer.byteLength(html)) }, html };
}

const withoutScripts = (html: string) =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\bas="script"[^>]*>| nonce="[^"]*"/g, "");

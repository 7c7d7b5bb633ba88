import { request as ask, type Agent, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
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

/** "Page not found" as Next draws it, without scripts: it has nothing to press but links. */
export async function notFoundPage(
  next: { nextPort: number; agent: Agent },
  headers: IncomingHttpHeaders,
): Promise<{ headers: IncomingHttpHeaders; html: string }> {
  const asked = ["host", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-request-id"];
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    ask({
      host: "127.0.0.1",
      port: next.nextPort,
      agent: next.agent,
      path: nowhere,
      headers: Object.fromEntries(asked.flatMap((name) => (headers[name] ? [[name, headers[name]]] : []))),
    })
      .on("response", resolve)
      .on("error", reject)
      .end();
  });
  const html = withoutScripts(await text(answer));
  return { headers: { ...answer.headers, "content-length": String(Buffer.byteLength(html)) }, html };
}

const withoutScripts = (html: string) =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\bas="script"[^>]*>/g, "");

import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { escapeHtml } from "@/lib/html";

const port = Number(process.env.PORT || 3001);
process.env.SERVICE_MODE ??= "demo";
process.env.APP_ORIGIN ??= `http://localhost:${port}`;
process.env.DATABASE_URL ??= "postgresql://nowhere";
process.env.SECRET_KEY ??= randomBytes(32).toString("base64url");

/** Shows every message of the service as people receive it, and again after each change, for those who write them. */
async function answer(path: string): Promise<{ type: string; body: string } | null> {
  const { drawExample, exampleSubjects } = await import("@/lib/email/examples");
  const [, template = "", form = ""] = path.split("/");
  const messages = exampleSubjects();
  const links = messages.map(
    (message) =>
      `<li><a href="/${message.template}"${message.template === template ? ' aria-current="page"' : ""}>${escapeHtml(message.subject)}</a></li>`,
  );
  const nav = `<nav aria-label="Messages"><ol>${links.join("")}</ol></nav>`;
  if (template === "") return page("Messages", `${nav}<main><h1>${messages.length} messages</h1></main>`);
  const message = await drawExample(template);
  if (!message) return null;
  if (form === "html") return { type: "text/html", body: message.html };
  const frame = (title: string, width: number) =>
    `<figure><figcaption>${title}</figcaption><iframe title="${title}" src="/${template}/html" width="${width}" height="900" sandbox></iframe></figure>`;
  const text = `<figure><figcaption>Plain text</figcaption><pre>${escapeHtml(message.text)}</pre></figure>`;
  return page(
    message.subject,
    `${nav}<main><h1>${escapeHtml(message.subject)}</h1><p>emails/${template}.tsx</p>${frame("Desktop", 700)}${frame("Phone", 375)}${text}</main>`,
  );
}

const style =
  "body{display:flex;gap:2rem;font:16px/1.5 Arial,sans-serif;margin:1rem}nav{flex:0 0 20rem}[aria-current]{font-weight:bold}figure{display:inline-block;vertical-align:top;margin:0 1rem 1rem 0}iframe{border:1px solid #aeb7bd}pre{white-space:pre-wrap;max-width:40rem}";

const page = (title: string, body: string) => ({
  type: "text/html",
  body: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`,
});

createServer((request, response) => {
  const fail = (fault: unknown) => response.writeHead(500).end(String(fault));
  answer(request.url ?? "/").then((found) => {
    if (!found) return response.writeHead(404).end("There is no such message.\n");
    return response.writeHead(200, { "content-type": `${found.type}; charset=utf-8` }).end(found.body);
  }, fail);
}).listen(port, "127.0.0.1", () => {
  console.log(`Every message is at http://localhost:${port}`);
});

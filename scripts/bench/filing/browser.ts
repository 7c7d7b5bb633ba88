import http from "node:http";

/** Acts as a browser without JavaScript: opens pages with a cookie and posts the forms on them. */
export class Browser {
  constructor(
    private readonly origin: URL,
    private readonly agent: http.Agent,
    private readonly cookie: string,
  ) {}

  /** Opens a page, and tries again while the service says that it is not ready. */
  async open(path: string, tries = 5): Promise<string> {
    const { status, body } = await this.ask("GET", path);
    if (status === 503 && tries > 1) return this.open(path, tries - 1);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body;
  }

  /** Posts a form and returns the address it redirects to. Throws if it does not redirect. */
  async send(path: string, fields: readonly (readonly [string, string])[]): Promise<string> {
    const { status, location } = await this.ask("POST", path, multipart(fields));
    if (status !== 303 || !location) throw new Error(`Posting to ${path} answered ${status}`);
    return location;
  }

  private ask(method: string, path: string, sent?: { type: string; body: Buffer }) {
    return new Promise<{ status: number; location?: string; body: string }>((resolve, reject) => {
      const { host, hostname, port, origin } = this.origin;
      const headers = {
        host,
        cookie: this.cookie,
        accept: "text/html",
        ...(sent && { origin, "content-type": sent.type, "content-length": sent.body.length }),
      };
      const request = http.request(
        { hostname: hostname === "localhost" ? "127.0.0.1" : hostname, port, method, path, headers, agent: this.agent },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.on("error", reject);
          answer.on("end", () => {
            const { location } = answer.headers;
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(parts).toString(),
              ...(location && { location }),
            });
          });
        },
      );
      request.on("error", reject);
      request.end(sent?.body);
    });
  }
}

/** The hidden fields of the form that contains a certain field, as a browser would post them. */
export function fieldsOf(page: string, holding: string): [string, string][] {
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(`name="${holding}"`));
  if (!form) throw new Error(`No form on the page has ${holding}`);
  return [...form.matchAll(/<input([^>]*)>/g)].flatMap(([, attributes = ""]) => {
    const of = (name: string) => attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
    const name = of("name");
    return of("type") === "hidden" && name ? [[decoded(name), decoded(of("value") ?? "")] as [string, string]] : [];
  });
}

const entities: Record<string, string> = { "&amp;": "&", "&quot;": '"', "&#x27;": "'", "&lt;": "<", "&gt;": ">" };
const decoded = (text: string) => text.replace(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => entities[entity] ?? entity);

function multipart(fields: readonly (readonly [string, string])[]) {
  const boundary = "----form-of-a-return";
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.from(`${parts.join("")}--${boundary}--\r\n`),
  };
}

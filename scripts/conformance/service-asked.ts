import Ajv2020 from "ajv/dist/2020";

/** What the description is called while it is held against what was answered. */
const described = "https://service.invalid/";

/** What a service answered: its status, its headers, and its body where that is JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  said: unknown;
}

interface Asking {
  key?: string | null;
  body?: string;
  headers?: Record<string, string>;
}

/** A service that is asked as another system asks it. */
export class ServiceAsked {
  private readonly base: string;
  private ajv: Promise<Ajv2020> | undefined;

  constructor(
    url: string,
    private readonly key: string,
  ) {
    this.base = `${url.replace(/\/+$/, "").replace(/\/api\/v1$/, "")}/api/v1`;
  }

  async ask(path: string, { key = this.key, body, headers = {} }: Asking = {}): Promise<Answer> {
    const answer = await fetch(this.base + path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      redirect: "manual",
    });
    const said: unknown = await answer.json().catch(() => undefined);
    return { status: answer.status, headers: answer.headers, said };
  }

  /** Does this fit a schema of the service's own description? Throws what does not. */
  async mustFit(name: string, value: unknown): Promise<void> {
    const ajv = await (this.ajv ??= this.described());
    const fits = ajv.getSchema(`${described}#/components/schemas/${name}`);
    if (!fits) throw new Error(`the description has no schema ${name}`);
    if (!fits(value)) throw new Error(`it does not fit the schema ${name}: ${ajv.errorsText(fits.errors)}`);
  }

  private async described(): Promise<Ajv2020> {
    const { said } = await this.ask("/openapi.json", { key: null });
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema({ $id: described, ...(said as object) });
    return ajv;
  }
}

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { origin, root, type Answer, type OwnService } from "@/tests/browser/own-service";

interface Built {
  id: string;
  /** "/returns/[location]/[collection]/nil": a page that the act can be posted to. */
  route: string;
}

interface Manifest {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
}

/** Every server action there is in what was built, by its name: as a browser finds them, each with a page that has it. */
export function builtActions(): Map<string, Built> {
  const file = path.join(root, ".next/standalone/.next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return new Map(
    Object.entries(node).map(([id, { exportedName, workers }]) => {
      const pages = Object.keys(workers).filter((worker) => worker.endsWith("/page"));
      const [page = ""] = pages.sort((one, other) => one.split("[").length - other.split("[").length);
      return [exportedName, { id, route: page.replace(/^app|\/\([^)]*\)|\/page$/g, "") }];
    }),
  );
}

/** The address of a page, with what a form names in place of its brackets. */
const addressOf = (route: string, typed: Readonly<Record<string, string>>) =>
  route.replace(/\[([^\]]+)\]/g, (_, name: string) => typed[name] ?? typed[`form.${name}`] ?? "1");

/** Posts to a server action as the browser's script does: its state and its form, by the action's own number. */
export async function actOverHttp(
  service: OwnService,
  { id, route }: Built,
  typed: Readonly<Record<string, string>>,
  { cookie, headers = {} }: { cookie: string; headers?: Record<string, string> },
): Promise<Answer> {
  const edge = `edge${randomBytes(8).toString("hex")}`;
  const parts = Object.entries(typed).map(([name, value]) => [`_1_${name}`, value] as const);
  const state = JSON.stringify([{ problems: [], typed: {} }, "$K1"]);
  const body = [...parts, ["0", state] as const]
    .map(([name, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("");
  return service.ask(addressOf(route, typed), {
    method: "POST",
    cookie: cookie || undefined,
    headers: {
      origin,
      accept: "text/x-component",
      "next-action": id,
      "content-type": `multipart/form-data; boundary=${edge}`,
      ...headers,
    },
    body: `${body}--${edge}--\r\n`,
  });
}

import { readdirSync } from "node:fs";
import path from "node:path";
import { origin, root, unescaped, type Answer, type OwnService } from "./own-service";

interface Pattern {
  /** "/returns/[location]/[collection]" */
  route: string;
  matches(where: string): boolean;
}

/** Every address that the service answers, from its files. */
export function routePatterns(): Pattern[] {
  return (readdirSync(path.join(root, "app"), { recursive: true }) as string[])
    .filter((file) => /(?:^|\/)(?:page|route)\.tsx?$/.test(file))
    .map((file) => {
      const parts = file.split("/").slice(0, -1);
      const route = `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
      const pattern = new RegExp(`^${route.replace(/[.]/g, "\\.").replace(/\[[^\]]+\]/g, "[^/]+")}$`);
      return { route, matches: (where: string) => pattern.test(where.split("?")[0] ?? "") };
    })
    .sort((a, b) => a.route.split("[").length - b.route.split("[").length);
}

/**
 * Follows every link to ourselves from the first page on, as a reader's mail scanner or a search engine would: a few of
 * each kind of address. Posts nothing.
 */
export async function crawl(service: OwnService, cookie?: string, ofEach = 3): Promise<Answer[]> {
  const patterns = routePatterns();
  const kindOf = (where: string) => patterns.find(({ matches }) => matches(where))?.route ?? "";
  const seen = new Set<string>();
  const read = new Map<string, number>();
  const answers: Answer[] = [];
  const waiting = ["/", "/home", ...patterns.map(({ route }) => route).filter((route) => !route.includes("["))];
  for (let where = waiting.shift(); where !== undefined; where = waiting.shift()) {
    const kind = kindOf(where);
    const already = read.get(kind) ?? 0;
    if (seen.has(where) || already >= ofEach) continue;
    seen.add(where);
    read.set(kind, already + 1);
    const answer = await service.ask(where, { cookie });
    answers.push(answer);
    waiting.push(...linksIn(answer));
  }
  return answers;
}

function linksIn({ path: where, headers, text }: Answer): string[] {
  const named = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => unescaped(link ?? ""));
  const found = headers.location === undefined ? named : [headers.location, ...named];
  return found.flatMap((link) => {
    const to = URL.canParse(link, origin + where) ? new URL(link, origin + where) : null;
    if (to?.origin !== origin || /^\/(?:_next|nhsuk)\//.test(to.pathname)) return [];
    return [to.pathname + to.search];
  });
}

import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { routePatterns } from "@/tests/browser/crawl";
import { origin, type Answer, type OwnService } from "@/tests/browser/own-service";
import { isPrivate, pagesOfOthers, pagesOfPlaces, pagesWithoutTarget, type Cell } from "./pages";
import { each, nobody, signedIn, type Signed } from "./roles";
import { targetsIn } from "./targets";

interface Line {
  requestId?: string;
  account: number | null;
  handle: string | null;
  verb: string;
  target: string;
  address: string | null;
  msg: string;
}

/** Every line of the log about someone who was refused. */
export const refusals = (service: OwnService): Line[] =>
  readFileSync(service.logFile, "utf8")
    .split("\n")
    .filter((line) => line.includes('"msg":"refused"'))
    .map((line) => JSON.parse(line) as Line);

/** A request that Next takes for one that its proxy led on: what it would have checked or set is left out. */
export const pastTheProxy = (service: OwnService) => {
  const signature = createHmac("sha256", service.secrets.SECRET_KEY).update("from-proxy\nrewrite").digest("base64url");
  return { "x-from-proxy": `rewrite.${signature}` };
};

/** The generated matrix: everyone, each page, and every relation they can stand in to what it is about. */
export function testMatrix(service: OwnService): () => Signed[] {
  let people: Signed[] = [];
  const cells: Cell[] = [];
  const unsigned: Signed = { role: nobody, account: 0, cookie: "" };
  const counted = { pages: 0, refused: 0, past: 0 };

  test("every page is in the matrix, and every kind of person", async () => {
    test.setTimeout(120_000);
    people = await signedIn(service);
    const targets = await targetsIn(service);
    cells.push(...pagesWithoutTarget(), ...pagesOfPlaces(targets), ...(await pagesOfOthers(service)));
    const unseen = routePatterns().filter(
      ({ route, matches }) => isPrivate(route) && !cells.some(({ where }) => matches(where)),
    );
    expect(unseen.map(({ route }) => route)).toEqual(posted);
    const kinds = await service.sql<{ kind: string }>(
      "select distinct kind::text from account where email like '%@demo.example' order by 1",
    );
    expect(kinds.length).toBeGreaterThan(13);
  });

  const met = async (one: Signed, { where }: Cell, headers = {}): Promise<Answer> =>
    service.ask(where, { cookie: one.cookie || undefined, headers });
  /** What is wrong with an answer, or nothing. A page that leads on elsewhere is one's own too. */
  const wrongIn = ({ status, headers }: Answer, { where, may }: Cell, role: string): string | null => {
    const open = status >= 200 && status < 400;
    if (role === nobody) {
      const sent = status >= 300 && status < 400 && /sign-in|imports\/new|\/uploads$/.test(headers.location ?? "");
      return !isPrivate(where) || sent || status === 405 ? null : `${role} ${where}: ${status}`;
    }
    const fine = status === 405 || (may.includes(role) ? open : status === 404);
    return fine ? null : `${role} ${where}: ${status} ${headers.location ?? ""}`;
  };

  test("everyone gets exactly the pages of their role, and every refusal leaves one line that says whose", async () => {
    test.setTimeout(900_000);
    // What was downloaded by then counts as well, and would be one file too many for who may have them all.
    await service.sql("delete from rate_limit where key like 'export:%'");
    const earlier = refusals(service).length;
    const refused: string[] = [];
    const wrong: string[] = [];
    await each([unsigned, ...people], async (one) => {
      for (const cell of cells) {
        if (cell.apart?.includes(one.role) || (!isPrivate(cell.where) && !threeOf.includes(one.role))) continue;
        const answer = await met(one, cell);
        counted.pages++;
        wrong.push(...[wrongIn(answer, cell, one.role) ?? []].flat());
        if (answer.status === 404 && one.role !== nobody)
          refused.push(`${one.account} see ${cell.where.split("?")[0]}`);
      }
    });
    counted.refused = refused.length;
    expect(wrong).toEqual([]);
    const lines = () => refusals(service).slice(earlier);
    await expect.poll(() => lines().length).toBe(refused.length);
    expect(
      lines()
        .map(({ account, verb, target }) => `${account} ${verb} ${target}`)
        .sort(),
    ).toEqual(refused.sort());
    const whole = lines().every(({ handle, address }) => (handle ?? "").length > 0 && address === "127.0.0.1");
    expect(whole).toBe(true);
  });

  test("past the proxy no one gets a page more", async () => {
    test.setTimeout(900_000);
    const wrong: string[] = [];
    const headers = pastTheProxy(service);
    await each([unsigned, ...people], async (one) => {
      for (const cell of cells.filter(({ where, may }) => isPrivate(where) && !may.includes(one.role))) {
        if (cell.apart?.includes(one.role)) continue;
        wrong.push(...[wrongIn(await met(one, cell, headers), cell, one.role) ?? []].flat());
        counted.past++;
      }
    });
    expect(wrong).toEqual([]);
  });

  test("an address that takes a post takes it from no one else either", async () => {
    const place = cells.find(({ where }) => where.startsWith("/returns/") && where.endsWith("/care_home"));
    const [, id = ""] = /^\/returns\/(\d+)/.exec(place?.where ?? "") ?? [];
    const draft = `form.location=${id}&form.collection=care_home&form.key=form-matrix&form.draft=0`;
    const posts: [string, string, readonly string[]][] = [
      [`${place?.where}/draft`, draft, place?.may ?? []],
      ["/admin/windows/holidays/file", "", ["support"]],
      ["/admin/imports/upload", "", ["support"]],
      ["/uploads/upload", "", ["manager", "approver", "multisite", "homecare", "hospice", "generic"]],
    ];
    const wrong: string[] = [];
    for (const [where, body, may] of posts)
      for (const { role, cookie } of [unsigned, ...people].filter((one) => !may.includes(one.role))) {
        const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
        const { status } = await service.ask(where, { method: "POST", cookie: cookie || undefined, headers, body });
        const fine = role === nobody ? [303, 307, 401].includes(status) : status === 404;
        if (!fine) wrong.push(`${role} ${where}: ${status}`);
      }
    expect(wrong).toEqual([]);
  });

  test("support was emailed about those who were refused again and again, about each once", async () => {
    const told = await service.sql<{ email: string; n: string }>(
      `select props ->> 'email' as email, count(*) as n from email where template = 'refused-often' group by 1`,
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ n }) => Number(n) > 2)).toEqual([]);
    const { pages, refused, past } = counted;
    console.log(
      `Matrix: ${people.length + 1} kinds of people, ${cells.length} addresses: ${pages} pages asked for, ${refused} refused, ${past} more past the proxy.`,
    );
    expect(pages).toBeGreaterThan(2_000);
  });

  return () => people;
}

/** Whom a page is shown to that is everyone's: what it holds for others is the same. */
const threeOf = [nobody, "manager", "support"];

/** Addresses that no one reads: they take what a script or a form posts. */
const posted = ["/admin/windows/holidays/file", "/returns/[location]/[collection]/draft"];

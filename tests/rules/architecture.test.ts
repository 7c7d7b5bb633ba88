import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const files = ["app", "components", "lib", "emails"].flatMap((folder) => sourcesIn(folder));

function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(file);
    return /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const importing =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^;'"]*?)from\s+["']([^"']+)["']|import\(["']([^"']+)["']\)/g;

const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(path.join(root, from), "utf8").matchAll(importing)].map(([, type, names = "", to, late]) => ({
    from,
    to: resolved(from, to ?? late ?? ""),
    typeOnly: type !== undefined || /^\{(?:\s*type\s[^,]+,?)+\s*\}\s*$/.test(names),
  })),
);

function resolved(from: string, target: string): string {
  if (target.startsWith("@/")) return target.slice(2);
  return target.startsWith(".") ? path.posix.normalize(path.posix.join(path.posix.dirname(from), target)) : target;
}

const breaking = (rule: (one: Import) => boolean) => imports.filter(rule).map(({ from, to }) => `${from} → ${to}`);
const inside = (place: string, folder: string) => place === folder || place.startsWith(`${folder}/`);

/** The order of lib's folders: each imports only itself and what stands before it. */
const order = [
  [
    "lib/outcome",
    "lib/too-busy",
    "lib/thread",
    "lib/answer-in-thread",
    "lib/kept-for",
    "lib/clock",
    "lib/london",
    "lib/list",
    "lib/format",
    "lib/first-window",
    "lib/statement-setting",
    "lib/telephone",
    "lib/without-accents",
    "lib/env",
    "lib/html",
    "lib/log",
    "lib/tokens",
    "lib/access/kind-facts",
    "lib/access/kinds-table",
    "lib/access/kinds",
    "lib/access/user",
    "lib/db",
    "lib/database",
    "lib/demo-clock",
    "lib/sheets",
  ],
  ["lib/outbox"],
  ["lib/questions"],
  ["lib/access"],
  ["lib/organisations"],
  ["lib/locations"],
  ["lib/registers"],
  ["lib/accounts"],
  ["lib/registrations"],
  ["lib/people"],
  ["lib/audit"],
  ["lib/windows"],
  ["lib/beds"],
  ["lib/returns"],
  ["lib/uploads", "lib/capacity", "lib/surveys", "lib/news", "lib/reports", "lib/records"],
  ["lib/workbook"],
  ["lib/api"],
  ["lib/home"],
  ["lib/email"],
  ["lib/jobs"],
  ["lib/web"],
];
const rank = (place: string) => {
  const bare = place.replace(/\.tsx?$/, "");
  const exact = order.findIndex((group) => group.includes(bare));
  return exact >= 0 ? exact : order.findIndex((group) => group.some((folder) => inside(bare, folder)));
};

test("there is something to look at", () => {
  expect(imports.length).toBeGreaterThan(100);
});

test("lib knows neither components nor app, and components know no app", () => {
  expect(breaking(({ from, to }) => inside(from, "lib") && (inside(to, "components") || inside(to, "app")))).toEqual(
    [],
  );
  expect(breaking(({ from, to }) => inside(from, "components") && inside(to, "app"))).toEqual([]);
});

test("inside lib, a folder imports only itself and folders before it", () => {
  expect(
    breaking(({ from, to }) => {
      if (!inside(from, "lib") || !inside(to, "lib")) return false;
      return rank(from) < 0 || rank(to) < 0 || rank(to) > rank(from);
    }),
  ).toEqual([]);
});

/** The part of lib that only reckons and puts into words: it runs in a browser too. */
const pure = [
  "lib/questions",
  "lib/outcome",
  "lib/list",
  "lib/format",
  "lib/london",
  "lib/telephone",
  "lib/access/policy",
  "lib/access/covers",
  "lib/access/kind-facts",
  "lib/access/kinds-table",
  "lib/access/kinds",
  "lib/accounts/password-policy",
  "lib/accounts/password-strength",
];
const isPure = (place: string) => pure.some((each) => inside(place.replace(/\.tsx?$/, ""), each));

test("components take types from anywhere in lib and values from its pure part only", () => {
  expect(
    breaking(({ from, to, typeOnly }) => inside(from, "components") && inside(to, "lib") && !typeOnly && !isPure(to)),
  ).toEqual([]);
  expect(breaking(({ from, to, typeOnly }) => isPure(from) && inside(to, "lib") && !typeOnly && !isPure(to))).toEqual(
    [],
  );
});

test("components/ui knows nothing of the domain", () => {
  expect(
    breaking(
      ({ from, to }) =>
        inside(from, "components/ui") && inside(to, "lib") && to !== "lib/outcome" && to !== "lib/format",
    ),
  ).toEqual([]);
});

test("CONTRIBUTING names every folder that a newcomer meets", () => {
  const guide = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");
  const ignored = readFileSync(path.join(root, ".gitignore"), "utf8").split("\n");
  const foldersIn = (folder: string) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !ignored.includes(`${entry.name}/`))
      .map(({ name }) => name);
  expect([...foldersIn("."), ...foldersIn("lib")].filter((name) => !guide.includes(`\`${name}/\``))).toEqual([]);
  expect([...foldersIn("components"), ...foldersIn("tests")].filter((name) => !guide.includes(`\`${name}\``))).toEqual(
    [],
  );
});

test("each section of the support team's pages has a tile on their first page", () => {
  const first = readFileSync(path.join(root, "app/(admin)/admin/page.tsx"), "utf8");
  const parts = readdirSync(path.join(root, "app/(admin)/admin"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(parts.length).toBeGreaterThan(8);
  expect(parts.map(({ name }) => `/admin/${name}`).filter((href) => !first.includes(`href="${href}`))).toEqual([]);
});

test("what two groups of pages share is kept in components or in the shell, not in either group", () => {
  const group = (place: string) => /^app\/\((\w+)\)\//.exec(place)?.[1];
  expect(
    breaking(({ from, to }) => group(to) !== undefined && inside(from, "app") && group(from) !== group(to)),
  ).toEqual([]);
});

test("no file imports itself through others, not even for types", () => {
  const known = new Set(files);
  const fileOf = (to: string) => [`${to}.ts`, `${to}.tsx`, `${to}/index.ts`, to].find((file) => known.has(file));
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, way: string[]) => {
    if (way.includes(file)) return void circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (done.has(file)) return;
    for (const { to } of imports.filter(({ from }) => from === file)) {
      const target = fileOf(to);
      if (target !== undefined) follow(target, [...way, file]);
    }
    done.add(file);
  };
  for (const file of files) follow(file, []);
  expect(circles).toEqual([]);
});

test("lib/questions imports itself, the table of kinds, dates, words and Zod only, so that it runs anywhere", () => {
  expect(
    breaking(
      ({ from, to }) =>
        inside(from, "lib/questions") &&
        !inside(to, "lib/questions") &&
        !["lib/access/kinds", "lib/format", "lib/list", "lib/london", "zod"].includes(to),
    ),
  ).toEqual([]);
});

test("only session and action know that Next exists", () => {
  const next = (to: string) => to === "next" || to.startsWith("next/") || to.startsWith("next-auth");
  expect(
    breaking(
      ({ from, to }) => inside(from, "lib") && next(to) && !["lib/web/session.ts", "lib/web/action.ts"].includes(from),
    ),
  ).toEqual([]);
  expect(breaking(({ from, to }) => !inside(from, "lib") && to.startsWith("next-auth"))).toEqual([]);
});

test("links are components/ui/link's, which fetches nothing ahead", () => {
  expect(breaking(({ to }) => to === "next/link" || to === "next/form")).toEqual([
    "components/ui/link.tsx → next/link",
  ]);
});

test("only lib/database/connection makes a Prisma client, for lib/db and the replica, and only lib/email reads the messages", () => {
  const made = files.filter((file) => /new PrismaClient/.test(readFileSync(path.join(root, file), "utf8")));
  expect(made).toEqual(["lib/database/connection.ts"]);
  expect(breaking(({ to }) => to === "lib/database/connection")).toEqual([
    "lib/database/replica.ts → lib/database/connection",
    "lib/database/state.ts → lib/database/connection",
    "lib/db.ts → lib/database/connection",
  ]);
  expect(
    breaking(({ from, to }) => inside(to, "emails") && !inside(from, "emails") && !inside(from, "lib/email")),
  ).toEqual([]);
});

test("only a live session makes a User", () => {
  const makers = files.filter((file) => /\basUser\(/.test(readFileSync(path.join(root, file), "utf8")));
  expect(makers.sort()).toEqual(["lib/accounts/session-user.ts"]);
});

test("only lib/access says what access is, and how it is given and ended", () => {
  const saying = files.filter((file) =>
    /ends_at is null|endsAt: null|\baccess\.(create|update|upsert|delete)|(insert into|update|delete from) access\b/i.test(
      readFileSync(path.join(root, file), "utf8"),
    ),
  );
  expect(saying.sort()).toEqual(["lib/access/give.ts", "lib/access/grants.ts"]);
});

test("the clock is read in one place", () => {
  const readers = files.filter(
    (file) => inside(file, "lib") && /\bnew Date\(\)|Date\.now\(\)/.test(readFileSync(path.join(root, file), "utf8")),
  );
  expect(readers).toEqual(["lib/clock.ts"]);
});

test("server actions are only in actions.ts files, and the wrapper makes each one", () => {
  const server = files.filter((file) => /^\s*["']use server["']/m.test(readFileSync(path.join(root, file), "utf8")));
  expect(server.filter((file) => !/^app\/.*\/?actions\.ts$/.test(file))).toEqual([]);
  const unwrapped = server.flatMap((file) =>
    [...readFileSync(path.join(root, file), "utf8").matchAll(/^export\s+(?!type)(.*)$/gm)]
      .map(([, text = ""]) => text)
      .filter((text) => !/^const \w+ = (formAction|provenAction|publicAction|purposeAction|plainAction)\(/.test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(unwrapped).toEqual([]);
});

/** Addresses that answer in their own way, and why asking often costs no one anything. */
const withoutLimit = {
  // Says who is there or what is there, from memory or with one small query.
  "app/healthz": "GET",
  "app/readyz": "GET",
  "app/theme.css": "GET",
  "app/manifest.webmanifest": "GET",
  "app/.well-known/security.txt": "GET",
  "app/(public)/windows/calendar.ics": "GET",
  "app/api/v1/openapi.json": "GET",
  "app/api/altcha": "GET",
  "app/api/session": "GET POST",
  "app/abroad": "GET POST",
  "app/outage": "GET POST",
  // Puts a secret from an email into a cookie.
  "app/(public)/forgotten-password/[token]": "GET",
  "app/(public)/confirm-address/[token]": "GET",
  // Frames of a page: one message, drawn as the page around it is.
  "app/(public)/dev/mail/[id]/html": "GET",
  "app/(admin)/admin/mail/messages/[template]/html": "GET",
  // Leads on to a page.
  "app/(admin)/admin/imports/upload": "GET",
  "app/(dashboard)/uploads/upload": "GET",
  // Keeps what someone is typing or ticking, as often as they do.
  "app/(dashboard)/returns/[location]/[collection]/draft": "POST",
  "app/(public)/register/organisation/chosen": "POST",
  // Signed by who sends our mail.
  "app/api/mail/events": "POST",
  // Needs the secret of an email, which no one guesses; the page that it leads to is as public.
  "app/api/mail/stop-search/[secret]": "GET POST",
};

test("whoever asks for a file, a search or the API, or sends a file, is limited in how often", () => {
  const unlimited = files
    .filter((file) => file.endsWith("/route.ts"))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      const answers = [
        ...[...text.matchAll(/^export (?:async )?(?:const|function) (GET|POST)\b(.*(?:\n {2}.*)*)/gm)].map(
          ([, method = "", made = ""]) => ({ method, made }),
        ),
        ...[...text.matchAll(/\bas (GET|POST)\b/g)].map(([, method = ""]) => ({ method, made: "" })),
      ];
      expect({ file, answers: answers.length }).not.toEqual({ file, answers: 0 });
      const open = answers
        .filter(
          ({ made }) =>
            !/= (?:download|chartDownload|fileForSender|takesFile|apiRead|apiSend|openRead)\b|await limited\(/.test(
              made,
            ),
        )
        .map(({ method }) => method);
      return open.length > 0 ? [[path.dirname(file), open.sort().join(" ")]] : [];
    });
  expect(Object.fromEntries(unlimited)).toEqual(withoutLimit);
});

test("each file that is downloaded is made by what limits it", () => {
  const attached = files.filter((file) => readFileSync(path.join(root, file), "utf8").includes("Content-Disposition"));
  expect(attached).toEqual(["lib/web/download.ts", "lib/web/send-table.ts"]);
});

const rootFiles = readdirSync(root).filter((file) => /\.(?:ts|mjs)$/.test(file));

/** Next asks for these by name; each page, route and layout has its own. */
const nextNames = /^(default|metadata|generateMetadata|viewport|dynamic|maxDuration|GET|POST|PUT|DELETE)$/;

test("an exported name means one thing: no two files export the same name", () => {
  const exporting = new Map<string, Set<string>>();
  for (const file of files) {
    const text = readFileSync(path.join(root, file), "utf8");
    for (const [, name = ""] of text.matchAll(
      /^export (?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
    ))
      if (!nextNames.test(name)) exporting.set(name, (exporting.get(name) ?? new Set()).add(file));
  }
  const twice = [...exporting].filter(([, by]) => by.size > 1).map(([name, by]) => [name, [...by].sort()]);
  expect(twice).toEqual([]);
});

/** Read by the compiler alone: each fails to compile where something has been forgotten. */
const guards = ["everyKindIsInTheDatabase", "everyQuestionHasItsColumn"];

test("a value that is exported is used by another file", () => {
  const everywhere = [...files, ...["scripts", "tests", "prisma/seed"].flatMap(anyCodeIn), ...rootFiles];
  const naming = new Map<string, Set<string>>();
  for (const file of everywhere)
    for (const [word] of readFileSync(path.join(root, file), "utf8").matchAll(/[A-Za-z_]\w*/g))
      naming.set(word, (naming.get(word) ?? new Set()).add(file));
  const unused = files.flatMap((file) =>
    [
      ...readFileSync(path.join(root, file), "utf8").matchAll(
        /^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm,
      ),
    ]
      .map(([, name = ""]) => name)
      .filter((name) => !nextNames.test(name) && !guards.includes(name) && (naming.get(name)?.size ?? 0) < 2)
      .map((name) => `${file}: ${name}`),
  );
  expect(unused).toEqual([]);
});

function anyCodeIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
    .map((file) => `${folder}/${file}`);
}

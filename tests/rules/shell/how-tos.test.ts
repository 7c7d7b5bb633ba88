import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../../..");
const app = path.join(root, "app");

/** Pages that need no lines of their own, each group with its reason. */
const without: Record<string, string[]> = {
  "asks for one thing, and says beside it how it is done and what will happen": [
    "accounts/access/[access]/leave",
    "accounts/access/waiting/[request]",
    "accounts/keys/[key]/end",
    "accounts/keys/webhooks/[webhook]/end",
    "accounts/keys/webhooks/[webhook]/secret",
    "accounts/password",
    "accounts/people/[person]/[act]",
    "accounts/people/[person]/access/[access]/[act]",
    "accounts/prove",
    "accounts/requests/[request]",
    "accounts/second-factor",
    "admin/bulk-update",
    "admin/keys/[key]/end",
    "admin/mail/[id]",
    "admin/people/[person]",
    "admin/people/[person]/details",
    "admin/people/[person]/give",
    "admin/people/[person]/merge",
    "admin/people/[person]/reopen",
    "admin/people/[person]/second-factor",
    "admin/people/[person]/sessions",
    "admin/pre-registration",
    "admin/pre-registration/[file]",
    "admin/surveys/[survey]/help/[part]",
    "admin/surveys/[survey]/name",
    "admin/webhooks/[webhook]/end",
    "admin/webhooks/[webhook]/secret",
    "admin/windows/end/[what]/[id]",
    "admin/windows/first",
    "admin/windows/holidays",
    "choose-password",
    "confirm-address",
    "confirm-beds",
    "confirm-beds/[secret]",
    "disclaimer",
    "forgotten-password",
    "providers/[location]/quality",
    "providers/[location]/status",
    "receipts/check",
    "register/check",
    "register/code",
    "register/continue",
    "register/organisation",
    "register/your-details",
    "reset",
    "returns/[location]/[collection]/unchanged",
    "second-factor",
    "stop-search/[secret]",
    "unchanged",
    "unchanged/[secret]",
  ],
  "shows what was done": [
    "accounts/keys/made",
    "accounts/keys/secret",
    "accounts/second-factor/codes",
    "admin/imports/runs/[run]",
    "register/done",
    "register/waiting/[link]",
    "returns/[location]/[collection]/receipt/[reference]",
  ],
  "is for reading or choosing where to go, and its sentences are its help": [
    "",
    "accessibility",
    "accounts",
    "accounts/sessions",
    "admin/jobs/[job]",
    "admin/mail/messages",
    "admin/mail/messages/[template]",
    "admin/surveys/[survey]/preview",
    "admin/windows/questions/[collection]",
    "areas",
    "beds/[location]/as-found",
    "cookies",
    "dev/mail",
    "dev/mail/[id]",
    "developers",
    "help",
    "help/[topic]",
    "help/guides/[guide]",
    "help/questions",
    "help/questions/[collection]",
    "news",
    "news/[id]",
    "privacy",
    "reports/compare",
    "reports/measures",
    "terms",
    "windows",
  ],
};

/** The file of a page and those of `app` that it draws with. */
function filesOf(page: string): string[] {
  const text = readFileSync(page, "utf8");
  const named = [...text.matchAll(/from "(@\/app\/[^"]+|\.[^"]+)"/g)].map(([, name = ""]) => name);
  const drawn = named.map((name) =>
    name.startsWith("@") ? path.join(root, `${name.slice(2)}.tsx`) : path.join(path.dirname(page), `${name}.tsx`),
  );
  return [page, ...drawn.filter((file) => existsSync(file) && !file.endsWith("/how-to.tsx"))];
}

const pages = (readdirSync(app, { recursive: true }) as string[])
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => {
    const parts = file.split("/").slice(0, -1);
    return { address: parts.filter((part) => !part.startsWith("(")).join("/"), file: path.join(app, file) };
  });

test("every page says how its task is done, or is listed with why it need not", () => {
  const says = ({ file }: { file: string }) =>
    filesOf(file).some((one) => readFileSync(one, "utf8").includes("<HowTo"));
  const silent = pages.filter((page) => !says(page)).map(({ address }) => address);
  expect(silent.sort()).toEqual(Object.values(without).flat().sort());
});

test("every how-to is on a page", () => {
  const folder = path.join(app, "shell/how-to");
  const names = readdirSync(folder)
    .filter((file) => file.startsWith("of-"))
    .flatMap((file) => [...readFileSync(path.join(folder, file), "utf8").matchAll(/^ {2}"?([a-z-]+)"?: \{$/gm)])
    .map(([, name = ""]) => name);
  const used = (readdirSync(app, { recursive: true }) as string[])
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => [...readFileSync(path.join(app, file), "utf8").matchAll(/<HowTo of="([a-z-]+)"/g)])
    .map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !used.includes(name))).toEqual([]);
});

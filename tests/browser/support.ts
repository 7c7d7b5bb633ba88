import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import pg from "pg";
import { likeRows } from "./like-rows";

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** Asks the database of the service under test; as its owner where a test must prepare what no page can. */
export async function ask<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
  owner = false,
): Promise<Row[]> {
  const connectionString = owner ? process.env.MIGRATE_DATABASE_URL : process.env.DATABASE_URL;
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    if (owner) await client.query("select set_config('capacity.actor', 'test', false)");
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * No violation of WCAG 2.2 AA, and nothing to scroll sideways. The pointer rests on nothing. Of many rows that differ by
 * their words alone, axe judges some.
 */
export async function isAccessible(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.mouse.move(0, 0);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async (exclude) => {
      const { axe } = window as unknown as {
        axe: { run: (...what: unknown[]) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run(exclude.length > 0 ? { exclude } : document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        resultTypes: ["violations"],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    },
    await page.evaluateHandle(likeRows),
  );
  expect(violations, page.url()).toEqual([]);
  await staysWithin(page);
}

/** Nothing to scroll sideways. */
export async function staysWithin(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const reaching = [...document.querySelectorAll("body *")].filter(
      (element) => !element.closest("thead") && element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return [
      `${String(scrollWidth)} of ${String(clientWidth)} pixels`,
      ...reaching.slice(-4).map((element) => element.outerHTML.slice(0, 200)),
    ];
  });
  expect(wide, `${page.url()} scrolls sideways`).toEqual([]);
}

/**
 * With the spacing of text that WCAG 1.4.12 lets a reader set, no text is cut off and nothing scrolls sideways. The
 * spacing stays until the page is left.
 */
export async function bearsTextSpacing(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-bottom: 2em !important }`,
    );
    document.adoptedStyleSheets.push(spacing);
    const isHidden = (element: Element) =>
      element.closest(".nhsuk-u-visually-hidden, select, textarea, input") !== null ||
      element.clientWidth <= 1 ||
      parseFloat(getComputedStyle(element).textIndent) < -500 ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return [...document.querySelectorAll("body, body *")]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const [wide, high] = [
          element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(overflowX),
          element.scrollHeight > element.clientHeight + 1 && /hidden|clip/.test(overflowY),
        ];
        return (wide || high) && element.textContent.trim() !== "" && !isHidden(element);
      })
      .map((element) => element.outerHTML.slice(0, 300));
  });
  expect(cut, `${page.url()} cuts text off once it is spaced`).toEqual([]);
  await staysWithin(page);
}

/** Counts what someone really presses, on whatever page: each click or tap, and each Enter. From the next page on. */
export async function presses(page: Page): Promise<() => number> {
  let count = 0;
  await page.exposeFunction("countPress", () => {
    count += 1;
  });
  await page.addInitScript(() => {
    const press = () => (window as unknown as { countPress: () => void }).countPress();
    document.addEventListener("click", (event) => event.isTrusted && event.detail > 0 && press(), true);
    document.addEventListener("keydown", (event) => event.isTrusted && event.key === "Enter" && press(), true);
  });
  return () => count;
}

/** Goes on with the Tab key alone until something has the focus. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < most && !(await isThere()); pressed++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

let turn = 0;

/** An address that no one has registered. */
export const newAddress = (): string => `new.person.${process.pid}.${Date.now()}.${++turn}@trust.example`;

/** Each test comes from an address of its own: how often one may try is limited. */
export const fromElsewhere = (): Record<string, string> => ({
  "x-forwarded-for": `10.${process.pid % 250}.${Date.now() % 250}.${(turn += 1) % 250}`,
});

/** The password that all accounts of the demo share. */
export async function demoPassword(): Promise<string> {
  const [row] = await ask<{ value: string }>("select value from setting where key = 'demo_password'");
  return row?.value ?? "";
}

export async function signIn(page: Page, email: string, password?: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/E-?mail address/).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password ?? (await demoPassword()));
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/**
 * Gives a browser the session of someone who has just signed in, as the service itself keeps one: for tests of what comes
 * after. Signing in itself is `signIn`.
 */
export async function giveSession(context: BrowserContext, accountId: number, purpose = "full"): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  await ask(
    `insert into session (id_hash, handle, account_id, purpose, remembered, created_at, password_at, seen_at, idle_until, until)
     select $1, $2, $3, $4::session_purpose, false, at, at, at, at + interval '1 hour', at + interval '12 hours'
       from (select now() + (value::float8 * interval '1 ms') as at from setting where key = 'clock_offset_ms') clock`,
    [createHash("sha256").update(token).digest("hex"), randomUUID(), accountId, purpose],
  );
  const url = process.env.BROWSER_TEST_ORIGIN ?? "http://localhost:3000";
  await context.addCookies([{ name: "capacity-session", value: token, url }]);
}

/** The home page of someone who is signed in already. Shared accounts sign in themselves: they are asked who is there. */
export async function signedIn(page: Page, email: string): Promise<void> {
  const [account] = await ask<{ id: number }>("select id from account where email = $1", [email]);
  await giveSession(page.context(), account?.id ?? 0);
  await page.goto("/home");
  await expect(page).toHaveURL(/\/home/);
}

/** The newest message to an address, as its reader gets it in plain text. */
export async function mailTo(page: Page, email: string, subject: RegExp): Promise<string> {
  await expect(async () => {
    await page.goto("/dev/mail");
    await expect(page.getByRole("row").filter({ hasText: email }).filter({ hasText: subject })).not.toHaveCount(0);
  }).toPass({ timeout: 20_000 });
  await page.getByRole("row").filter({ hasText: email }).getByRole("link", { name: subject }).first().click();
  await page.getByRole("link", { name: "Show as plain text" }).click();
  return (await page.locator("pre").textContent()) ?? "";
}

/** "I'm not a robot", ticked, and the browser's work done. */
export async function showWork(page: Page): Promise<void> {
  const box = page.locator("altcha-widget").getByRole("checkbox");
  await box.click();
  await expect(box).toBeChecked({ timeout: 20_000 });
}

import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { totpCode, totpStep } from "@/lib/accounts/totp";
import { ask, demoPassword, fromElsewhere, isAccessible, mailTo, newAddress, signIn } from "./support";
import { fromProxy } from "@/lib/web/from-proxy";

const phone = { width: 375, height: 800 };
const phrase = "velvet harbour pigeon";

/** Someone of this test alone, with the demo's password, who works at Fernbank House. */
async function newcomer({ generic = false } = {}): Promise<string> {
  const email = newAddress();
  await ask(
    `with made as (
       insert into account (email, full_name, telephone, job_title, kind, created_at, password_hash, password_set_at, generic, finds_capacity, communications)
       select $1, 'Nell Newcomer', '01632 960 003', 'Nurse', 'care_home', created_at, password_hash, password_set_at, $2, false, false
         from account where email = 'manager@demo.example' returning id)
     insert into access (account_id, location_id, level, granted_at)
     select made.id, g.location_id, 'standard', g.granted_at from made, access g join account a on a.id = g.account_id
      where a.email = 'manager@demo.example' and g.ended_at is null limit 1`,
    [email, generic],
    true,
  );
  return email;
}

async function opened(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const permissions = ["clipboard-read", "clipboard-write"];
  const context = await browser.newContext({ extraHTTPHeaders: fromElsewhere(), permissions, ...options });
  return context.newPage();
}

async function type(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

/** What was wrong with a form; the framework's announcer of pages is an alert too, without a name. */
const problems = (page: Page) => page.getByRole("alert", { name: "There is a problem" });

/** Both widths are looked at: the page itself, and the page on a phone. */
async function looksRight(page: Page): Promise<void> {
  await isAccessible(page);
  const before = page.viewportSize();
  await page.setViewportSize(phone);
  await isAccessible(page);
  if (before) await page.setViewportSize(before);
}

const cookiesOf = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name.endsWith("capacity-session"))?.value;

test("the policy is checked as one types, in words, and the new password gets in", async ({ browser }) => {
  const email = await newcomer();
  const page = await opened(browser);
  await signIn(page, email);
  await page.goto("/accounts/password");
  await looksRight(page);
  const typed = page.getByLabel("New password", { exact: true });
  for (const [password, said] of [
    ["short", /too short/i],
    ["nell newcomer 1", /name/i],
    ["qwertyuiop123", /easy to guess/i],
    [phrase, /strong enough/i],
  ] as const) {
    await typed.fill(password);
    await expect(page.locator("[aria-live=polite]").filter({ hasText: said })).toBeVisible();
  }
  await looksRight(page);
  await page.getByLabel("Current password").fill(await demoPassword());
  await page.getByLabel("New password again").fill(phrase);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await signIn(await opened(browser), email, phrase);
});

test("a second step is added with its code, kept codes get in without the phone, and each once", async ({
  browser,
}) => {
  const email = await newcomer();
  const page = await opened(browser);
  await signIn(page, email);
  await page.goto("/accounts/second-factor");
  await looksRight(page);
  const letters = /[A-Z2-7]{32}/.exec(((await page.locator("main").textContent()) ?? "").replace(/ /g, ""))?.[0] ?? "";
  await page.getByLabel("Code from the app").fill(await codeNow(page, letters));
  await page.getByLabel("Your password").fill(await demoPassword());
  await page.getByRole("button", { name: "Add second step" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep these recovery codes");
  await looksRight(page);
  const codes = await page.locator("main code").allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "I have saved them" }).click();

  const [code = ""] = codes;
  const elsewhere = await opened(browser, { javaScriptEnabled: false, viewport: phone });
  await type(elsewhere, email, await demoPassword());
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Enter the code from your app");
  await isAccessibleWithoutScripts(elsewhere);
  await elsewhere.getByLabel("Code", { exact: true }).fill("000000");
  await elsewhere.getByRole("button", { name: "Continue" }).click();
  await expect(problems(elsewhere)).toBeVisible();
  await elsewhere.getByLabel("Code", { exact: true }).fill(code);
  await elsewhere.getByRole("button", { name: "Continue" }).click();
  await expect(elsewhere).toHaveURL(/\/home$/);

  const again = await opened(browser);
  await type(again, email, await demoPassword());
  await expect(again.getByRole("heading", { level: 1 })).toHaveText("Enter the code from your app");
  await looksRight(again);
  await again.getByLabel("Code", { exact: true }).fill(code);
  await again.getByRole("button", { name: "Continue" }).click();
  await expect(problems(again)).toBeVisible();
});

/** The code of this moment by the service's clock, which the demo may have set. */
async function codeNow(page: Page, letters: string): Promise<string> {
  const bits = Array.from(letters, (letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2));
  const all = bits.map((five) => five.padStart(5, "0")).join("");
  const key = Buffer.from((all.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
  const served = (await page.request.get("/healthz")).headers().date ?? "";
  const offset = (await ask<{ value: string }>("select value from setting where key = 'clock_offset_ms'"))[0]?.value;
  return totpCode(key, totpStep(new Date(new Date(served).getTime() + Number(offset ?? 0))));
}

/** Without scripts axe cannot run in the page: what can be seen is that nothing is wider than the phone. */
async function isAccessibleWithoutScripts(page: Page): Promise<void> {
  const wide = await page.locator("body").evaluate((body) => body.scrollWidth > body.clientWidth + 1);
  expect(wide).toBe(false);
}

test("a shared account asks each time who is there, and shows that name", async ({ browser }) => {
  const email = await newcomer({ generic: true });
  for (const name of ["Amy Adams", "Bo Brown"]) {
    const page = await opened(browser);
    await type(page, email, await demoPassword());
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Before you use a shared account");
    await looksRight(page);
    await page.goto("/home");
    await expect(page).toHaveURL(/\/disclaimer/);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(problems(page)).toBeVisible();
    await page.getByLabel("Your full name").fill(name);
    await page.getByLabel(/I am the person named above/).check();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/home$/);
    await expect(page.getByText(`${name} (Nell Newcomer)`).first()).toBeVisible();
    await looksRight(page);
  }
});

test("where one is signed in is listed, and a session ended there is over at its next request", async ({ browser }) => {
  const email = await newcomer();
  const [here, there] = [await opened(browser), await opened(browser)];
  await signIn(here, email);
  await signIn(there, email);
  await here.goto("/accounts/sessions");
  await looksRight(here);
  await expect(here.getByRole("row").filter({ hasText: "This one" })).toHaveCount(1);
  await here.getByRole("button", { name: "End session" }).click();
  await expect(here.getByText("That session has ended")).toBeVisible();
  await there.goto("/home");
  await expect(there).toHaveURL(/\/sign-in/);
  await here.goto("/home");
  await expect(here).toHaveURL(/\/home$/);
});

test("before a session ends for doing nothing one is warned, and stays at a press", async ({ browser }) => {
  const email = await newcomer();
  const page = await opened(browser);
  await page.clock.install();
  await signIn(page, email);
  await page.goto("/accounts/details");
  await ask(
    `update session set idle_until = least(idle_until, seen_at + interval '4 minutes'), seen_at = seen_at - interval '2 minutes'
      where account_id = (select id from account where email = $1) and ended_at is null`,
    [email],
    true,
  );
  const warning = page.getByRole("alert").filter({ hasText: /You will be signed out in/ });
  // The page may not have begun to count yet: then its minutes pass again.
  await expect(async () => {
    await page.clock.fastForward("05:01");
    await expect(warning).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await looksRight(page);
  await warning.getByRole("button", { name: "Stay signed in" }).click();
  await expect(warning).toHaveCount(0);
  const [left] = await ask<{ minutes: string }>(
    `select extract(epoch from idle_until - seen_at) / 60 as minutes from session
      where account_id = (select id from account where email = $1) and ended_at is null`,
    [email],
  );
  expect(Number(left?.minutes)).toBeGreaterThan(25);
});

test("a form that is sent after its session has ended stays as it was typed, and is sent again from there", async ({
  browser,
}) => {
  const email = await newcomer();
  const page = await opened(browser);
  await signIn(page, email);
  await page.goto("/accounts/details");
  await page.getByLabel("Job title").fill("Deputy manager");
  await page.context().clearCookies();
  const press = () => page.getByRole("button", { name: "Save details" }).click();
  await press();
  await expect(page.getByRole("alert").first()).toContainText("You were signed out, so nothing was sent");
  await expect(page.getByLabel("Job title")).toHaveValue("Deputy manager");
  await looksRight(page);
  await signIn(await page.context().newPage(), email);
  await press();
  await expect(page.getByText("Your details are saved")).toBeVisible();
  expect(
    (await ask<{ job_title: string }>("select job_title from account where email = $1", [email]))[0]?.job_title,
  ).toBe("Deputy manager");
});

for (const javaScriptEnabled of [true, false])
  test(`a forgotten password is chosen anew by an emailed link ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const email = await newcomer();
    const page = await opened(browser, { javaScriptEnabled, ...(!javaScriptEnabled && { viewport: phone }) });
    const looks = javaScriptEnabled ? looksRight : isAccessibleWithoutScripts;
    await page.goto("/sign-in");
    await looks(page);
    await page.getByRole("link", { name: "Forgotten your password?" }).click();
    await looks(page);
    await page.getByLabel("Email address").fill(email);
    await page.getByRole("button", { name: "Email me a link" }).click();
    await expect(page.getByText("If there is an account with that email address")).toBeVisible();
    await looks(page);
    const mail = await mailTo(await opened(browser), email, /choose a new/);
    const link = /\/forgotten-password\/\S+/.exec(mail)?.[0] ?? "";
    await page.goto(link);
    await expect(page).toHaveURL(/\/reset$/);
    await looks(page);
    await page.getByLabel("New password", { exact: true }).fill("short");
    await page.getByLabel("New password again").fill("shorter");
    await page.getByRole("button", { name: "Save password and sign in" }).click();
    await expect(problems(page)).toBeVisible();
    await looks(page);
    await page.getByLabel("New password", { exact: true }).fill(phrase);
    await page.getByLabel("New password again").fill(phrase);
    await page.getByRole("button", { name: "Save password and sign in" }).click();
    await expect(page).toHaveURL(/\/home$/);
    const used = await opened(browser);
    await used.goto(link);
    await expect(used.getByRole("heading", { level: 1 })).toHaveText("Ask for a new link");
    await looksRight(used);
  });

test("a locked account, a wrong password and an unknown address get the same words", async ({ browser }) => {
  const [locked, other] = [await newcomer(), await newcomer()];
  const page = await opened(browser);
  for (let tries = 0; tries < 5; tries++) {
    await type(page, locked, "wrong every time");
    await expect(problems(page)).toBeVisible();
  }
  const said: string[] = [];
  for (const [email, password] of [
    [locked, await demoPassword()],
    [other, "wrong every time"],
    [newAddress(), "wrong every time"],
  ] as const) {
    await type(page, email, password);
    const alert = problems(page);
    await expect(alert).toContainText("After 5 wrong passwords an account is locked for 24 hours");
    await expect(page.getByLabel("Email address")).toHaveValue(email);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
    said.push((await alert.textContent()) ?? "");
  }
  expect(new Set(said).size).toBe(1);
  await looksRight(page);
  expect(await mailTo(await opened(browser), locked, /is locked/)).toContain("wrong password was entered five times");
});

test("an internet address that fails for more than ten accounts is asked to show its work", async ({ browser }) => {
  const email = await newcomer();
  const page = await opened(browser);
  for (let tries = 0; tries < 11; tries++) {
    await type(page, newAddress(), "wrong every time");
    await expect(problems(page)).toBeVisible();
  }
  await type(page, email, await demoPassword());
  await expect(problems(page)).toContainText("not a robot");
  await looksRight(page);
  await expect(page.getByLabel("Email address")).toHaveValue(email);
  const box = page.locator("altcha-widget").getByRole("checkbox");
  await box.click();
  await expect(box).toBeChecked({ timeout: 20_000 });
  await page.getByLabel("Password", { exact: true }).fill(await demoPassword());
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/home$/);
  expect(await cookiesOf(page.context())).toBeTruthy();
});

test("someone signs in with the keyboard alone, looks at what they typed, and is kept signed in", async ({
  browser,
}) => {
  const email = await newcomer();
  const page = await opened(browser);
  await page.goto("/sign-in");
  const [address, password] = [page.getByLabel("Email address"), page.getByLabel("Password", { exact: true })];
  await expect(address).toHaveAttribute("autocomplete", "username");
  await expect(password).toHaveAttribute("autocomplete", "current-password");
  await expect(page.getByRole("button", { name: "Show password" })).toBeVisible();
  await address.focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.evaluate((text) => navigator.clipboard.writeText(text), await demoPassword());
  await page.keyboard.press("ControlOrMeta+v");
  await expect(password).toHaveValue(await demoPassword());
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(password).toHaveAttribute("type", "text");
  await page.keyboard.press("Enter");
  await expect(password).toHaveAttribute("type", "password");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/home$/);
  const [kept] = (await page.context().cookies()).filter(({ name }) => name.endsWith("capacity-session"));
  expect(((kept?.expires ?? 0) - Date.now() / 1000) / 86_400).toBeCloseTo(30, 1);
  expect(kept).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("with the records away a form keeps what was typed and who is signed in, and can be sent again", async ({
  browser,
}) => {
  const page = await opened(browser);
  await signIn(page, await newcomer());
  await page.goto("/accounts/details");
  const outage = await page.request.get("/outage", { headers: Object.fromEntries([fromProxy()]) });
  expect([outage.status(), outage.headers()["retry-after"]]).toEqual([503, "10"]);
  const away = { status: 503, headers: outage.headers(), body: await outage.body() };
  await page.route("**/*", (route) => route.fulfill(away));
  await page.getByLabel("Contact number").fill("01632 960 777");
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(problems(page)).toContainText("What you typed is still here");
  await expect(page.getByLabel("Contact number")).toHaveValue("01632 960 777");
  await page.unroute("**/*");
  await looksRight(page);
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("Your details are saved")).toBeVisible();
  await expect(page.getByLabel("Contact number")).toHaveValue("01632 960 777");
});

test("a browser that cannot be served is told so at each sign-in, without JavaScript", async ({ browser }) => {
  const userAgent = "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko";
  const page = await opened(browser, { userAgent, javaScriptEnabled: false, viewport: phone });
  for (let visit = 0; visit < 2; visit++) {
    await page.goto("/sign-in");
    await expect(page.getByText("Your browser is too old")).toBeVisible();
  }
  const current = await opened(browser);
  await current.goto("/sign-in");
  await expect(current.getByRole("button", { name: "Show password" })).toBeVisible();
  await expect(current.getByText("Your browser is too old")).toHaveCount(0);
});

test("the page for callers from abroad says why and whom to ask", async ({ page }) => {
  await page.setExtraHTTPHeaders(Object.fromEntries([fromProxy()]));
  const answer = await page.goto("/abroad");
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("can only be used from the United Kingdom");
  await expect(page.getByRole("link", { name: /@/ })).toBeVisible();
  await looksRight(page);
});

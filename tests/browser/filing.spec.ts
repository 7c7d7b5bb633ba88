import { randomBytes } from "node:crypto";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { fluWasAsked, type Own, ownHome } from "./own-home";
import { ask, fromElsewhere, isAccessible, signIn } from "./support";

test.beforeAll(fluWasAsked);

/** The form of a home of its own on a 375-pixel phone. */
async function onAPhone(
  browser: Browser,
  name: string,
  script = true,
): Promise<{ page: Page; own: Own; path: string }> {
  const own = await ownHome(name);
  const page = await browser.newPage({
    viewport: { width: 375, height: 700 },
    javaScriptEnabled: script,
    extraHTTPHeaders: fromElsewhere(),
  });
  await signIn(page, own.email);
  const path = `/returns/${own.home}/care_home`;
  await page.goto(path);
  return { page, own, path };
}

const named = (what: string) => `${what} ${randomBytes(3).toString("hex")}`;
const draftOf = async ({ home }: Own) =>
  (await ask<{ typed: Record<string, string> }>("select typed from return_draft where location_id = $1", [home]))[0]
    ?.typed;

for (const script of [true, false])
  test(`a section says beside its own button that it is saved${script ? "" : ", without JavaScript too"}`, async ({
    browser,
  }) => {
    const { page, own } = await onAPhone(browser, named("Section"), script);
    await page.locator('[name="nurses_employed"]').fill("3");
    await page.getByRole("button", { name: "Save staff you employ" }).click();
    const said = page.locator("#saved-staff");
    await expect(said).toHaveText("Your draft is saved. It has not been sent yet.");
    await expect(said).toBeInViewport();
    await expect(said).toBeFocused();
    await expect(page.getByRole("button", { name: "Save staff you employ" })).toBeInViewport();
    expect(await draftOf(own)).toMatchObject({ nurses_employed: "3" });
  });

for (const script of [true, false])
  test(`a check that finds many faults keeps the draft and opens with its heading in view${script ? "" : ", without JavaScript too"}`, async ({
    browser,
  }) => {
    const { page, own } = await onAPhone(browser, named("Faults"), script);
    const boxes = await page.locator('form#return input[type="text"]').all();
    for (const box of boxes) if (await box.isVisible()) await box.fill("many");
    await page.getByRole("button", { name: "Check what changed" }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeInViewport();
    await expect(page).toHaveTitle(/^Error: /);
    expect(await draftOf(own)).toMatchObject({ nurses_employed: "many" });
  });

test("a question about an answer is shown once, beside the button, and has the focus", async ({ browser }) => {
  const { page } = await onAPhone(browser, named("Asked"));
  await page.locator('[name="nurses_employed"]').fill("900");
  await page.getByRole("button", { name: "Check what changed" }).click();
  const asked = page.getByRole("group", { name: "Are these answers right?" });
  await expect(asked).toBeFocused();
  await expect(asked).toBeInViewport();
  await expect(page.getByRole("button", { name: "Check what changed" })).toBeInViewport();
  await expect(page.getByRole("alert").filter({ hasText: "problem" })).toHaveCount(0);
  await isAccessible(page);
});

test("a nil return over figures with residents asks before it is filed, and its receipt leads to the beds", async ({
  browser,
}) => {
  const name = named("Nil");
  const { page, own, path } = await onAPhone(browser, name);
  await page.goto(`${path}/nil`);
  await page.getByLabel("No one is using the service").check();
  const send = page.getByRole("button", { name: `Send nil return for ${name}` });
  await send.click();
  await expect(page.getByRole("group", { name: "Is this what you want to do?" })).toBeFocused();
  expect(await ask("select from \"return\" where location_id = $1 and source = 'nil'", [own.home])).toHaveLength(0);
  await page.getByLabel("There is nothing to report now").check();
  await send.click();
  await expect(page.getByText(/RET-[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible();
  await page.getByRole("link", { name: "update your beds" }).click();
  await expect(page.getByText(/A nil return was filed for/)).toBeVisible();
});

test("nothing has changed shows the figures open, with their months, and hours to be put right in place", async ({
  browser,
}) => {
  const { page, own } = await onAPhone(browser, named("Same"));
  await page.getByRole("link", { name: /^Nothing has changed/ }).click();
  await expect(page.getByRole("heading", { name: /^Staff you employ: / })).toBeVisible();
  await page.getByLabel("How many hours did you pay your care staff for last month?").fill("777");
  await isAccessible(page);
  await page.getByRole("button", { name: /^Nothing has changed: file for/ }).click();
  await expect(page.getByText(/RET-[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible();
  const [filed] = await ask<{ hours: string }>(
    `select hours_paid::text as hours from "return" r join care_home_answers a on a.return_id = r.id
      where r.location_id = $1 and r.source = 'unchanged'`,
    [own.home],
  );
  expect(Number(filed?.hours)).toBe(777);
});

import { expect, test, type Page } from "@playwright/test";
import { as, homeWithABed, leave } from "./people";
import { ask, isAccessible, mailTo } from "./support";

test.afterEach(({ browser }) => leave(browser));

async function search(page: Page, near: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Find" }).click();
  await page.getByLabel("Postcode, town or council").fill(near);
  await page.getByRole("button", { name: "Find places" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /care homes/ })).toBeVisible();
}

for (const screen of [{ width: 1200 }, { width: 375 }, { width: 1200, javaScriptEnabled: false }])
  test(`a discharge nurse goes from the home page to a number to call in three presses (${JSON.stringify(screen)})`, async ({
    browser,
  }) => {
    const page = await as(browser, "discharge@demo.example", screen);
    const from = Date.now();
    await search(page, "OL1 1AA");
    const call = page
      .getByRole("main")
      .getByRole("link", { name: /^Call / })
      .first();
    await expect(call).toHaveAttribute("href", /^tel:\+44\d+$/);
    expect(Date.now() - from).toBeLessThan(20_000);
    await expect(page.getByText(/ match; .* have a bed free; .* confirmed this week; .* never said/)).toBeVisible();
    const numbers = await page.locator(".ct-map__point text").allTextContents();
    const rows = await page.locator(".ct-place__mark").allTextContents();
    expect(rows).toEqual(expect.arrayContaining(numbers));
    if (screen.javaScriptEnabled !== false) await isAccessible(page);
    await page.getByRole("main").getByRole("heading", { level: 3 }).first().getByRole("link").click();
    await expect(page.getByRole("heading", { level: 2, name: "Beds" })).toBeVisible();
    if (screen.javaScriptEnabled !== false) await isAccessible(page);
    await page.getByRole("link", { name: "Back to results" }).click();
    await page.getByRole("link", { name: "Zoom in" }).click();
    await expect(page).toHaveURL(/map=/);
    await page.getByRole("link", { name: "Search this area of the map" }).click();
    await expect(page).toHaveURL(/box=/);
  });

test("filters say how many they would leave, are taken away one by one, and nothing found offers what there is", async ({
  browser,
}) => {
  const page = await as(browser, "search@demo.example");
  await page.goto("/find?near=Oldham&least=1&rating=good");
  const { 1: left } = /(\d+) care homes? in Oldham/.exec(await page.locator("#found").innerText()) ?? [];
  await page.goto("/find?near=Oldham&least=1");
  await page.getByText("More filters").click();
  await expect(page.getByText(`Good or better (${left})`)).toBeVisible();
  await page.goto("/find?near=SK14+1AA&within=1&least=99&rating=outstanding");
  await expect(page.getByRole("heading", { name: /No care homes match/ })).toBeVisible();
  await isAccessible(page);
  await page.goto("/find?near=Oldham&rating=good&open=yes");
  await page.getByRole("link", { name: /Remove filter: Open to admissions/ }).click();
  await expect(page).not.toHaveURL(/open=yes/);
});

test("a bed found taken is doubted, and its home clears that with one press on the page that its mail opens", async ({
  browser,
}) => {
  const { home, person } = await homeWithABed("Doubted");
  const nurse = await as(browser, "discharge@demo.example");
  await nurse.goto(`/find/${home.id}?from=${encodeURIComponent("/find?near=Oldham&rating=good")}`);
  await nurse.getByLabel("The bed has already been taken").check();
  await nurse.getByRole("button", { name: "Record the result" }).click();
  await expect(nurse.getByText("We have recorded the result of your call")).toBeVisible();
  await expect(nurse.getByText(/Found taken by 1 organisation/)).toBeVisible();
  await expect(nurse.getByRole("link", { name: "Back to results" })).toHaveAttribute(
    "href",
    "/find?near=Oldham&rating=good",
  );
  const mail = await mailTo(nurse, person.email, /are your beds still free/);
  const [, secret] = /confirm-beds\/([\w-]+)/.exec(mail) ?? [];
  const manager = await (await browser.newContext()).newPage();
  await manager.goto(`/confirm-beds/${secret}`);
  await isAccessible(manager);
  const [before] = await ask<{ n: string }>("select count(*) as n from bed_update where location_id = $1", [home.id]);
  expect(before?.n).toBe("1");
  await manager.getByRole("button", { name: "Still right" }).click();
  await expect(manager.getByText("Thank you. You have confirmed your beds")).toBeVisible();
  await nurse.goto(`/find/${home.id}`);
  await expect(nurse.getByText(/Found taken/)).toHaveCount(0);
});

test("a home confirms its beds with one press on its home page, and sees itself as finders do", async ({ browser }) => {
  const { home, person } = await homeWithABed("Still right");
  const page = await as(browser, person.email, { width: 375 });
  await page.getByRole("button", { name: `Still right at ${home.name}` }).click();
  await expect(page.getByText(/confirmed just now/)).toBeVisible();
  await page.goto(`/beds/${home.id}`);
  await page.getByRole("link", { name: /as people looking for a bed see it/ }).click();
  await expect(page.getByRole("heading", { name: home.name })).toBeVisible();
  await isAccessible(page);
});

test("a shortlist is compared and emailed, and a search saved and stopped", async ({ browser }) => {
  const { home } = await homeWithABed("Shortlisted");
  const page = await as(browser, "search@demo.example", { width: 375 });
  await page.goto(`/find/${home.id}`);
  await page.getByRole("button", { name: "Add to the shortlist" }).click();
  await expect(page.getByRole("button", { name: "Remove from the shortlist" })).toBeVisible();
  await page.goto("/find/shortlist");
  await isAccessible(page);
  await page.getByRole("button", { name: "Email it to me" }).click();
  await expect(page.getByText("We are sending the shortlist")).toBeVisible();
  await page.goto("/find/shortlist");
  await page.getByRole("button", { name: `Remove ${home.name}` }).click();
  await expect(page.getByRole("button", { name: `Remove ${home.name}` })).toHaveCount(0);
  await page.goto("/find?near=Oldham&least=1");
  await page.getByText("Email me when something new matches").click();
  await page.getByRole("button", { name: "Save this search" }).click();
  await expect(page.getByText("Saved. We will email you")).toBeVisible();
  await isAccessible(page);
  await page
    .getByRole("button", { name: /^Stop emails/ })
    .first()
    .click();
});

/** Everyone in the demo, and whether the pages of Find are theirs. */
const visitors: Record<string, boolean> = {
  manager: false,
  approver: false,
  multisite: false,
  homecare: false,
  aggregate: false,
  generic: false,
  hospice: true,
  parent: true,
  gp: true,
  discharge: true,
  search: true,
  council: true,
  subicb: true,
  lrf: true,
  region: true,
  national: true,
  support: true,
};
const pages = ["/find", "/find?near=Oldham", "/find/1", "/find/shortlist", "/find/searches"];

for (const [who, may] of Object.entries(visitors))
  test(`${who} ${may ? "has" : "does not have"} the pages of Find`, async ({ browser }) => {
    const page = await as(browser, `${who}@demo.example`);
    for (const path of pages)
      expect({ path, status: (await page.request.get(path)).status() }).toEqual({ path, status: may ? 200 : 404 });
    await expect(page.getByRole("navigation").getByRole("link", { name: "Find" })).toHaveCount(may ? 1 : 0);
  });

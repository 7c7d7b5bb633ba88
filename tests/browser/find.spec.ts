import { expect, test, type Page } from "@playwright/test";
import { as, homeWithABed, leave, opened } from "./people";
import { ask, isAccessible, mailTo, presses, staysWithin, tabTo } from "./support";

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
    const directions = page.getByRole("link", { name: /^Directions to / });
    const postcode = (await directions.innerText()).replace("Directions to ", "");
    expect(new URL((await directions.getAttribute("href")) ?? "").searchParams.get("destination")).toBe(postcode);
    if (screen.javaScriptEnabled !== false) await isAccessible(page);
    await page.getByRole("link", { name: "Back to results" }).click();
    await page.getByRole("link", { name: "Zoom in" }).click();
    await expect(page).toHaveURL(/map=/);
    const around = page.locator("svg.ct-map__picture");
    const before = await around.getAttribute("viewBox");
    await page.getByRole("link", { name: "Move east" }).click();
    await expect(around).not.toHaveAttribute("viewBox", before ?? "");
    await page.getByRole("link", { name: "Search this area of the map" }).click();
    await expect(page).toHaveURL(/box=/);
    await page.getByRole("button", { name: "Find places" }).click();
    await expect(page).toHaveURL(/within=10.*box=|box=.*within=10/);
    await page.getByLabel("Postcode, town or council").fill("OL2 7AA");
    await page.getByRole("button", { name: "Find places" }).click();
    await expect(page.locator("#found")).toContainText("of OL2 7AA");
  });

test("a discharge nurse goes from the home page to a number to call with the keyboard alone, in three presses", async ({
  browser,
}) => {
  const page = await as(browser, "discharge@demo.example");
  const count = await presses(page);
  await page.goto("/home");
  await tabTo(page, page.getByRole("navigation").getByRole("link", { name: "Find" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/find$/);
  await tabTo(page, page.getByLabel("Postcode, town or council"));
  await page.keyboard.type("OL1 1AA");
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/^\d+ care homes within 10 miles of OL1 1AA/);
  const call = page.locator(".ct-places a[href^='tel:']").first();
  await tabTo(page, call);
  expect(count() + 1).toBe(3);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Call", exact: true })).toBeVisible();
});

for (const screen of [{ width: 1200 }, { width: 375 }, { width: 375, javaScriptEnabled: false }])
  test(`a discharge nurse who types nothing chooses a council on the map of England, and has a number to call in four presses (${JSON.stringify(screen)})`, async ({
    browser,
  }) => {
    const page = await as(browser, "discharge@demo.example", screen);
    const hasScripts = screen.javaScriptEnabled !== false;
    await page.getByRole("navigation").getByRole("link", { name: "Find" }).click();
    await expect(page.getByRole("heading", { name: "Or choose a region, then a council" })).toBeVisible();
    const rows = page.locator(".ct-choose__list li");
    const marks = page.locator(".ct-choose__mark");
    await expect(marks).toHaveText((await rows.allTextContents()).map((_, nth) => String(nth + 1)));
    if (hasScripts) await isAccessible(page);
    await staysWithin(page);
    await pressOnMap(page, "North West");
    await expect(page.getByRole("heading", { name: "North West: choose a council" })).toBeVisible();
    if (hasScripts) await isAccessible(page);
    await staysWithin(page);
    await pressOnMap(page, "Oldham");
    await expect(page.locator("#found")).toContainText("in the council area of Oldham");
    await expect(page.getByRole("link", { name: /^Call / }).first()).toHaveAttribute("href", /^tel:\+44\d+$/);
  });

/** Presses on an area of the map, where its number stands. */
async function pressOnMap(page: Page, name: string): Promise<void> {
  const names = await page.locator(".ct-choose__list li").allTextContents();
  const mark = page.locator(".ct-choose__mark").nth(names.indexOf(name));
  await mark.scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
}

test("the list beside the map of England leads to a council with the keyboard alone", async ({ browser }) => {
  const page = await as(browser, "search@demo.example");
  await page.goto("/find?service=home_care");
  for (const [name, title] of [
    ["North West", "Find capacity in North West"],
    ["Rochdale", "home care services in the council area of Rochdale"],
  ] as const) {
    await tabTo(page, page.locator(".ct-choose__list").getByRole("link", { name, exact: true }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveTitle(new RegExp(title));
  }
});

test("filters say how many they would leave, are taken away one by one, and nothing found offers what there is", async ({
  browser,
}) => {
  const page = await as(browser, "search@demo.example");
  const found = async () => Number(/^([\d,]+) /.exec(await page.locator("#found").innerText())?.[1] ?? "0");
  await page.goto("/find?near=Oldham&least=1&rating=good");
  const left = await found();
  await page.goto("/find?near=Oldham&least=2");
  const two = await found();
  await page.goto("/find?near=Oldham&least=1");
  await expect(page.getByText(`2 or more (${two})`)).toBeVisible();
  await page.getByText("More filters").click();
  await expect(page.getByText(`Good or better (${left})`)).toBeVisible();
  const price = page.locator(".nhsuk-form-group", { has: page.getByLabel("Most you can pay, £ a week") });
  const [, pounds = "", cost] = /£([\d,]+) or less \((\d+)\)/.exec(await price.innerText()) ?? [];
  await page.getByLabel("Most you can pay, £ a week").fill(pounds.replace(",", ""));
  await page.getByRole("button", { name: "Find places" }).click();
  await expect(page.locator("#found")).toContainText(new RegExp(`^${cost} care home`));
  await page.goto("/find?near=Oldham&rating=good&open=yes");
  await page.getByRole("link", { name: /Remove filter: Open to admissions/ }).click();
  await expect(page).not.toHaveURL(/open=yes/);
  for (const nothing of [
    "near=SK14+1AA&within=1&least=99&rating=outstanding",
    "near=Oldham+council&least=99&price=1",
  ]) {
    await page.goto(`/find?${nothing}`);
    await expect(page.getByRole("heading", { name: /No care homes match/ })).toBeVisible();
    await isAccessible(page);
    const instead = page.getByRole("link", { name: /^\d+ care homes? without/ }).first();
    const said = Number(/^\d+/.exec(await instead.innerText())?.[0]);
    await instead.click();
    await expect(page.locator("#found")).toContainText(`${said} care home`);
  }
});

test("a search that finds nothing yet can be saved, and a town leads on to the council of its name", async ({
  browser,
}) => {
  const page = await as(browser, "search@demo.example", { javaScriptEnabled: false, width: 375 });
  await page.goto("/find?near=Oldham&least=98");
  await page.getByRole("link", { name: "Oldham council" }).click();
  await expect(page.locator("#found")).toContainText("in the council area of Oldham");
  await page.getByText("Email me when something new matches").click();
  await page.getByRole("button", { name: "Save this search" }).click();
  await expect(page.getByText("Saved. We will email you")).toBeVisible();
  await page
    .getByRole("button", { name: /^Stop emails/ })
    .first()
    .click();
});

for (const screen of [{ width: 1200 }, { width: 375 }, { width: 375, javaScriptEnabled: false }])
  test(`a bed found taken is doubted, and its home clears that with one press on the page that its mail opens (${JSON.stringify(screen)})`, async ({
    browser,
  }) => {
    const hasScripts = screen.javaScriptEnabled !== false;
    const { home, person } = await homeWithABed("Doubted");
    const nurse = await as(browser, "discharge@demo.example", screen);
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
    const manager = await opened(browser, screen);
    const count = hasScripts ? await presses(manager) : () => 1;
    await manager.goto(`/confirm-beds/${secret}`);
    if (hasScripts) await isAccessible(manager);
    const [before] = await ask<{ n: string }>("select count(*) as n from bed_update where location_id = $1", [home.id]);
    expect(before?.n).toBe("1");
    await manager.getByRole("button", { name: "Still right" }).click();
    await expect(manager.getByText("Thank you. You have confirmed your beds")).toBeVisible();
    expect(count()).toBe(1);
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

import { expect, test, type Page } from "@playwright/test";
import { as, leave } from "./people";
import { isAccessible } from "./support";

test.afterEach(({ browser }) => leave(browser));

const main = (page: Page) => page.getByRole("main");
const screens = [{ width: 1200 }, { width: 375 }, { width: 1200, javaScriptEnabled: false }];

/** Follows a link of the main part; a keyboard reaches it and presses Enter. */
async function follow(page: Page, name: string | RegExp, by: "mouse" | "keyboard" = "mouse"): Promise<void> {
  const link = main(page).getByRole("link", { name }).first();
  if (by === "mouse") await link.click();
  else {
    await link.focus();
    await page.keyboard.press("Enter");
  }
}

const isAt = (page: Page, heading: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1 })).toContainText(heading);

for (const screen of screens)
  test(`someone of the NHS goes from England to whom to ring (${JSON.stringify(screen)})`, async ({ browser }) => {
    const page = await as(browser, "national@demo.example", screen);
    const by = screen.width === 1200 && screen.javaScriptEnabled !== false ? "keyboard" : "mouse";
    await page.goto("/areas");
    await isAt(page, "England");
    await follow(page, "North West", by);
    await isAt(page, "North West");
    await page.goto(`${page.url()}?within=local_authority`);
    await follow(page, "Oldham", by);
    await isAt(page, "Oldham");
    if (screen.javaScriptEnabled !== false) await isAccessible(page);
    await expect(main(page).getByRole("link", { name: /^0\d/ }).first()).toHaveAttribute("href", /^tel:\+?\d+/);
    await follow(page, /^Worklist/, by);
    const first = main(page).getByRole("table").getByRole("rowheader").first().getByRole("link");
    const home = await first.innerText();
    await first.click();
    await isAt(page, home);
    await expect(main(page).getByRole("heading", { name: "Who to call" })).toBeVisible();
    await follow(page, "Its record: contacts, notes and register", by);
    await isAt(page, home);
  });

for (const screen of screens)
  test(`areas stand side by side, with those most like one (${JSON.stringify(screen)})`, async ({ browser }) => {
    const page = await as(browser, "region@demo.example", screen);
    await page.goto("/areas/compare?find=");
    await expect(
      page.getByRole("alert").getByRole("link", { name: "Enter the name or code of an area" }),
    ).toBeVisible();
    await page.getByRole("searchbox", { name: "Add an area" }).fill("oldham");
    await main(page).getByRole("button", { name: "Find an area" }).click();
    await follow(page, "Add Oldham");
    await expect(main(page).getByRole("link", { name: /^Remove/ })).toBeVisible();
    await follow(page, /^Oldham$/);
    await follow(page, /^Compare with other areas/);
    await isAt(page, "Areas to compare with");
    if (screen.javaScriptEnabled !== false) await isAccessible(page);
    await main(page).getByRole("button", { name: "Compare those ticked with Oldham" }).first().click();
    await isAt(page, "Areas side by side");
    await expect(main(page).getByRole("region", { name: "Figures of the areas side by side" })).toContainText(
      "Rochdale",
    );
    if (screen.javaScriptEnabled !== false) await isAccessible(page);
    const json = (await (
      await page.request.get((await main(page).getByRole("link", { name: "JSON" }).getAttribute("href")) ?? "")
    ).json()) as { rows: { Area: string; Measure: string; Figure: number }[] };
    const occupied = json.rows.find(({ Area, Measure }) => Area === "Oldham" && Measure === "Occupied");
    await expect(main(page).getByRole("region", { name: "Figures of the areas side by side" })).toContainText(
      `${occupied?.Figure.toFixed(1)}%`,
    );
  });

test("a council officer rings those that have not filed, and records what came of it", async ({ browser }) => {
  const page = await as(browser, "council@demo.example", { javaScriptEnabled: false, width: 375 });
  await page.goto("/areas/worklist?reason=waiting");
  const first = main(page).getByRole("table").getByRole("rowheader").first().getByRole("link");
  const home = await first.innerText();
  await first.click();
  await expect(main(page).getByRole("link", { name: /^0\d/ }).first()).toHaveAttribute("href", /^tel:/);
  await main(page).getByRole("button", { name: "Record the call" }).click();
  await expect(page.getByRole("alert").getByRole("link").first()).toBeVisible();
  await main(page).getByRole("radio").first().check();
  await main(page).getByRole("button", { name: "Record the call" }).click();
  await expect(page.getByText("The call is recorded").first()).toBeVisible();
  await isAt(page, home);
});

test("a manager sees how a home compares, and an aggregate user sees sums and no location", async ({ browser }) => {
  const manager = await as(browser, "manager@demo.example", { width: 375 });
  await manager.goto("/reports");
  await follow(manager, "How you compare");
  await isAt(manager, "How you compare");
  await expect(main(manager).getByRole("table")).toContainText("Occupied");
  await isAccessible(manager);
  const aggregate = await as(browser, "aggregate@demo.example", { javaScriptEnabled: false });
  await aggregate.goto("/reports");
  await main(aggregate).getByRole("list").getByRole("link").first().click();
  await expect(main(aggregate).getByRole("table").first()).toContainText("Occupied");
  expect(await main(aggregate).locator("a[href^='/returns'], a[href^='/providers'], a[href^='tel:']").count()).toBe(0);
});

test("each chart is sent as a picture, a drawing and its figures", async ({ browser }) => {
  const page = await as(browser, "council@demo.example");
  await page.goto("/areas");
  const chart = (type: string) => page.request.get(`${page.url()}/measure/chart.${type}?of=care_home_responded`);
  const png = await chart("png");
  expect(png.headers()["content-type"]).toBe("image/png");
  expect((await png.body()).subarray(1, 4).toString()).toBe("PNG");
  expect((await png.body()).length).toBeGreaterThan(5_000);
  expect(await (await chart("svg")).text()).toContain("<svg");
  const csv = await (await chart("csv")).text();
  const { rows } = (await (await chart("json")).json()) as { rows: Record<string, unknown>[] };
  expect(csv.split("\r\n")[1]?.split(",")[0]?.replaceAll('"', "")).toBe(Object.values(rows[0] ?? {})[0]);
});

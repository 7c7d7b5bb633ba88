import { readFile, writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { type Change, changed } from "@/tests/support/changed-workbook";
import { as, leave, newHome, newPerson } from "./people";
import { ask, isAccessible } from "./support";

test.afterEach(({ browser }) => leave(browser));

/** Without JavaScript the page is asked anew with its link. */
async function comesTo(page: Page, heading: string): Promise<void> {
  await expect(async () => {
    const further = page.getByRole("link", { name: "Refresh progress" });
    if (await further.isVisible()) await further.click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

for (const screen of [{ width: 1200 }, { width: 375, javaScriptEnabled: false }])
  test(`a head office files for its homes from the template, by following its notes (${JSON.stringify(screen)})`, async ({
    browser,
  }, info) => {
    const homes = [await newHome("Filed at once"), await newHome("Put right"), await newHome("Left alone")] as const;
    const [closing, mistyped, untouched] = homes;
    const person = await newPerson("Hana Office", homes);
    const page = await as(browser, person.email, screen);
    const looks = () => (screen.javaScriptEnabled === false ? Promise.resolve() : isAccessible(page));
    const filed = () =>
      ask<{ id: number; source: string }>(
        `select location_id as id, source from "return" where location_id = any($1) order by location_id`,
        [homes.map(({ id }) => id)],
      );
    const send = async (bytes: Uint8Array, name: string, agreed: boolean) => {
      const file = info.outputPath(name);
      await writeFile(file, bytes);
      await page.goto("/uploads");
      await page.getByLabel("The completed template").setInputFiles(file);
      if (agreed) await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Submit completed template" }).click();
    };
    const on = ({ name }: { name: string }, heading: string, to: Change["to"]): Change => ({
      sheet: "Care home",
      row: [name],
      heading,
      to,
    });

    await page.goto("/home");
    await page
      .getByRole("main")
      .getByRole("link", { name: /Bulk update/ })
      .click();
    await looks();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download template" }).click();
    const template = await readFile(await (await downloading).path());

    const edited = await changed(template, [
      on(closing, "Action", "nil"),
      on(closing, "Reason for nil return", "The service is closing"),
      on(mistyped, "Action", "nil"),
      on(mistyped, "Reason for nil return", "We are on holiday"),
    ]);
    await send(edited, "edited.xlsx", false);
    await expect(page.getByText("Tick the box to say that you agree. We have kept your file").first()).toBeVisible();
    await looks();
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Continue" }).click();
    await comesTo(page, "Review before you file");
    await expect(page.getByText(mistyped.name).first()).toBeVisible();
    await looks();
    expect(await filed()).toEqual([]);

    const returning = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download your own workbook with these cells marked" }).click();
    const own = await readFile(await (await returning).path());
    await send(
      await changed(own, [on(mistyped, "Reason for nil return", "The service is closing")]),
      "right.xlsx",
      true,
    );
    await comesTo(page, "Review before you file");
    await page.getByRole("button", { name: "File 2 returns" }).click();
    await comesTo(page, "2 returns filed");
    await looks();
    expect((await filed()).map(({ id }) => id)).toEqual([closing.id, mistyped.id].sort((a, b) => a - b));
    expect((await filed()).map(({ id }) => id)).not.toContain(untouched.id);
  });

test("who files nothing finds no bulk update", async ({ browser }) => {
  const page = await as(browser, "discharge@demo.example", { javaScriptEnabled: false });
  expect((await page.goto("/uploads"))?.status()).toBe(404);
});

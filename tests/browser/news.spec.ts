import { randomBytes } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { ask, isAccessible, signedIn } from "./support";

const problems = (page: Page) => page.getByRole("alert").filter({ hasText: "There is a problem" });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } });
    const looks = (page: Page) => (javaScriptEnabled ? isAccessible(page) : Promise.resolve());

    test("support writes a bulletin and publishes it; a care home reads it, and a hospital does not get it", async ({
      page,
      browser,
    }) => {
      const title = `Bulletin ${randomBytes(4).toString("hex")}`;
      await signedIn(page, "support@demo.example");
      await page.goto("/admin/news/new");
      await looks(page);
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("For which areas? (optional)").fill("Oldam");
      await page.getByRole("button", { name: "Save the draft" }).click();
      await expect(problems(page).getByRole("link")).toHaveCount(4);
      await expect(page.getByLabel("Title")).toHaveValue(title);
      await looks(page);
      await page.getByLabel("Bulletin").check();
      await page.getByLabel("Summary").fill("What to have at hand this winter.");
      await page.getByLabel("Text", { exact: true }).fill("## Before you begin\n\n- staff\n- beds\n\n<b>not bold</b>");
      await page.getByLabel("Care Home", { exact: true }).check();
      await page.getByLabel("For which areas? (optional)").fill("Oldham");
      await page.getByRole("button", { name: "Save the draft" }).click();
      await expect(page.getByText("Saved.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Before you begin" })).toBeVisible();
      await expect(page.getByText("<b>not bold</b>").first()).toBeVisible();
      await looks(page);
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(page.getByText("Published", { exact: true })).toBeVisible();
      await expect(page.getByText("This news is now published.")).toBeVisible();

      const theirs = await browser.newContext({ javaScriptEnabled, viewport: { width: 375, height: 800 } });
      const home = await theirs.newPage();
      await signedIn(home, "manager@demo.example");
      const unread = async () =>
        Number(/(\d+) unread/.exec(await home.getByRole("navigation", { name: "Menu" }).innerText())?.[1] ?? 0);
      const before = await unread();
      expect(before).toBeGreaterThan(0);
      await home.goto("/news");
      await looks(home);
      await expect(home.getByRole("listitem").filter({ hasText: title })).toContainText("New");
      await home.getByRole("link", { name: title }).focus();
      await home.keyboard.press("Enter");
      await expect(home.getByRole("heading", { name: "Before you begin" })).toBeVisible();
      await looks(home);
      const address = new URL(home.url()).pathname;
      await expect.poll(unread).toBe(before);
      await home.getByRole("button", { name: "Mark as read" }).click();
      await expect(home).toHaveURL(/\/news$/);
      await expect.poll(unread).toBe(before - 1);
      await ask("delete from news_read", [], true);
      await home.goto("/news");
      await home.getByRole("button", { name: "Mark all as read" }).click();
      await expect.poll(unread).toBe(0);
      await signedIn(home, "discharge@demo.example");
      expect((await home.goto(address))?.status()).toBe(404);
      await theirs.close();

      await page.getByRole("button", { name: "Withdraw" }).click();
      await expect(page.getByText("Withdrawn", { exact: true })).toBeVisible();
      const [kept] = await ask<{ by: boolean }>(
        "select withdrawn_by_id is not null as by from news_item where title = $1",
        [title],
      );
      expect(kept).toEqual({ by: true });
    });
  });

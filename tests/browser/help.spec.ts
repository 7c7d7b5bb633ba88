import { expect, test, type Page } from "@playwright/test";
import { guides } from "@/app/shell/guides";
import { isAccessible, signedIn } from "./support";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } });
    const looks = (page: Page) => (javaScriptEnabled ? isAccessible(page) : Promise.resolve());

    test("someone searches help, is offered what comes nearest, and reads the answer", async ({ page }) => {
      await page.goto("/help");
      await looks(page);
      await page.getByLabel("Search help").fill("receipt for a unicorn");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: "Nothing found for “receipt for a unicorn”" })).toBeVisible();
      await looks(page);
      await page.getByRole("link", { name: "How do I prove that I filed?" }).click();
      await expect(page.getByRole("heading", { name: "How do I prove that I filed?" })).toBeVisible();
      await page.goto("/help/managed-computers");
      await expect(page.getByRole("listitem").filter({ hasText: "trusted sites" })).toBeVisible();
      await looks(page);
    });

    test("a care home is offered its own guides first, each with pictures that load", async ({ page }) => {
      await signedIn(page, "manager@demo.example");
      await page.goto("/help");
      await page.getByRole("link", { name: "File your monthly return" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("File your monthly return");
      await looks(page);
      for (const picture of await page.getByRole("main").getByRole("img").all()) {
        const address = (await picture.getAttribute("src")) ?? "";
        expect((await page.request.get(address)).headers()["content-type"]).toBe("image/png");
      }
    });

    test("each question of the care home return is explained in help", async ({ page }) => {
      await page.goto("/help/questions");
      await looks(page);
      await page.getByRole("link", { name: "Care home return" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Care home return");
      await looks(page);
    });
  });

test("how to do the thing on a page stands on that page, and leads to its guide", async ({ page }) => {
  await signedIn(page, "council@demo.example");
  for (const [address, slug] of [
    ["/find", "find-a-bed"],
    ["/areas/worklist", "who-has-filed"],
    ["/reports", "reports"],
  ] as const) {
    await page.goto(address);
    await page.locator("summary", { hasText: "How to:" }).press("Enter");
    await page.getByRole("link", { name: "See this with pictures" }).click();
    await expect(page).toHaveURL(`/help/guides/${slug}`);
  }
});

test("every guide is a page, and a guide that there is none of is not found", async ({ page }) => {
  for (const { slug } of guides) expect((await page.request.get(`/help/guides/${slug}`)).status()).toBe(200);
  for (const none of ["/help/guides/none", "/help/questions/none", "/help/none"])
    expect((await page.request.get(none)).status()).toBe(404);
});

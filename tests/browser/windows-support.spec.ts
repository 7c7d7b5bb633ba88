import { randomBytes } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { ask, isAccessible, signedIn } from "./support";

const inForce = (page: Page) => expect(page.getByText("Your change is saved and in use now.")).toBeVisible();
const problems = (page: Page) => page.getByRole("alert").filter({ hasText: "There is a problem" });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } });
    const looks = (page: Page) => (javaScriptEnabled ? isAccessible(page) : Promise.resolve());
    test.beforeEach(({ page }) => signedIn(page, "support@demo.example"));

    test("support extends a window for one location, and takes it back; wrong input stays", async ({ page }) => {
      const [place] = await ask<{ register_id: string }>(
        `select register_id from location l where 'hospice' = any(types)
          and not exists (select from window_extension e where e.location_id = l.id and e.ended_at is null) limit 1`,
      );
      await page.goto("/admin/windows/extend");
      await looks(page);
      await page.getByLabel("Day", { exact: true }).fill("31");
      await page.getByLabel("Month", { exact: true }).fill("2");
      await page.getByLabel("Year", { exact: true }).fill("2026");
      await page.getByLabel("Locations (optional)").fill("1-nobody");
      await page.getByRole("button", { name: "Extend the window" }).click();
      await expect(problems(page).getByRole("link")).toHaveCount(3);
      await expect(page.getByLabel("Day", { exact: true })).toHaveValue("31");
      await expect(page.getByLabel("Locations (optional)")).toHaveValue("1-nobody");
      await looks(page);
      const reason = `Flood ${randomBytes(4).toString("hex")}`;
      await page.getByLabel("Day", { exact: true }).fill("25");
      await page.getByLabel("Month", { exact: true }).fill("11");
      await page.getByLabel("Locations (optional)").fill(place?.register_id ?? "");
      await page.getByLabel("Reason").fill(reason);
      await page.getByRole("button", { name: "Extend the window" }).click();
      await inForce(page);
      await looks(page);
      const row = page.getByRole("row").filter({ hasText: reason });
      await row.getByRole("link", { name: "End this extension" }).click();
      await page.getByRole("button", { name: "End this extension" }).click();
      await expect(problems(page)).toContainText("Enter the reason");
      await page.getByLabel("Reason").fill("The water is gone");
      await page.getByRole("button", { name: "End this extension" }).click();
      await inForce(page);
      await expect(page.getByRole("row").filter({ hasText: reason })).toContainText("Ended");
    });

    test("support switches a campaign on by its months, and ends it", async ({ page }) => {
      await page.goto("/admin/windows/seasons");
      await page.getByLabel("COVID-19 vaccination campaign").check();
      await page.getByLabel("First window").selectOption("2027-12");
      await page.getByLabel("Last window").selectOption("2027-11");
      await page.getByLabel("Reason").fill("Spring");
      await page.getByRole("button", { name: "Switch on" }).click();
      await expect(problems(page)).toContainText("The last month must be the first month or later");
      await expect(page.getByLabel("First window")).toHaveValue("2027-12");
      await expect(page.getByLabel("Reason")).toHaveValue("Spring");
      await page.getByLabel("Last window").selectOption("2027-12");
      await page.getByRole("button", { name: "Switch on" }).click();
      await inForce(page);
      await page
        .getByRole("row")
        .filter({ hasText: "December 2027" })
        .getByRole("link", { name: "End this season" })
        .first()
        .click();
      await page.getByLabel("Reason").fill("Not after all");
      await page.getByRole("button", { name: "End this season" }).click();
      await inForce(page);
    });

    test("support switches a collection on for provider types, and off", async ({ page }) => {
      for (const on of [true, false]) {
        await page.goto("/admin/windows/collections/home_care_daily");
        await page.getByLabel("Home care services", { exact: true }).setChecked(on);
        await page.getByRole("button", { name: "Save who is asked" }).click();
        await expect(problems(page)).toContainText("Enter the reason");
        expect(await page.getByLabel("Home care services", { exact: true }).isChecked()).toBe(on);
        await page.getByLabel("Reason").fill("A trial");
        await page.getByRole("button", { name: "Save who is asked" }).click();
        await inForce(page);
        const row = page.getByRole("row").filter({ hasText: "Home care daily update" });
        await expect(row).toContainText(on ? "Home care services" : "No one");
      }
    });

    test("support adds a hospice's bed type, and puts its name right", async ({ page }) => {
      const name = `Trial ${randomBytes(4).toString("hex")}`;
      await page.goto("/admin/windows/bed-types/new");
      await looks(page);
      await page.getByLabel("Name").fill(name);
      await page.getByRole("button", { name: "Add the bed type" }).click();
      await expect(problems(page).getByRole("link")).toHaveCount(4);
      await expect(page.getByLabel("Name")).toHaveValue(name);
      await page.getByLabel("What counts as such a bed").fill("A bed of a trial.");
      await page.getByLabel("Hospices").check();
      await page.getByLabel("Short stay").check();
      await page.getByLabel("Last window").selectOption({ index: 1 });
      await page.getByLabel("Reason").fill("A trial");
      await page.getByRole("button", { name: "Add the bed type" }).click();
      await inForce(page);
      await looks(page);
      await page.getByRole("link", { name: `Change ${name}` }).click();
      await page.getByLabel("Name").fill(`${name} again`);
      await page.getByLabel("Reason").fill("A slip");
      await page.getByRole("button", { name: "Save the bed type" }).click();
      await inForce(page);
      await expect(page.getByRole("link", { name: `Change ${name} again` })).toBeVisible();
    });
  });

import { expect, test } from "@playwright/test";
import { ask, fromElsewhere, isAccessible, newAddress, signedIn } from "./support";

const phone = { width: 375, height: 800 };

/** A message of this test alone that the other side refused. */
async function failedMessage(): Promise<string> {
  const to = newAddress();
  const props = JSON.stringify({ name: "Nell Newcomer", at: "2026-11-10T09:00:00.000Z" });
  await ask(
    `insert into email (id, template, "to", subject, props, queued_at, attempts, failed_at, last_error)
     values (gen_random_uuid(), 'password-changed', $1, 'Nell Newcomer: your password was changed', $2,
             '2026-11-10T09:00Z', 6, '2026-11-10T09:05Z', 'The mail server stayed away')`,
    [to, props],
    true,
  );
  return to;
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "on a phone without JavaScript", () => {
    test.use({ javaScriptEnabled, ...(!javaScriptEnabled && { viewport: phone }) });
    test.beforeEach(async ({ context, page }) => {
      await context.setExtraHTTPHeaders(fromElsewhere());
      await signedIn(page, "support@demo.example");
    });

    test("support finds a message that failed, sees why, and sends it again", async ({ page }) => {
      const to = await failedMessage();
      await page.goto("/admin");
      await page.getByRole("main").getByRole("link", { name: "Emails", exact: true }).first().click();
      await page.getByLabel("Part of the address").fill(to);
      await page.getByLabel("Status").selectOption({ label: "Failed" });
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page.getByRole("row").filter({ hasText: to })).toHaveCount(1);
      await page.getByRole("link", { name: /your password was changed/ }).click();
      await expect(page.getByText("The mail server stayed away")).toBeVisible();
      await page.getByRole("button", { name: "Send again" }).click();
      await expect(page.getByText("The message is being sent")).toBeVisible();
      await expect(async () => {
        await page.reload();
        await expect(page.locator("dl").getByText("Sent", { exact: true }).last()).toBeVisible({ timeout: 1_000 });
        await expect(page.locator("dl").getByText("kept", { exact: true })).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 20_000 });
    });

    test("support runs a piece of scheduled work now, and sees what came of it", async ({ page }) => {
      await page.goto("/admin/jobs");
      await page.getByRole("link", { name: "Remind people whose passwords are about to expire" }).click();
      const byHand = page.getByRole("row").filter({ hasText: /by hand/i });
      const before = await byHand.count();
      await page.getByRole("button", { name: "Run it now" }).click();
      await expect(async () => {
        await page.reload();
        expect(await byHand.count()).toBeGreaterThan(before);
        await expect(byHand.first()).toContainText(/Done/, { timeout: 1_000 });
        await expect(byHand.first()).toContainText(/\d+ messages?/, { timeout: 1_000 });
      }).toPass({ timeout: 20_000 });
    });

    test("support looks at a message before anyone gets it", async ({ page }) => {
      await page.goto("/admin/mail");
      await page.getByRole("link", { name: "See how each message looks" }).click();
      if (javaScriptEnabled) await isAccessible(page);
      await page.getByRole("link", { name: "Account locked" }).click();
      if (javaScriptEnabled) await isAccessible(page);
      const letter = page.frameLocator("iframe");
      await expect(letter.getByRole("link", { name: "Choose a new password" })).toBeVisible();
      await page.getByRole("link", { name: "Show as plain text" }).click();
      await expect(page.locator("pre")).toContainText("A wrong password was entered five times");
    });
  });

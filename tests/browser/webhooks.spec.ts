import { randomBytes } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { receiver } from "@/tests/support/webhook-receiver";
import { as, leave } from "./people";
import { isAccessible, staysWithin } from "./support";

/** Asks to end something, thinks better of it, comes back to where they were, and ends it after all. */
async function endsOnceAsked(page: Page, link: string, press: string, says: string): Promise<void> {
  const from = new URL(page.url()).pathname;
  await page.getByRole("link", { name: link }).click();
  await expect(page.getByText(says)).toBeVisible();
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL((url) => url.pathname === from);
  await page.getByRole("link", { name: link }).click();
  await staysWithin(page);
  await page.getByRole("button", { name: press }).click();
}

/** What a system was sent as tests: a return filed meanwhile at the same location is told to it too. */
const testsSent = ({ received }: Awaited<ReturnType<typeof receiver>>) =>
  received.filter(({ body }) => (JSON.parse(body) as { type: string }).type === "test");

/** The row of a page's table that says how a test was delivered. */
const testRow = (page: Page) => page.getByRole("row").filter({ hasText: "No location" });

test.afterEach(({ browser }) => leave(browser));

for (const javaScriptEnabled of [true, false])
  test(`an approver has another system told ${javaScriptEnabled ? "with" : "without"} JavaScript, and support sees it`, async ({
    browser,
  }) => {
    const width = javaScriptEnabled ? 1280 : 375;
    const system = await receiver();
    const label = `Records ${randomBytes(3).toString("hex")}`;
    const page = await as(browser, "approver@demo.example", { javaScriptEnabled, width });
    const looks = (there: Page) => (javaScriptEnabled ? isAccessible(there) : Promise.resolve());
    await page.goto("/accounts/keys");
    await page.getByLabel("Name of the system").fill(label);
    await page.getByRole("checkbox", { name: "Fernbank House" }).check();
    await page.getByRole("checkbox", { name: /^Read windows/ }).check();
    await page.getByRole("button", { name: "Make the key" }).click();
    await page.getByRole("button", { name: "I have copied it" }).click();
    await page.getByRole("link", { name: `Webhooks of ${label}` }).click();
    await page.getByLabel("Address that we send to").fill("http://records.example/hook");
    await page.getByRole("button", { name: "Add the webhook" }).click();
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
    await expect(page.getByLabel("Address that we send to")).toHaveValue("http://records.example/hook");
    await looks(page);
    await page.getByLabel("Address that we send to").fill(system.address);
    await page.getByRole("checkbox", { name: "A return was filed" }).check();
    await page.getByRole("button", { name: "Add the webhook" }).click();
    const secret = await page.getByText(/^whsec_/).textContent();
    await looks(page);
    await page.getByRole("button", { name: "I have copied it" }).click();
    await page.getByRole("link", { name: `Webhooks of ${label}` }).click();
    await page.getByRole("link", { name: system.address }).click();
    await page.getByRole("button", { name: "Send a test" }).click();
    await expect(page.getByText(/^We are sending a test/)).toBeVisible();
    await expect.poll(() => testsSent(system).length, { timeout: 30_000 }).toBe(1);
    await expect
      .poll(async () => {
        await page.reload();
        return testRow(page).getByText("Delivered", { exact: true }).count();
      })
      .toBe(1);
    await looks(page);

    const support = await as(browser, "support@demo.example", { javaScriptEnabled, width });
    await support.goto("/admin/webhooks");
    await support.getByLabel("Find a webhook").fill("no such system");
    await support.getByRole("button", { name: "Find" }).click();
    await expect(support.getByText("No webhooks match")).toBeVisible();
    await support.getByLabel("Find a webhook").fill(system.address);
    await support.getByLabel("Status").selectOption("Working");
    await support.getByRole("button", { name: "Find" }).click();
    await expect(support.getByRole("row").filter({ hasText: system.address })).toContainText("Working");
    await looks(support);
    await support.getByRole("link", { name: system.address, exact: true }).click();
    await testRow(support).getByRole("button", { name: "Send again" }).click();
    await expect(support.getByText(/^We are sending it again/)).toBeVisible();
    await expect.poll(() => testsSent(system).length, { timeout: 30_000 }).toBe(2);
    expect(new Set(testsSent(system).map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    await support.getByRole("button", { name: "Pause" }).click();
    await expect(support.getByText("Someone paused it.")).toBeVisible();
    await looks(support);
    await page.reload();
    await page.getByRole("link", { name: "Change its secret" }).click();
    await expect(page.getByText(/^We will show you a new secret, once/)).toBeVisible();
    await looks(page);
    await page.getByRole("button", { name: "Make a new secret" }).click();
    await expect(page.getByText(/^whsec_/)).not.toHaveText(secret ?? "");
    await page.getByRole("button", { name: "I have copied it" }).click();
    await page.getByRole("link", { name: `Webhooks of ${label}` }).click();
    await page.getByRole("link", { name: system.address }).click();
    await expect(page.getByText(/^Changed. The old one works until/)).toBeVisible();
    await looks(page);
    await endsOnceAsked(page, "End this webhook", "End this webhook", "We will send nothing more");
    await expect(page.getByText("That webhook has ended.")).toBeVisible();
    await endsOnceAsked(page, `End the key of ${label}`, "End this key", `${label} will be refused straight away`);
    await expect(page.getByText("That key no longer works.")).toBeVisible();
    await expect(page.getByText(label)).toHaveCount(0);
    await system.close();
  });

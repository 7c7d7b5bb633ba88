import { expect, test, type Page } from "@playwright/test";
import { keepsWhatIsTyped } from "./slow-scripts";
import { ask, fromElsewhere, giveSession, newAddress, showWork } from "./support";

/** Forms that no link leads to; those of all other pages are filled this way as `pages.spec.ts` meets them. */

test.beforeEach(({ page }) => page.setExtraHTTPHeaders(fromElsewhere()));

const keeps = async (page: Page) => {
  const { pathname } = new URL(page.url());
  expect(await keepsWhatIsTyped(page, pathname, () => true), pathname).toBeGreaterThan(0);
  await page.goto(pathname);
};
const next = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

for (const type of ["Care Home", "Local Authority (Regional / LRF)", "Search Only"])
  test(`on a slow phone each step of registering as ${type} keeps what is chosen and typed`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 740 });
    await page.goto("/register/your-details");
    await keeps(page);
    await page.getByLabel("Email address").fill(newAddress());
    await page.getByLabel("Full name").fill("Zoë O’Brien");
    await page.getByLabel("Contact number").fill("01632 960 001");
    await page.getByLabel("Job title").fill("Deputy manager");
    await page.getByLabel(type, { exact: true }).check();
    await showWork(page);
    await next(page);
    await expect(page).toHaveURL(/\/register\/organisation/);
    await keeps(page);
  });

for (const [purpose, address] of [
  ["choose_password", "/choose-password"],
  ["disclaimer", "/disclaimer"],
  ["second_factor", "/second-factor"],
] as const)
  test(`on a slow phone ${address} keeps what is typed`, async ({ page }) => {
    const email = purpose === "disclaimer" ? "generic@demo.example" : "manager@demo.example";
    const [account] = await ask<{ id: number }>("select id from account where email = $1", [email]);
    await giveSession(page.context(), account?.id ?? 0, purpose);
    await page.goto(address);
    await expect(page).toHaveURL(new RegExp(address));
    await keeps(page);
  });

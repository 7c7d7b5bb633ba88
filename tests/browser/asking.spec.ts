import { expect, test } from "@playwright/test";
import { as, homeWithABed, leave } from "./people";
import { isAccessible } from "./support";

/** Enquiries are one setting for all: these tests switch it on, and none switches it off. */
test.afterEach(({ browser }) => leave(browser));

for (const screen of [{ width: 1200 }, { width: 375, javaScriptEnabled: false }])
  test(`support switches enquiries on, and a home sees who is asking until when (${JSON.stringify(screen)})`, async ({
    browser,
  }) => {
    const { home, person } = await homeWithABed("Asked about");
    const support = await as(browser, "support@demo.example", screen);
    await support.goto("/admin/find");
    if (screen.javaScriptEnabled !== false) await isAccessible(support);
    await support.getByLabel(/say that they are asking about a bed/).check();
    await support.getByRole("button", { name: "Save the settings" }).click();
    await expect(support.getByText("Enter the reason").first()).toBeVisible();
    await expect(support.getByLabel(/say that they are asking about a bed/)).toBeChecked();
    await support.getByLabel("Reason").fill("A trial");
    await support.getByRole("button", { name: "Save the settings" }).click();
    await expect(support.getByText("Your change is saved")).toBeVisible();
    const nurse = await as(browser, "discharge@demo.example", screen);
    await nurse.goto(`/find/${home.id}`);
    await nurse.getByLabel("Note to the home").fill("NHS number 943 476 5919");
    await nurse.getByRole("button", { name: "Say that we are asking" }).click();
    await expect(nurse.getByText(/Remove the NHS number/).first()).toBeVisible();
    await expect(nurse.getByLabel("Note to the home")).toHaveValue("NHS number 943 476 5919");
    await nurse.getByLabel("Note to the home").fill("Is it on the ground floor?");
    await nurse.getByRole("button", { name: "Say that we are asking" }).click();
    await expect(nurse.getByText(/can see that you are asking/)).toBeVisible();
    if (screen.javaScriptEnabled !== false) await isAccessible(nurse);
    const manager = await as(browser, person.email, screen);
    await manager.goto(`/beds/${home.id}`);
    await expect(
      manager.getByText(/is asking about a bed.* until .*They say: Is it on the ground floor\?/),
    ).toBeVisible();
    if (screen.javaScriptEnabled !== false) await isAccessible(manager);
    await nurse.getByRole("button", { name: "Stop asking" }).click();
    await expect(nurse.getByText("You are no longer asking about a bed here")).toBeVisible();
    await manager.goto(`/beds/${home.id}`);
    await expect(manager.getByText(/is asking about a bed/)).toHaveCount(0);
  });

test("a care home asks to search for free beds on My access, and waits for support", async ({ browser }) => {
  const { person } = await homeWithABed("Asks to search");
  const page = await as(browser, person.email, { javaScriptEnabled: false, width: 375 });
  await page.goto("/accounts/access");
  await page.getByText("Ask to search for free beds").click();
  await page.getByRole("button", { name: "Ask to search" }).click();
  await expect(page.getByText(/Enter the reason/).first()).toBeVisible();
  await page.getByLabel("Why do you need to search?").fill("We help people to move on.");
  await page.getByRole("button", { name: "Ask to search" }).click();
  await expect(page.getByText("We have sent your request to support")).toBeVisible();
  await expect(page.getByText(/You asked on/)).toBeVisible();
});

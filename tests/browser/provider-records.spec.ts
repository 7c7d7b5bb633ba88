import { expect, test, type Page } from "@playwright/test";
import { as, leave, newHome, newPerson } from "./people";
import { isAccessible } from "./support";

test.afterEach(({ browser }) => leave(browser));

const fits = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

/** Follows a link or button of the main part by its name. */
const press = (page: Page, role: "link" | "button", name: string | RegExp) =>
  page.getByRole("main").getByRole(role, { name }).first().click();

for (const screen of [{ width: 1200 }, { width: 375 }, { width: 1200, javaScriptEnabled: false }])
  test(`a manager keeps each section of the record (${JSON.stringify(screen)})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const home = await newHome("Record House");
    const { email } = await newPerson("Rita Record", [home]);
    const page = await as(browser, email, screen);
    const scripted = screen.javaScriptEnabled !== false;
    await page.goto("/providers");
    await page
      .getByRole("main")
      .getByRole("link", { name: new RegExp(home.name) })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(home.name);
    await expect(page.getByText("This comes from CQC, so you cannot change it here.").first()).toBeVisible();
    if (scripted) await isAccessible(page);
    await fits(page);

    await press(page, "link", "Add a contact");
    await press(page, "button", "Save contact");
    await expect(page.getByRole("alert").getByText("Select what kind of contact this is")).toBeVisible();
    await page.getByLabel("Kind of contact").selectOption("own");
    await page.getByLabel("If something else, what?").fill("Registered Manager");
    await page.getByLabel("Name", { exact: true }).fill("Maya Patel");
    await page.getByLabel("Email address").fill("maya@record.example");
    await page.getByLabel("Public").check();
    if (scripted) await isAccessible(page);
    await fits(page);
    await press(page, "button", "Save contact");
    await expect(page.getByText("Your changes are saved.")).toBeVisible();
    await expect(page.getByRole("rowheader", { name: /Manager/ })).toBeVisible();

    await press(page, "link", "Add a note");
    await page.getByRole("textbox", { name: "Note" }).fill("Ring before 4pm.");
    await press(page, "button", "Save note");
    await expect(page.getByText("Ring before 4pm.")).toBeVisible();

    await press(page, "link", "Change your own name, address and website");
    await page.getByLabel(/^Trading name/).fill("The Record");
    await press(page, "button", "Save");
    await expect(page.getByText("The Record", { exact: true })).toBeVisible();

    await press(page, "link", "Change who you care for, funding and prices");
    await page.getByLabel("Council", { exact: true }).check();
    await page.getByLabel("Lowest, in pounds").first().fill("lots");
    await press(page, "button", `Save for ${home.name}`);
    await expect(page.getByRole("alert").getByText(/in whole pounds, such as 950/)).toBeVisible();
    await expect(page.getByLabel("Lowest, in pounds").first()).toHaveValue("lots");
    await page.getByLabel("Lowest, in pounds").first().fill("900");
    if (scripted) await isAccessible(page);
    await fits(page);
    await press(page, "button", `Save for ${home.name}`);
    await expect(page.getByText("£900").first()).toBeVisible();

    await press(page, "link", "Add or remove a practice");
    await page.getByLabel("Name or postcode of the practice").fill("surgery");
    await press(page, "button", "Search");
    await press(page, "button", /^Add /);
    await expect(page.getByText("Your changes are saved.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Remove / })).toBeVisible();

    await page.goto(`/providers/${home.id}/status`);
    await page.getByLabel("We are closing").check();
    await page.getByLabel("Day").fill("1");
    await page.getByLabel("Month").fill("12");
    await page.getByLabel("Year").fill("2026");
    await press(page, "button", `Save for ${home.name}`);
    await expect(page.getByRole("heading", { name: new RegExp(`${home.name} is closing`) })).toBeVisible();
    await press(page, "link", /^Send a nil return/);
    await expect(page.getByLabel("The service is closing")).toBeChecked();

    await page.goto(`/providers/${home.id}/changes`);
    await expect(page.getByText(`Told us that ${home.name} is closing`)).toBeVisible();
    if (scripted) await isAccessible(page);
    await page.goto(`/providers/${home.id}/quality`);
    await expect(page.getByText("Unknown rating").first()).toBeVisible();
    if (scripted) await isAccessible(page);
    await fits(page);
    await press(page, "link", "Updates");
    await expect(page.getByRole("table", { name: /^Updates for any day/ })).toBeVisible();
    await expect(page.getByRole("table", { name: /^Monthly returns/ })).toBeVisible();
    if (scripted) await isAccessible(page);
    await fits(page);
    await press(page, "link", `Business continuity update: ${home.name}`);
    await expect(page).toHaveURL(new RegExp(`/returns/${home.id}/business_continuity`));
  });

test("of two people who change a contact at once the second is told and loses nothing, with the keyboard alone", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const home = await newHome("Twice House");
  const { email } = await newPerson("Tara Twice", [home]);
  const colleague = await newPerson("Uma Twice", [home]);
  const page = await as(browser, email);
  await page.goto(`/providers/${home.id}/own-details`);
  const other = await as(browser, colleague.email);
  await other.goto(`/providers/${home.id}/own-details`);
  await other.getByLabel(/^Trading name/).fill("First");
  await press(other, "button", "Save");
  await expect(other.getByText("First", { exact: true })).toBeVisible();
  await other.goto(`/providers/${home.id}/own-details`);
  await other.getByLabel(/^Trading name/).fill("First again");
  await press(other, "button", "Save");
  await page.getByLabel(/^Trading name/).focus();
  await page.keyboard.type("Second");
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Uma Twice changed this at /)).toBeVisible();
  await expect(page.getByLabel(/^Trading name/)).toHaveValue("Second");
  await isAccessible(page);
  await page.getByLabel("Replace their changes with mine").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Second", { exact: true })).toBeVisible();
});

test("someone who leaves with changes unsaved is asked first, and stays if they say so", async ({ browser }) => {
  const home = await newHome("Leave House");
  const { email } = await newPerson("Lena Leave", [home]);
  const page = await as(browser, email);
  await page.goto(`/providers/${home.id}/notes/new`);
  await page.getByRole("textbox", { name: "Note" }).fill("Not saved yet");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole("link", { name: "Provider details" }).click();
  await expect.poll(() => asked).toEqual([expect.stringContaining("changes that are not saved")]);
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("Not saved yet");
});

test("a council narrows the list of providers as it types, and the address holds the view", async ({ browser }) => {
  const page = await as(browser, "council@demo.example");
  await page.goto("/providers");
  await isAccessible(page);
  await page.getByLabel("Name, postcode or CQC location ID").fill("fernbank");
  await expect(page).toHaveURL(/search=fernbank/);
  await expect(page.getByRole("link", { name: /^Fernbank House/ })).toBeVisible();
  await page.getByLabel("Service type").selectOption("care_home");
  await expect(page).toHaveURL(/type=care_home/);
  await page.getByText("Choose columns").click();
  await page.getByRole("link", { name: "Hide council" }).click();
  await expect(page.getByRole("columnheader", { name: /^Council/ })).toHaveCount(0);
  const file = await page.request.get(
    (await page.getByRole("link", { name: "Download as CSV" }).getAttribute("href")) ?? "",
  );
  const lines = (await file.text()).split("\r\n");
  expect(lines[0]).not.toContain("Council");
  expect(lines.filter((line) => line.startsWith("Fernbank")).length).toBeGreaterThan(0);
});

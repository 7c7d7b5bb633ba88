import { randomBytes } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { ask, isAccessible, signedIn } from "./support";

const problems = (page: Page) => page.getByRole("alert").filter({ hasText: "There is a problem" });
const phone = { viewport: { width: 375, height: 800 } };

/** Adds a question to the draft that the page shows. */
async function addQuestion(page: Page, label: string, kind: string, more: (page: Page) => Promise<unknown>) {
  await page.getByRole("link", { name: "Add a question" }).click();
  await page.getByLabel("Question", { exact: true }).fill(label);
  await page.getByLabel("Short name").fill(label.replace("?", ""));
  await page.getByLabel(kind, { exact: true }).check();
  await more(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}

test("support builds and publishes a survey, a manager answers it on a phone without JavaScript, and support sees what was said", async ({
  page,
  browser,
}) => {
  const title = `Survey ${randomBytes(4).toString("hex")}`;
  const [home] = await ask<{ id: number; number: string }>(
    "select id, register_id as number from location where name = 'Fernbank House'",
  );
  await signedIn(page, "support@demo.example");
  await page.goto("/admin/surveys/new");
  await page.getByRole("button", { name: "Save and add questions" }).click();
  await expect(problems(page)).toContainText("Enter a title");
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Save and add questions" }).click();
  const nothing = () => Promise.resolve();
  await addQuestion(page, "Do you have any?", "Yes or no", nothing);
  await addQuestion(page, "How many?", "A whole number", () =>
    page.getByLabel("When is it shown?").selectOption({ label: "After: Do you have any? – Yes" }),
  );
  await addQuestion(page, "Who services them?", "Any of several answers", () =>
    page.getByLabel("Answers to choose from").fill("The maker\nWe do"),
  );
  await isAccessible(page);
  await page.getByRole("button", { name: /^Move down.*Do you have any/ }).click();
  await expect(page.getByText("Moved.")).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(problems(page)).toContainText("Say who the survey is for");
  await expect(problems(page)).toContainText(
    "“How many?” is shown when “Do you have any?” is answered, which comes after it",
  );
  await page.getByRole("button", { name: /^Move up.*Do you have any/ }).click();
  await expect(problems(page)).toHaveCount(0);
  await expect(page.getByText("Moved.")).toBeVisible();
  await page.getByRole("link", { name: "Change who it is for" }).click();
  await page.getByLabel("Which other locations?").fill(home?.number ?? "");
  await isAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Preview it and try it out" }).click();
  await page.getByLabel("No", { exact: true }).check();
  await expect(page.getByLabel("How many?")).toBeHidden();
  await page.getByLabel("We do").check();
  await page.getByRole("button", { name: "Try these answers" }).click();
  await expect(page.getByText("These answers would be accepted. We have not saved them.")).toBeVisible();
  await isAccessible(page);
  await page.getByRole("link", { name: "The survey" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Open", { exact: true })).toBeVisible();
  await isAccessible(page);
  const survey = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  const theirs = await browser.newContext({ javaScriptEnabled: false, ...phone });
  const manager = await theirs.newPage();
  await signedIn(manager, "manager@demo.example");
  await manager.goto("/home");
  await manager.getByRole("link", { name: "Surveys to answer" }).click();
  await manager.getByRole("link", { name: title }).click();
  await expect(manager.getByText("Only if you answered “Yes” to “Do you have any?”")).toBeVisible();
  await manager.getByLabel("Yes").check();
  await manager.getByLabel("We do").check();
  await manager.getByRole("button", { name: "Send the answers" }).click();
  await expect(problems(manager).getByRole("link", { name: "Enter your answer to “How many?”" })).toBeVisible();
  await expect(manager.getByLabel("We do")).toBeChecked();
  await manager.getByLabel("How many?").fill("4");
  await manager.getByRole("button", { name: "Send the answers" }).click();
  await expect(manager.getByText("Your answers are sent.")).toBeVisible();
  await manager.getByLabel("No", { exact: true }).check();
  await manager.getByRole("button", { name: "Send the changed answers" }).click();
  await expect(manager.getByText("We left out what you entered for “How many?”")).toBeVisible();
  await manager.getByLabel("Yes").check();
  await manager.getByLabel("How many?").fill("5");
  await manager.getByRole("button", { name: "Send the changed answers" }).click();
  await manager.goto(`/providers/${home?.id}/surveys`);
  await expect(manager.getByRole("row").filter({ hasText: title })).toContainText("Answered");
  await theirs.close();

  await page.goto(`/surveys/${survey}`);
  await expect(page.getByText("100.0%").first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Total" })).toContainText("5");
  await isAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download every answer as CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^survey-\d+-version-1-.*\.csv$/);
  await page.goto(`/admin/surveys/${survey}`);
  await page.getByRole("button", { name: "Close it now" }).click();
  await expect(page.getByText("The survey is closed.")).toBeVisible();
});

test("a location without a survey says so, and its answers can be read by its council", async ({ page }) => {
  await page.setViewportSize(phone.viewport);
  await signedIn(page, "discharge@demo.example");
  const [hospital] = await ask<{ id: number }>(
    "select id from location where 'nhs_acute' = any(types) order by id limit 1",
  );
  await page.goto(`/providers/${hospital?.id}/surveys`);
  await expect(page.getByText("There are no surveys to answer at the moment.")).toBeVisible();
  await isAccessible(page);
});

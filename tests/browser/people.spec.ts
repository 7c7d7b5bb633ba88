import { expect, test } from "@playwright/test";
import { as, leave, openRecordOf } from "./people";
import { ask, isAccessible } from "./support";

test.afterEach(({ browser }) => leave(browser));

const idOf = async (email: string) =>
  (await ask<{ id: number }>("select id from account where email = $1", [email]))[0]?.id;

test("an approver finds someone with the keyboard alone, and the pages about people are accessible", async ({
  browser,
}) => {
  const page = await as(browser, "approver@demo.example");
  await page.goto("/accounts/people");
  await isAccessible(page);
  await page.getByLabel("Name, email address, job title or location").focus();
  await page.keyboard.type("amina");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/words=amina/);
  await page.getByRole("link", { name: "Amina Yusuf" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Amina Yusuf");
  await isAccessible(page);
  for (const path of ["/accounts/people/history", "/accounts/access", "/accounts/access/ask?by=postcode&words=OL1"]) {
    await page.goto(path);
    await isAccessible(page);
  }
});

/** Another approver of the same homes, about whom support is asked. */
const otherApprover = async () => {
  const [row] = await ask<{ id: number }>(
    `select a.id from account a join access g on g.account_id = a.id and g.level = 'approver' and g.ended_at is null
      where a.email <> 'approver@demo.example'
        and g.location_id in (select location_id from access b join account o on o.id = b.account_id where o.email = 'approver@demo.example')
      limit 1`,
  );
  if (!row) throw new Error("The demo has no second approver of these homes.");
  return row.id;
};

/** The password was given so long ago that acts on other people ask for it again. */
const longAgo = (email: string) =>
  ask(
    `update session set password_at = password_at - interval '40 minutes'
      where ended_at is null and account_id = (select id from account where email = $1)`,
    [email],
    true,
  );

test("on a phone without JavaScript an approver asks support to take out an approver, support answers, the asker sees it", async ({
  browser,
}) => {
  const page = await as(browser, "approver@demo.example", { javaScriptEnabled: false, width: 375 });
  const other = await otherApprover();
  await page.goto(`/accounts/people/${other}`);
  await page.getByRole("link", { name: "Ask support to close the account" }).click();
  await page.getByRole("button", { name: "Send to support" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByLabel("Why should the account be closed?").fill("She left in October.");
  await page.getByRole("button", { name: "Send to support" }).click();
  await expect(page.getByText("We have sent your message to the support team")).toBeVisible();
  const support = await as(browser, "support@demo.example");
  await support.goto("/admin/people");
  await isAccessible(support);
  await openRecordOf(support, { id: other }, "An approver asked");
  await support.getByLabel(/^Your answer to/).fill("She runs it still: we rang the provider.");
  await isAccessible(support);
  await support.getByRole("button", { name: "Send answer" }).click();
  await expect(support.getByText("We have emailed your answer")).toBeVisible();
  await page.reload();
  await expect(page.getByText("She runs it still: we rang the provider.").first()).toBeVisible();
});

test("who gave their password long ago gives it again, with and without JavaScript, and nothing typed is lost", async ({
  browser,
}) => {
  const id = await idOf("manager@demo.example");
  for (const javaScriptEnabled of [true, false]) {
    const approver = await as(browser, "approver@demo.example", { javaScriptEnabled, width: 375 });
    await approver.goto(`/accounts/people/${id}/close`);
    await approver.getByLabel("Why should the account be closed?").fill("Left on Friday");
    await longAgo("approver@demo.example");
    await approver.getByRole("button", { name: "Close account" }).click();
    await expect(approver.getByRole("link", { name: /^Enter your password/ })).toBeVisible();
    await expect(approver.getByLabel("Why should the account be closed?")).toHaveValue("Left on Friday");
    const summary = approver.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(javaScriptEnabled ? summary : summary.getByRole("heading")).toBeFocused();
    if (javaScriptEnabled) await isAccessible(approver);
  }
});

test("support says why a record is opened, and sees it with the reason", async ({ browser }) => {
  const page = await as(browser, "support@demo.example");
  const id = await idOf("hospice@demo.example");
  await page.goto("/admin/people?words=hospice%40demo");
  await isAccessible(page);
  await page.goto(`/admin/people/${id}`);
  const why = page.getByLabel("Why do you need to open this record?");
  if (await why.isVisible()) {
    await page.getByRole("button", { name: "Open record" }).click();
    await expect(page.getByRole("link", { name: /Enter the reason/ })).toBeVisible();
    await why.fill("Rang about a password");
    await page.getByRole("button", { name: "Open record" }).click();
  }
  await expect(page.getByText("You opened this record: Rang about a password")).toBeVisible();
  await isAccessible(page);
  for (const path of [
    `/admin/people/${id}/give?words=oldham`,
    "/admin/people/support-team",
    "/admin/shared-accounts/new?words=house",
    "/admin/audit",
    "/admin/pre-registration",
  ]) {
    await page.goto(path);
    await isAccessible(page);
  }
});

test("these pages do not exist for who may not see them", async ({ browser }) => {
  const page = await as(browser, "search@demo.example");
  for (const path of [
    "/accounts/people",
    "/accounts/people/1",
    "/accounts/people/history",
    "/admin/people",
    "/admin/audit",
    "/admin/shared-accounts",
    "/admin/pre-registration",
  ])
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
  for (const path of [
    "/accounts/people/download?format=csv",
    "/admin/audit/download",
    "/admin/pre-registration/template",
  ])
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
});

for (const javaScriptEnabled of [true, false])
  test(`a form in the middle of a page lists its problems at the top of it, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await as(browser, "manager@demo.example", { javaScriptEnabled, width: 375 });
    await page.goto("/accounts/details");
    await page.getByLabel("New email address").fill("amina at rosewood");
    await page.getByRole("button", { name: "Email me a link" }).click();
    const summary = page.getByRole("alert", { name: "There is a problem" });
    await expect(summary).toBeInViewport();
    await expect(summary).toHaveCount(1);
    await expect(summary.locator("xpath=following-sibling::*//h1")).toHaveText("My details");
    await expect(page.locator(":focus")).toContainText("There is a problem");
    await expect(page).toHaveTitle(/^Error: My details/);
  });

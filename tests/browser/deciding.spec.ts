import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test, type Page } from "@playwright/test";
import pg from "pg";
import { giveSession } from "./support";

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

let client: pg.Client;
test.beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

const ask = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query<Row>(sql, values)).rows;

/** A registration for a place that has an approver: who decides, and the request. */
async function waiting(name: string, level: "standard" | "approver") {
  const [approver] = await ask<{ id: number; location: number; place: string }>(
    `select a.id, l.id as location, l.name as place
       from account a join access g on g.account_id = a.id join location l on l.id = g.location_id
      where g.level = 'approver' and g.ended_at is null and a.deactivated_at is null and not a.generic
        and a.kind in ('care_home', 'home_care') order by a.id limit 1`,
  );
  if (!approver) throw new Error("The demo has no approver of a place.");
  const email = `${randomUUID()}@gmail.com`;
  await ask("begin");
  await ask("select set_config('capacity.actor', 'browser test', true)");
  const [registration] = await ask<{ id: number }>(
    `insert into registration (reference, email, full_name, telephone, job_title, kind, communications, terms_version, completed_at)
     values ($1, $2, $3, '01632 960 001', 'Deputy manager', 'care_home', false, 'test', now()) returning id`,
    [`REG-${randomUUID().slice(0, 9)}`, email, name],
  );
  const [request] = await ask<{ id: number }>(
    "insert into access_request (registration_id, location_id, level, requested_at) values ($1, $2, $3, now()) returning id",
    [registration?.id, approver.location, level],
  );
  await ask("commit");
  return { approver, email, request: request?.id ?? 0 };
}

async function isAccessible(page: Page) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(violations).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
}

for (const size of [
  { width: 1280, height: 900 },
  { width: 375, height: 740 },
])
  test(`an approver lets someone in as Standard who asked for more, at ${size.width} pixels`, async ({
    page,
    context,
  }) => {
    await page.setViewportSize(size);
    const { approver, email } = await waiting(`Noor Newcomer ${size.width}`, "approver");
    await giveSession(context, approver.id);
    await page.goto("/accounts/requests");
    await isAccessible(page);
    await page
      .getByRole("link", { name: `Noor Newcomer ${size.width}` })
      .first()
      .click();
    await expect(page.getByText("is a personal email address")).toBeVisible();
    await isAccessible(page);
    await page.getByRole("button", { name: "Confirm decision" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Choose whether to approve or reject",
    );
    await page.getByLabel("Approve as Standard").check();
    await page.getByRole("button", { name: "Confirm decision" }).click();
    await expect(page.getByText("The request was approved")).toBeVisible();
    expect(await ask("select 1 from account where email = $1", [email])).toHaveLength(1);
  });

test("of two who decide at once, the second is shown what the first decided", async ({ page, context, browser }) => {
  const { approver, email, request } = await waiting("Tara Twice", "standard");
  const [support] = await ask<{ id: number }>("select id from account where kind = 'support' limit 1");
  await giveSession(context, approver.id);
  const other = await browser.newContext({ baseURL: process.env.BROWSER_TEST_ORIGIN ?? "http://localhost:3000" });
  await giveSession(other, support?.id ?? 0);
  const second = await other.newPage();
  await page.goto(`/accounts/requests/${request}`);
  await second.goto(`/accounts/requests/${request}`);
  await page.getByLabel("Approve as Standard").check();
  await page.getByRole("button", { name: "Confirm decision" }).click();
  await expect(page.getByText("The request was approved")).toBeVisible();
  await second.getByLabel("Reject").check();
  await second.getByLabel("Why?").fill("Not known here");
  await second.getByRole("button", { name: "Confirm decision" }).click();
  await expect(second.getByText("Someone else decided before you")).toBeVisible();
  await expect(second.getByText(/Approved as Standard by/)).toBeVisible();
  expect(await ask('select template from email where "to" = $1', [email])).toEqual([
    { template: "registration-approved" },
  ]);
  await other.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a rejection asks for its reason and keeps what was typed", async ({ page, context }) => {
    const { approver, request } = await waiting("Rita Refused", "standard");
    await giveSession(context, approver.id);
    await page.goto(`/accounts/requests/${request}`);
    await page.getByLabel("Reject").check();
    await page.getByRole("button", { name: "Confirm decision" }).click();
    await expect(page.getByText("Enter the reason").first()).toBeVisible();
    await expect(page.getByLabel("Reject")).toBeChecked();
    await page.getByLabel("Why?").fill("We do not know you");
    await page.getByRole("button", { name: "Confirm decision" }).click();
    await expect(page.getByText("The request was rejected")).toBeVisible();
  });
});

test("support sees all, with filters; someone else's request is not found", async ({ page, context }) => {
  const { request } = await waiting("Sal Somewhere", "standard");
  const [outsider] = await ask<{ id: number }>("select id from account where kind = 'search_only' limit 1");
  const [support] = await ask<{ id: number }>("select id from account where kind = 'support' limit 1");
  await giveSession(context, outsider?.id ?? 0);
  expect((await page.goto(`/accounts/requests/${request}`))?.status()).toBe(404);
  await giveSession(context, support?.id ?? 0);
  await page.goto("/admin/registrations?text=Sal+Somewhere");
  await expect(page.getByRole("link", { name: "Sal Somewhere" }).first()).toBeVisible();
  await isAccessible(page);
});

import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { ask, fromElsewhere, isAccessible, mailTo, newAddress, showWork, signIn } from "./support";

interface Home {
  id: number;
  name: string;
  postcode: string;
}

const root = path.join(__dirname, "../..");
const chosenPassword = "violet kettle harbour moon";

/** A care home of Oldham that has not filed for the demo's month, and is the only one of its name there. */
async function aHome(register: "demo" | "cqc", nth = 0): Promise<Home> {
  const [home] = await ask<Home>(
    `select l.id, l.name, l.postcode from location l join area a on a.id = l.local_authority_id
      where l.register = $1::register and 'care_home' = any(l.types) and l.deregistered_on is null and not l.dormant
        and a.name like 'Oldham%' and l.beds >= 10
        and not exists (select from location o where o.name = l.name and o.id <> l.id)
        and not exists (
          select from "return" r where r.location_id = l.id and not r.late
             and r.month = date_trunc('month', now() + (select value::float8 from setting where key = 'clock_offset_ms') * interval '1 ms')::date)
      order by l.id limit 1 offset $2`,
    [register, nth],
  );
  if (!home) throw new Error(`There is no such care home in the register ${register}.`);
  return home;
}

async function someone(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: fromElsewhere() });
  return context.newPage();
}

/** The five steps: register, be let in, choose a password, file the return, be seen by the council and by no other. */
async function walk(browser: Browser, home: Home, script: boolean): Promise<void> {
  const email = newAddress();
  const page = await someone(browser, script);
  const looks = async (where: Page) => (script ? isAccessible(where) : undefined);
  const next = (where: Page) => where.getByRole("button", { name: "Continue" }).click();

  await test.step("registers for a care home", async () => {
    await page.goto("/register");
    await looks(page);
    await page
      .getByRole("button", { name: "Start now" })
      .or(page.getByRole("link", { name: "Start now" }))
      .click();
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Full name").fill("Zoë O’Brien");
    await page.getByLabel("Contact number").fill("01632 960 001");
    await page.getByLabel("Job title").fill("Registered manager");
    await page.getByLabel("Care Home", { exact: true }).check();
    if (script) await showWork(page);
    await next(page);
    if (!script) await confirmByMail(page, email);
    await page.getByLabel("Find a place").fill(home.postcode);
    if (!script) await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("checkbox", { name: home.name, exact: true }).first().check();
    await looks(page);
    await next(page);
    await page.getByLabel(/agree to the terms of use/).check();
    await page.getByLabel("I do not agree").check();
    await looks(page);
    if (script) await showWork(page);
    await page.getByRole("button", { name: "Complete" }).click();
    await expect(page.getByText(/REG-[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible();
    await expect(page.getByText(/48 hours/).first()).toBeVisible();
    await looks(page);
  });

  await test.step("support sees it waiting and approves", async () => {
    const support = await someone(browser, script);
    await signIn(support, "support@demo.example");
    await looks(support);
    await support.goto("/admin/registrations");
    await looks(support);
    const [request] = await ask<{ id: number }>(
      "select q.id from access_request q join registration r on r.id = q.registration_id where r.email = $1",
      [email],
    );
    await support.goto(`/accounts/requests/${request?.id}`);
    await expect(support.getByText(email).first()).toBeVisible();
    await looks(support);
    await support
      .getByRole("radio", { name: /Approve/ })
      .first()
      .check();
    await support.getByRole("button", { name: "Confirm decision" }).click();
    await expect(support.getByText(/approved/i).first()).toBeVisible();
    await support.context().close();
  });

  await test.step("signs in with the mailed password, which leads to choosing one and to nothing else", async () => {
    const mail = await mailTo(page, email, /login details/);
    const [password] = /[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/.exec(mail) ?? [];
    await signIn(page, email, password);
    await expect(page).toHaveURL(/\/choose-password/);
    await looks(page);
    await page.goto("/home");
    await expect(page).toHaveURL(/\/choose-password/);
    await page.getByLabel("New password", { exact: true }).fill(chosenPassword);
    await page.getByLabel("New password again").fill(chosenPassword);
    await page.getByRole("button", { name: "Save password and continue" }).click();
    await expect(page).toHaveURL(/\/home/);
    await expect(page.getByRole("link", { name: `Care home return: ${home.name}` })).toBeVisible();
    await looks(page);
  });

  await test.step("files the monthly return and holds a receipt", async () => {
    await page.getByRole("link", { name: `Care home return: ${home.name}` }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Care home return");
    await looks(page);
    await showBeds(page);
    await page.locator('[name="beds.GEN_RES.capacity"]').fill("10");
    await page.locator('[name="beds.GEN_RES.occupied"]').fill("11");
    await pressCheck(page);
    await expect(page.getByRole("alert").getByRole("link").first()).toBeVisible();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('[name="beds.GEN_RES.occupied"]')).toHaveValue("11");
    await looks(page);
    await fillReturn(page);
    const questions = page.locator('input[type="checkbox"][name^="accept."]:not(:checked)');
    const arrived = () =>
      page.waitForURL(/\/check$/, { timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    for (let tries = 0; tries < 3; tries++) {
      while ((await questions.count()) > 0) await questions.first().check();
      await pressCheck(page);
      if (await arrived()) break;
      await looks(page);
    }
    await expect(page).toHaveURL(/\/check$/);
    await looks(page);
    const submit = page.getByRole("button", { name: `Submit return for ${home.name}` });
    await submit.click();
    await expect(page.getByText(/RET-[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible();
    await expect(page.getByText("Zoë O’Brien").first()).toBeVisible();
    await looks(page);
  });

  await test.step("the council sees it in its area; another council does not, by any address", async () => {
    const council = await someone(browser, script);
    await signIn(council, "council@demo.example");
    await council.goto("/areas");
    await looks(council);
    await council.getByLabel("Name, provider or postcode").fill(home.name);
    await council.getByRole("button", { name: "Show locations" }).click();
    const link = council.getByRole("link", { name: home.name, exact: true });
    await expect(council.getByRole("row").filter({ has: link })).toContainText("Filed");
    const address = new URL(council.url()).pathname;
    await link.click();
    await expect(council.getByRole("heading", { level: 1, name: /Returns filed/ })).toBeVisible();
    await looks(council);
    await council.context().close();

    const other = await someone(browser, script);
    await signIn(other, await otherCouncil());
    for (const place of [
      address,
      `/returns/${home.id}/care_home`,
      `/returns/${home.id}/care_home/history`,
      `/beds/${home.id}`,
    ]) {
      const answer = await other.goto(place);
      expect(answer?.status(), place).toBe(404);
      await expect(other.getByRole("heading", { name: "Page not found" })).toBeVisible();
      await expect(other.getByRole("banner")).toHaveCount(1);
      await expect(other.getByText(home.name)).toHaveCount(0);
    }
    await other.goto("/areas");
    await expect(other.getByText(home.name, { exact: true })).toHaveCount(0);
    await other.context().close();
  });
  await page.context().close();
}

async function confirmByMail(page: Page, email: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Check your email");
  const reader = await page.context().newPage();
  const [code] = /\b\d{6}\b/.exec(await mailTo(reader, email, /code/)) ?? [];
  await reader.close();
  await page.getByLabel("Code").fill(code ?? "");
  await page.getByRole("button", { name: "Continue" }).click();
}

const pressCheck = (page: Page) => page.getByRole("button", { name: "Check what changed" }).click();

/** Kinds of bed that the home has not stated before are folded away. */
async function showBeds(page: Page): Promise<void> {
  const box = page.locator('[name="beds.GEN_RES.capacity"]');
  if (!(await box.isVisible())) await page.locator("details", { has: box }).locator("summary").click();
}

/** Answers every question that is asked, as a small home would. */
async function fillReturn(page: Page): Promise<void> {
  const figures: Record<string, string> = {
    "beds.GEN_RES.capacity": "10",
    "beds.GEN_RES.occupied": "8",
    "beds.GEN_RES.reserved": "0",
    "beds.GEN_RES.accepting": "2",
    nurses_employed: "1",
    care_workers_employed: "9",
    non_care_workers_employed: "3",
    agency_care_workers: "1",
    flu_residents: "6",
    flu_staff: "4",
    hours_paid: "1300",
    hours_overtime: "20",
    hours_agency: "40",
    hours_absence: "16",
  };
  await showBeds(page);
  for (const box of await page.locator('form#return input[type="text"]').all()) {
    const name = (await box.getAttribute("name")) ?? "";
    const kept =
      name === "days_absence" || name.startsWith("reason.") || (name.startsWith("beds.") && !(name in figures));
    if (!kept) await box.fill(figures[name] ?? "0");
  }
  for (const group of ["visitors_accommodated", "beds.open", "beds.GEN_RES.open"]) {
    const yes = page.locator(`form#return input[type="radio"][name="${group}"][value="yes"]`);
    if ((await yes.count()) > 0) await yes.check();
  }
}

/** Someone of Rochdale's council, who signs in with the demo's password: put there, because a demo has but one council. */
async function otherCouncil(): Promise<string> {
  const email = newAddress();
  await ask(
    `with council as (
       insert into account (email, full_name, telephone, job_title, kind, password_hash, password_set_at, created_at)
       select $1, 'Rory Rochdale', telephone, job_title, kind, password_hash, password_set_at, created_at
         from account where email = 'council@demo.example' returning id, created_at)
     insert into access (account_id, area_id, level, granted_at)
     select council.id, area.id, 'standard', council.created_at
       from council, area where area.kind = 'local_authority' and area.name like 'Rochdale%'`,
    [email],
    true,
  );
  return email;
}

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("a newcomer registers, is let in, files a return and is seen by the council", async ({ browser }) => {
  await walk(browser, await aHome("demo"), true);
});

test("the same without JavaScript", async ({ browser }) => {
  await walk(browser, await aHome("demo", 1), false);
});

if (process.env.SHARED_DATA) {
  test("the same with a real care home of CQC's register", async ({ browser }) => {
    const file = path.join(process.env.SHARED_DATA ?? "", "cqc/cqc_api_oldham_locations_2025-08.jsonl");
    execFileSync("npm", ["run", "--silent", "import:cqc", "--", file], { cwd: root, env: process.env });
    await walk(browser, await aHome("cqc"), true);
  });
}

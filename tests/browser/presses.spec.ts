import { randomBytes } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { unchangedSecret } from "@/lib/outbox/mailed-secrets";
import { hashSecret } from "@/lib/tokens";
import { ask, fromElsewhere, mailTo, newAddress, signIn } from "./support";

/**
 * Flu was asked last month too, so that nothing is new in the month in which the winter begins. What support says of a
 * season stands in place of the usual winters, so these are said with it.
 */
test.beforeAll(() =>
  owner(
    `insert into season (key, "from", until)
     select 'flu', make_date(year, 11, 1), make_date(year + 1, 3, 1) from generate_series(2024, 2040) year
     union all
     select 'flu', last, last
       from (select (date_trunc('month', now() + value::float8 * interval '1 ms') - interval '1 month')::date as last
               from setting where key = 'clock_offset_ms') clock`,
  ),
);

/** A home of its own with last month's figures and someone who files for it. */
interface Own {
  email: string;
  account: number;
  home: number;
  month: string;
}

const owner = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => ask<Row>(sql, values, true);

async function one<Row extends Record<string, unknown>>(sql: string, values: unknown[]): Promise<Row> {
  const [row] = await owner<Row>(sql, values);
  if (!row) throw new Error("The demo lacks what this test copies.");
  return row;
}

/** Copies the demo's manager and home, with its newest return of an earlier month: flu is answered in it. */
async function ownHome(name: string): Promise<Own> {
  const email = newAddress();
  const was = await one<{ account: number; home: number; filed: number; beds: number; month: string }>(
    `select a.id as account, g.location_id as home, r.id as filed, r.bed_update_id as beds,
            to_char(now() + (select value::float8 from setting where key = 'clock_offset_ms') * interval '1 ms', 'YYYY-MM') as month
       from account a join access g on g.account_id = a.id
       join "return" r on r.location_id = g.location_id and r.collection = 'care_home' and r.superseded_at is null
       join care_home_answers c on c.return_id = r.id
      where a.email = 'manager@demo.example'
        and r.month < date_trunc('month', now() + (select value::float8 from setting where key = 'clock_offset_ms') * interval '1 ms')
      order by r.submitted_at desc limit 1`,
    [],
  );
  const { id: home } = await one<{ id: number }>(
    `insert into location (register, register_id, name, provider_id, types, postcode, address_lines, town, care_home, beds,
                           registered_on)
     select register, $2, $3, provider_id, types, postcode, address_lines, town, care_home, beds, registered_on
       from location where id = $1 returning id`,
    [was.home, `D-${randomBytes(4).toString("hex")}`, name],
  );
  const { id: account } = await one<{ id: number }>(
    `insert into account (email, full_name, telephone, job_title, kind, password_hash, password_set_at, created_at)
     select $2, 'Priya Presses', telephone, job_title, kind, password_hash, password_set_at, created_at
       from account where id = $1 returning id`,
    [was.account, email],
  );
  await owner(
    "insert into access (account_id, location_id, level, granted_at) select $1, $2, 'standard', created_at from account where id = $1",
    [account, home],
  );
  const { id: beds } = await one<{ id: number }>(
    `insert into bed_update (location_id, at, by_id, source, open_to_admissions, idempotency_key)
     select $2, at, $3, source, open_to_admissions, $4 from bed_update where id = $1 returning id`,
    [was.beds, home, account, randomBytes(8).toString("hex")],
  );
  await owner(
    `insert into bed_count (bed_update_id, bed_type_key, capacity, occupied, reserved, accepting, open)
     select $2, bed_type_key, capacity, occupied, reserved, accepting, open from bed_count where bed_update_id = $1`,
    [was.beds, beds],
  );
  const { id: filed } = await one<{ id: number }>(
    `insert into "return" (reference, check_code, location_id, collection, month, late, source, submitted_at,
                           submitted_by_id, idempotency_key, bed_update_id)
     select $4, check_code, $2, collection, month, late, source, submitted_at, $3, $4, $5 from "return" where id = $1
     returning id`,
    [was.filed, home, account, `RET-${randomBytes(8).toString("hex")}`, beds],
  );
  const flu = { return_id: filed, flu_residents: 1, flu_staff: 1, flu_agency_staff: 0 };
  await owner(
    `insert into care_home_answers select (jsonb_populate_record(null::care_home_answers, to_jsonb(a) || $2)).*
       from care_home_answers a where a.return_id = $1`,
    [was.filed, JSON.stringify(flu)],
  );
  return { email, account, home, month: was.month };
}

/** The reminder as the scheduled work writes it, with its link. */
async function remind({ email, account, home, month }: Own, name: string): Promise<void> {
  const nonce = randomBytes(32).toString("base64url");
  const at = "now() + (select value::float8 from setting where key = 'clock_offset_ms') * interval '1 ms'";
  const { id } = await one<{ id: number }>(
    `insert into return_link (account_id, location_id, collection, month, nonce, hash, issued_at, expires_at)
     values ($1, $2, 'care_home', $3, $4, $5, ${at}, ${at} + interval '5 days') returning id`,
    [account, home, `${month}-01`, nonce, hashSecret(unchangedSecret(nonce))],
  );
  const due = [{ location: name, collection: "Care home return", returnLinkId: id }];
  await owner(
    `insert into email (id, template, "to", subject, props, account_id, queued_at, attempts, sent_at)
     values (gen_random_uuid(), 'return-reminder', $1, 'Your return is due', $2, $3, ${at}, 1, ${at})`,
    [
      email,
      JSON.stringify({ name: "Priya Presses", month, lastDay: `${month}-16`, days: 3, due, account: true }),
      account,
    ],
  );
}

/** Counts what someone really presses, on whatever page: each click or tap, and each Enter. */
async function presses(page: Page): Promise<() => number> {
  let count = 0;
  await page.exposeFunction("countPress", () => {
    count += 1;
  });
  await page.addInitScript(() => {
    const press = () => (window as unknown as { countPress: () => void }).countPress();
    document.addEventListener("click", (event) => event.isTrusted && event.detail > 0 && press(), true);
    document.addEventListener("keydown", (event) => event.isTrusted && event.key === "Enter" && press(), true);
  });
  return () => count;
}

test("an unchanged month is filed with two presses from the mail that reminds of it", async ({ browser }) => {
  const name = `Unchanged ${randomBytes(3).toString("hex")}`;
  const own = await ownHome(name);
  await remind(own, name);
  const page = await browser.newPage({ extraHTTPHeaders: fromElsewhere() });
  const count = await presses(page);
  await mailTo(page, own.email, /due/);
  const before = count();
  await page.locator('pre a[href*="/unchanged/"]').click();
  await page.getByRole("button", { name: `Nothing has changed: file for ${name}` }).click();
  await expect(page.getByText(/RET-[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible();
  expect(count() - before).toBe(2);
  const filed = await ask('select source, late from "return" where location_id = $1 and month = $2', [
    own.home,
    `${own.month}-01`,
  ]);
  expect(filed).toEqual([{ source: "reminder", late: false }]);
});

test("a bed that became free is said on a phone with four presses from the home page", async ({ browser }) => {
  const name = `Beds ${randomBytes(3).toString("hex")}`;
  const own = await ownHome(name);
  const context = await browser.newContext({
    viewport: { width: 375, height: 700 },
    hasTouch: true,
    isMobile: true,
    extraHTTPHeaders: fromElsewhere(),
  });
  const page = await context.newPage();
  const count = await presses(page);
  await signIn(page, own.email);
  await expect(page).toHaveURL(/\/home/);
  const before = count();
  await page.getByRole("link", { name: `Update beds: ${name}` }).tap();
  await page
    .getByRole("button", { name: /^Take away one: .*occupied$/ })
    .first()
    .tap();
  await page
    .getByRole("button", { name: /^Add one: .*vacant$/ })
    .first()
    .tap();
  await page.getByRole("button", { name: `Save beds for ${name}` }).tap();
  await expect(page.getByText("Your beds are up to date.")).toBeVisible();
  expect(count() - before).toBe(4);
  const [was, is] = await ask<{ occupied: number; accepting: number }>(
    `select sum(c.occupied)::int as occupied, sum(c.accepting)::int as accepting
       from bed_update u join bed_count c on c.bed_update_id = u.id where u.location_id = $1 group by u.id order by u.id`,
    [own.home],
  );
  expect(is).toEqual({ occupied: (was?.occupied ?? 0) - 1, accepting: (was?.accepting ?? 0) + 1 });
  await context.close();
});

test("a hundred posts of one form at once make one return, and each is answered with its receipt", async ({
  browser,
}) => {
  const own = await ownHome(`Hundred ${randomBytes(3).toString("hex")}`);
  const context = await browser.newContext({ javaScriptEnabled: false, extraHTTPHeaders: fromElsewhere() });
  const page = await context.newPage();
  await signIn(page, own.email);
  await page.goto(`/returns/${own.home}/care_home/unchanged`);
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: /^Nothing has changed/ }) });
  const posted: Record<string, string> = {};
  for (const input of await form.locator("input").all())
    posted[(await input.getAttribute("name")) ?? ""] = (await input.getAttribute("value")) ?? "";
  const { origin } = new URL(page.url());
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      page.request.post(page.url(), {
        multipart: posted,
        headers: { origin },
        maxRedirects: 0,
      }),
    ),
  );
  const led = new Set(answers.map((answer) => `${answer.status()} ${answer.headers().location ?? ""}`));
  const filed = await ask<{ reference: string }>(
    `select reference from "return" where location_id = $1 and source = 'unchanged'`,
    [own.home],
  );
  expect(filed).toHaveLength(1);
  expect([...led]).toEqual([expect.stringMatching(`^303 .*/receipt/${filed[0]?.reference ?? ""}`)]);
  await context.close();
});

import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { unchangedSecret } from "@/lib/outbox/mailed-secrets";
import { hashSecret } from "@/lib/tokens";
import { fluWasAsked, one, type Own, owner, ownHome } from "./own-home";
import { ask, fromElsewhere, mailTo, presses, signIn } from "./support";

test.beforeAll(fluWasAsked);

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

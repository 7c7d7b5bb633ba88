import { expect, test, type Page } from "@playwright/test";
import { directoryCsv, fileOf, home } from "@/tests/support/registers";
import { newHome } from "./people";
import { ask, isAccessible, signedIn, staysWithin } from "./support";

const moment = () => `${process.pid}-${Date.now()}`;

async function signInAsSupport(page: Page): Promise<void> {
  const [support] = await ask<{ email: string }>(
    "select email from account where kind = 'support' and deactivated_at is null order by id limit 1",
  );
  await signedIn(page, support?.email ?? "");
}

async function send(page: Page, file: string, register = "CQC’s care directory"): Promise<void> {
  await page.goto("/admin/imports/new");
  await page.getByLabel(register, { exact: true }).check();
  await page.getByLabel("The file", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Upload and preview" }).click();
  await expect(page).toHaveURL(/\/admin\/imports\/uploads\/\d+$/);
}

/** Without JavaScript the page is asked anew with its link. */
async function comesTo(page: Page, heading: string): Promise<void> {
  await expect(async () => {
    const further = page.getByRole("link", { name: "Refresh progress" });
    if (await further.isVisible()) await further.click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } });

    test("support uploads CQC's file, sees what it would change, and imports it", async ({ page }) => {
      const looks = () => (javaScriptEnabled ? isAccessible(page) : Promise.resolve());
      const id = `1-9${moment().replace("-", "").slice(-11)}`;
      const file = await directoryCsv(`directory-${moment()}.csv`, {
        lines: [home(id, { "Location Name": "Larkfield" })],
      });
      const there = () => ask("select from location where register_id = $1", [id]);
      await signInAsSupport(page);
      await page.goto("/admin");
      await page.getByRole("link", { name: "Imports" }).click();
      await page
        .getByRole("button", { name: "Upload a register" })
        .or(page.getByRole("link", { name: "Upload a register" }))
        .first()
        .click();
      await expect(page.getByRole("heading", { level: 1, name: "Upload a register" })).toBeVisible();
      await looks();
      await send(page, file);
      await comesTo(page, "What the file would change");
      await expect(page.getByText("dry run: nothing was changed")).toBeVisible();
      await looks();
      expect(await there()).toHaveLength(0);
      await page.getByRole("button", { name: "Import this file" }).click();
      await comesTo(page, "The file was imported");
      await looks();
      expect(await there()).toHaveLength(1);
      await page.getByRole("link", { name: "All imports" }).click();
      await looks();
      const runs = page.getByRole("table", { name: /^Runs/ }).getByRole("row");
      await expect(runs.filter({ hasText: /directory-/ }).filter({ hasText: "Imported" })).not.toHaveCount(0);
      await runs
        .getByRole("link", { name: /directory-/ })
        .first()
        .click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/An import/);
      await looks();
    });

    test("a file that is none is refused in a sentence, and discarded", async ({ page }) => {
      await signInAsSupport(page);
      await send(page, fileOf(`letter-${moment()}.csv`, "%PDF-1.7"));
      await comesTo(page, "The file was not imported");
      await expect(page.getByText("this file cannot be read here")).toBeVisible();
      await page.getByRole("button", { name: "Discard this file" }).click();
      await expect(page).toHaveURL(/\/admin\/imports$/);
    });
  });

test("support imports councils' PAMMS ratings, and the record of the location shows them", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const home = await newHome("Larchfield");
  const address = "https://council.example/larchfield";
  const lines = [
    `${home.id},good,01/09/2026,${address}`,
    `${home.id},Poor,01/09/2025,`,
    "1-404404404,Good,01/09/2026,",
  ];
  const file = fileOf(
    `pamms-${moment()}${"_of_a_long_name".repeat(8)}.csv`,
    ["Location ID,Rating,Assessed on,Report", ...lines].join("\r\n"),
  );
  await signInAsSupport(page);
  await page.goto("/admin/imports/new");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "download our spreadsheet to fill in" }).click();
  expect((await download).suggestedFilename()).toBe("pamms-ratings.xlsx");
  await send(page, file, "PAMMS ratings");
  await comesTo(page, "What the file would change");
  await expect(page.getByText("line 4: 1-404404404")).toBeVisible();
  await isAccessible(page);
  await staysWithin(page);
  await page.getByRole("button", { name: "Import this file" }).click();
  await comesTo(page, "The file was imported");
  await page.goto(`/providers/${home.id}/quality`);
  await expect(page.getByText(/^Imported by the support team on .* from \S+\.csv$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Read the PAMMS report" })).toHaveAttribute("href", address);
  await page.locator("summary", { hasText: "Earlier PAMMS ratings" }).click();
  await expect(page.getByRole("row", { name: "1 September 2025 Poor" })).toBeVisible();
  await isAccessible(page);
  await staysWithin(page);
});

test("a file of 30 MB arrives whole, and one that is too large is refused", async ({ page }) => {
  await signInAsSupport(page);
  await send(page, fileOf(`long-${moment()}.csv`, "not,a,register\n".repeat(2_000_000)));
  await comesTo(page, "The file was not imported");
  const [upload] = await ask<{ size: number; kept: string }>(
    "select u.size, sum(length(p.bytes)) as kept from import_upload u join import_upload_part p on p.upload_id = u.id group by u.id order by u.id desc limit 1",
  );
  expect([upload?.size, Number(upload?.kept)]).toEqual([30_000_000, 30_000_000]);
  await page.goto("/admin/imports/new");
  await page.getByLabel("CQC’s care directory").check();
  await page.getByLabel("The file", { exact: true }).setInputFiles(fileOf("larger.csv", "x".repeat(65_000_000)));
  await page.getByRole("button", { name: "Upload and preview" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("64 MB or less");
  await expect(page.locator("#field-file-error")).toContainText("64 MB or less");
  await expect(page.getByLabel("CQC’s care directory")).toBeChecked();
});

test("no one else, and no other site, can upload", async ({ page, playwright, baseURL }) => {
  const origin = baseURL ?? "";
  const multipart = { register: "cqc", file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a") } };
  const post = async (headers: Record<string, string>, cookies?: Awaited<ReturnType<typeof page.context>>) => {
    const request = await playwright.request.newContext({
      baseURL: origin,
      ...(cookies && { storageState: await cookies.storageState() }),
    });
    return request.post("/admin/imports/upload", { headers, multipart, maxRedirects: 0 });
  };
  const stranger = await post({ origin });
  expect([stranger.status(), stranger.headers().location]).toEqual([
    303,
    `${origin}/sign-in?ReturnUrl=/admin/imports/new`,
  ]);
  expect(stranger.headers()["content-security-policy"]).toBeTruthy();
  const [carer] = await ask<{ email: string }>(
    "select email from account where kind = 'care_home' and deactivated_at is null order by id limit 1",
  );
  await signedIn(page, carer?.email ?? "");
  expect((await post({ origin }, page.context())).status()).toBe(404);
  await page.context().clearCookies();
  await signInAsSupport(page);
  expect((await post({ origin: "https://elsewhere.example" }, page.context())).status()).toBe(403);
  expect((await post({ origin }, page.context())).headers().location).toMatch(/\/admin\/imports\/uploads\/\d+$/);
});

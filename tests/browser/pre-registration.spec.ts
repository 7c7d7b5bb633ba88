import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { read, utils, write } from "xlsx";
import { csvFile } from "@/lib/sheets/write-csv";
import { as, leave, newHome, newPerson, newSupport, opened, type NewHome, type NewPerson } from "./people";
import { ask, isAccessible, mailTo, newAddress } from "./support";

test.afterEach(({ browser }) => leave(browser));

interface World {
  home: NewHome;
  closed: NewHome;
  silent: NewHome;
  surgery: string;
  approver: NewPerson;
  standard: NewPerson;
  left: NewPerson;
  shared: NewPerson;
  council: string;
}

async function world(): Promise<World> {
  const home = await newHome("Listed Lodge");
  const closed = await newHome("Gone Lodge");
  const silent = await newHome("Silent Lodge");
  await ask("update location set deregistered_on = registered_on + 1 where id = $1", [closed.id], true);
  await ask("update location set telephone = null where id = $1", [silent.id], true);
  const left = await newPerson("Lee Left", []);
  const shared = await newPerson("Listed desk", [home]);
  await ask("update account set deactivated_at = created_at, deactivated_reason = 'Left' where id = $1", [left.id], true); // prettier-ignore
  await ask("update account set generic = true where id = $1", [shared.id], true);
  const [surgery] = await ask<{ id: string }>(
    "select l.register_id as id from location l join access g on g.location_id = l.id join account a on a.id = g.account_id where a.email = 'gp@demo.example'",
  );
  const approver = await newPerson("Abel Approver", [home], "approver");
  const standard = await newPerson("Stan Standard", [home]);
  const council = "council@demo.example";
  return { home, closed, silent, surgery: surgery?.id ?? "", approver, standard, left, shared, council };
}

/** One line of every kind, with what the preview says of it. */
function lines(
  { home, closed, silent, surgery, approver, standard, left, shared, council }: World,
  mia: string,
): [cells: string[], says: RegExp][] {
  const at = home.registerId;
  const tel = "01632 960001";
  const line = (location: string, name: string, email: string, telephone = tel, place = "", job = "") => [
    location,
    place,
    name,
    email,
    telephone,
    job,
  ];
  const odd = newAddress();
  return [
    [line(at, "Mia Manager", mia, "", home.name, "Registered manager"), /New account, approver/],
    [line(silent.registerId, "Mia Manager", mia), /New account, approver/],
    [line(at, "Mia Manager", mia), /This is the same as line 2/],
    [line(closed.registerId, "Quite Different", mia), /Each person needs their own address/],
    [line(at, approver.name, approver.email), /Nothing to do/],
    [line(at, standard.name, standard.email), /Becomes approver/],
    [line(silent.registerId, approver.name, approver.email), /Adds access, approver/],
    [line("", "Nora Nowhere", odd), /Enter the CQC location ID/],
    [line("1-0", "Nora Nowhere", odd), /No location has the ID 1-0/],
    [line("1.11E+08", "Nora Nowhere", odd), /The spreadsheet has turned the location ID into a number/],
    [line(closed.registerId, "Nora Nowhere", odd), /is no longer registered/],
    [line(surgery, "Nora Nowhere", odd), /is not a location that reports to this service/],
    [line(at, "", newAddress()), /Enter the manager’s name/],
    [line(at, "N".repeat(101), newAddress()), /The name must be 100 characters or fewer/],
    [line(at, "Nora Nowhere", newAddress(), tel, "", "J".repeat(101)), /The job title must be 100 characters or fewer/],
    [line(at, "Nora Nowhere", ""), /Enter an email address/],
    [line(at, "Nora Nowhere", "nora@nowhere"), /nora@nowhere is not an email address/],
    [line(at, "Nora Nowhere", "a@b.example;c@d.example"), /is not an email address/],
    [line(at, "Nora Nowhere", newAddress(), "see website"), /see website is not a UK telephone number/],
    [line(silent.registerId, "Nora Nowhere", newAddress(), ""), /there is none in the register/],
    [line(at, left.name, left.email), /The account with this address is closed/],
    [line(at, shared.name, shared.email), /A shared account cannot be an approver/],
    [line(at, "Janet Siddall", council), /a different type, which cannot approve for locations/],
    [line(at, "=cmd|' /C calc'!A0", newAddress()), /enter the name in letters, without symbols/],
    [line(at, "Pat Personal", `pat.${Date.now()}@gmail.com`, tel, "Another name"), /This is a personal email address/],
  ];
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/admin/pre-registration");
  await page.getByLabel("The filled-in file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Upload and see what it does" }).click();
}

/** What is kept of the people whom a file names, and of who may see these homes. */
const kept = async (addresses: readonly string[], homes: readonly NewHome[]) => {
  const [row] = await ask(
    `select (select count(*) from account where email = any($1)) as people, (select count(*) from email where "to" = any($1)) as mail,
            (select count(*) from access where location_id = any($2)) as access`,
    [addresses, homes.map(({ id }) => id)],
  );
  return row;
};

for (const kind of ["xlsx", "csv"] as const)
  test(`a ${kind} with every kind of broken line says of each what is wrong, stores nothing until confirmed, and does the rest`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const there = await world();
    const mia = newAddress();
    const all = lines(there, mia);
    const script = kind === "xlsx";
    const page = await as(browser, await newSupport("Una Upload"), {
      javaScriptEnabled: script,
      width: script ? 1200 : 375,
    });
    await page.goto("/admin/pre-registration");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the template (Excel)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("managers-to-register.xlsx");
    const book = read(readFileSync(await download.path()));
    const sheet = book.Sheets.Managers;
    if (!sheet) throw new Error("The template has no sheet of managers.");
    const [headings] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    utils.sheet_add_aoa(sheet, all.map(([cells]) => cells), { origin: "A2" }); // prettier-ignore
    const filled =
      kind === "xlsx"
        ? (write(book, { type: "buffer", bookType: "xlsx" }) as Buffer)
        : Buffer.from(csvFile([headings ?? [], ...all.map(([cells]) => cells)]).replace(/'=cmd/, "=cmd"));

    const inFile = [all.map(([cells]) => cells[3] ?? ""), [there.home, there.silent, there.closed]] as const;
    const before = await kept(...inFile);
    await upload(page, `managers.${kind}`, filled);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("What the file will do");
    for (const [at, [, says]] of all.entries()) {
      const row = page.getByRole("row").filter({ has: page.getByRole("cell", { name: String(at + 2), exact: true }) });
      await expect(row, `line ${at + 2}`).toContainText(says);
    }
    if (script) await isAccessible(page);
    await page.getByRole("link", { name: "Show refused lines" }).click();
    await expect(page.getByRole("status").filter({ hasText: "19 lines" })).toBeVisible();
    expect(await kept(...inFile)).toEqual(before);

    await page.getByRole("button", { name: "Register 2 new managers and give access by 5 lines" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("What happened");
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/^Done at/)).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 40_000 });
    await expect(page.getByText("Account created as approver, login details sent").first()).toBeVisible();
    if (script) await isAccessible(page);
    const mail = await mailTo(await opened(browser), mia, /was made for you/);
    for (const { name } of [there.home, there.silent]) expect(mail).toContain(name);
    const [made] = await ask<{ made: number; approver: number }>(
      `select count(distinct a.id)::int as made, count(g.id)::int as approver from account a
         join access g on g.account_id = a.id and g.level = 'approver' and g.ended_at is null where a.email = $1`,
      [mia],
    );
    expect(made).toEqual({ made: 1, approver: 2 });
    await expect(page.getByRole("button", { name: /^Register/ })).toHaveCount(0);
  });

test("what is not a filled-in spreadsheet is refused in one sentence", async ({ browser }) => {
  const page = await as(browser, await newSupport("Una Upload"), { javaScriptEnabled: false, width: 375 });
  const refused: [name: string, bytes: Buffer, says: RegExp][] = [
    ["wrong.csv", Buffer.from("a,b\r\n1,2\r\n"), /headings were not found/],
    ["twice.csv", Buffer.from("CQC location ID,Registered manager,Email address,Email address\r\n"), /appears twice/], // prettier-ignore
    ["empty.csv", Buffer.from("CQC location ID,Registered manager,Email address\r\n"), /no rows under the headings/],
    ["old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /not an .xlsx or .csv file/],
    ["photo.xlsx", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), /not an .xlsx or .csv file/],
    ["half.xlsx", Buffer.from("PK\u0003\u0004half", "latin1"), /zip archive is incomplete|damaged/],
    ["large.csv", Buffer.alloc(2_000_001, "a"), /2 MB or less/],
  ];
  for (const [name, bytes, says] of refused) {
    await upload(page, name, bytes);
    await expect(page.getByRole("alert").getByRole("link", { name: says }), name).toBeVisible();
  }
});

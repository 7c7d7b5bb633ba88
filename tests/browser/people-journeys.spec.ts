import { expect, test, type Page } from "@playwright/test";
import { as, fill, leave, newHome, newPerson, newSupport, opened, openRecordOf, sayWho } from "./people";
import { ask, demoPassword, isAccessible, mailTo, newAddress, signIn } from "./support";

const chosen = "velvet harbour pigeon";

test.afterEach(({ browser }) => leave(browser));

/** Every kind of account: where it is let in, what My access says it may do, and what more it may ask for. */
const everyKind: [who: string, place: RegExp, may: RegExp, asks: "places" | "areas" | "support" | "nothing"][] = [
  ["manager", /Fernbank House/, /You can file returns/, "places"],
  ["approver", /Fernbank Court/, /you can decide who else has access/, "places"],
  ["multisite", /Eglantine Lodge/, /You can file returns/, "places"],
  ["homecare", /Brightdoor Home Care/, /You can file returns/, "places"],
  ["hospice", /Larkfield Hospice/, /You can search for free beds/, "places"],
  ["gp", /Millgate Meadow Surgery/, /You can search for free beds/, "places"],
  ["discharge", /Moorside Infirmary/, /You can search for free beds/, "places"],
  ["council", /Oldham/, /the locations in your area/, "areas"],
  ["subicb", /Greater Manchester/, /the locations in your area/, "areas"],
  ["lrf", /Greater Manchester/, /the locations in your area/, "areas"],
  ["region", /North West/, /the locations in your area/, "areas"],
  ["national", /England/, /the locations in your area/, "support"],
  ["parent", /Pennine Edge/, /your organisation’s locations/, "support"],
  ["search", /The service as a whole/, /You can search for free beds/, "support"],
  ["aggregate", /North West/, /You can see totals only/, "support"],
  ["generic", /Fernbank Lodge/, /Several people share this account/, "support"],
  ["support", /The service as a whole/, /You can see and manage every location and every account/, "nothing"],
];

for (const [who, place, may, asks] of everyKind)
  test(`${who} reads what they may see, what they may do there, and how to ask for more`, async ({ browser }) => {
    const page = await as(browser, `${who}@demo.example`, { width: 375 });
    await page.goto("/accounts");
    await page.getByRole("link", { name: "My access" }).click();
    await expect(page.getByRole("main").getByText(may)).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: place }).first()).toContainText("No end date");
    await isAccessible(page);
    const more = page.getByRole("link", { name: "Ask for more access" }); // prettier-ignore
    if (asks === "support") await expect(page.getByText("To change what this account can see, contact")).toBeVisible();
    if (asks === "support" || asks === "nothing") return expect(more).toHaveCount(0);
    await more.click();
    if (asks === "places") await page.getByRole("link", { name: "By local authority" }).click();
    if (asks === "places") await expect(page.getByLabel("Local authority", { exact: true })).toBeVisible();
    else await expect(page.getByRole("group", { name: /^Which areas/ }).getByRole("checkbox")).not.toHaveCount(0);
    await isAccessible(page);
  });

test("a Standard user puts their details right, asks for more, and sees who let them in and until when", async ({
  browser,
}) => {
  const [home, other] = [await newHome("Asked Lodge"), await newHome("Asked Grange")];
  const nurse = await newPerson("Nell Newcomer", [home]);
  const approver = await newPerson("Abel Approver", [home, other], "approver");
  const page = await as(browser, nurse.email, { javaScriptEnabled: false, width: 375 });
  await page.goto("/accounts/details");
  await fill(page, { "Full name": "Nell Newman", "Contact number": "01632 960 009", "Job title": "Deputy manager" });
  await page.getByLabel("Send me news about this service").check();
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("Your details are saved.")).toBeVisible();
  await expect(page.getByLabel("Send me news about this service")).toBeChecked();

  await page.goto(`/accounts/access/ask?by=postcode&words=${encodeURIComponent(other.name)}`);
  await page.getByRole("link", { name: "Select all" }).click();
  await expect(page.getByLabel(other.name)).toBeChecked();
  await page.getByRole("link", { name: "none" }).click();
  await expect(page.getByLabel(other.name)).not.toBeChecked();
  await page.getByLabel(other.name).check();
  await page.getByRole("button", { name: "Ask for access" }).click();
  await expect(page.getByRole("link", { name: "Tick the box to agree to the conditions" })).toBeVisible();
  await expect(page.getByLabel(other.name)).toBeChecked();
  await page.getByLabel("I agree to all of this").check();
  await page.getByRole("button", { name: "Ask for access" }).click();
  await expect(page.getByText("You asked for 1 place.")).toBeVisible();

  const decides = await as(browser, approver.email);
  await decides.goto("/accounts/people");
  await decides.getByRole("link", { name: "1 person is waiting for your decision" }).click();
  await expect(decides).toHaveURL(/\/accounts\/requests/);
  await decides.getByRole("link", { name: /Nell Newman/ }).click();
  await decides.getByLabel("Approve as Standard").check();
  await decides.getByRole("button", { name: "Confirm decision" }).click();
  await expect(decides).toHaveURL(/decided=approved/);
  await page.goto("/accounts/access");
  const row = page.getByRole("row").filter({ hasText: other.name });
  await expect(row).toContainText(/Abel Approver gave you access on .*, because you asked on /);

  await decides.goto(`/accounts/people/${nurse.id}`);
  await decides.getByRole("link", { name: `Set a last day at ${other.name}` }).click();
  await fill(decides, { Day: "31", Month: "3", Year: "2031" });
  await decides.getByRole("button", { name: "Save last day" }).click();
  await expect(decides.getByText("The last day is saved. We have emailed them.")).toBeVisible();
  await page.reload();
  await expect(row).toContainText("31 March 2031");
  const told = await mailTo(await opened(browser), nurse.email, /the last day of your access/);
  expect(told).toContain("Monday 31 March 2031");
});

test("an approver looks after a colleague from a lock to the last day, and each act counts on the very next request", async ({
  browser,
}) => {
  const home = await newHome("Kept Lodge");
  const approver = await newPerson("Abel Approver", [home], "approver");
  const nurse = await newPerson("Nell Newcomer", [home]);
  const page = await as(browser, approver.email);
  const hers = await as(browser, nurse.email);
  const locked = await opened(browser);
  for (let tries = 0; tries < 5; tries++) {
    await locked.goto("/sign-in");
    await locked.getByLabel("Email address").fill(nurse.email);
    await locked.getByLabel("Password", { exact: true }).fill("wrong every time");
    await locked.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await expect(locked.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  }
  await page.goto("/accounts/people?show=locked");
  await isAccessible(page);
  await page.getByRole("link", { name: nurse.name }).click();
  await page.getByRole("link", { name: "Unlock" }).click();
  await page.getByRole("button", { name: "Unlock account" }).click();
  await expect(page.getByText("The account is unlocked.")).toBeVisible();
  await signIn(locked, nurse.email);

  await page.getByRole("link", { name: `Make Approver at ${home.name}` }).click();
  await page.getByRole("button", { name: `Make Approver at ${home.name}` }).click();
  await expect(page.getByText("Their level of access has changed")).toBeVisible();
  expect((await hers.goto("/accounts/people"))?.status()).toBe(200);
  await expect(page.getByRole("link", { name: "Ask support to close the account" })).toBeVisible();
  await isAccessible(page);

  const support = await as(browser, "support@demo.example");
  await openRecordOf(support, nurse, "Abel asks to make her Standard again");
  await hers.goto(`/accounts/people/${approver.id}`);
  await support.getByRole("link", { name: `Make Standard at ${home.name}` }).click();
  await support.getByRole("button", { name: `Make Standard at ${home.name}` }).click();
  await expect(support.getByText("Their level of access has changed")).toBeVisible();
  for (const path of ["/accounts/people", `/accounts/people/${approver.id}`, "/accounts/requests"])
    expect([path, (await hers.goto(path))?.status()]).toEqual([path, 404]);

  await hers.goto(`/beds/${home.id}`);
  await page.goto(`/accounts/people/${nurse.id}`);
  await page.getByRole("link", { name: `End access to ${home.name}` }).click();
  await page.getByLabel("Why should the access end?").fill("Moved to another home");
  await page.getByRole("button", { name: `End access to ${home.name}` }).click();
  await expect(page.getByText("Their access has ended.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Moved to another home" })).toContainText("by Abel Approver");
  for (const path of [`/beds/${home.id}`, `/returns/${home.id}/care_home`])
    expect([path, (await hers.goto(path))?.status()]).toEqual([path, 404]);
  await hers.goto("/accounts/access");
  await expect(hers.getByRole("row").filter({ hasText: "Moved to another home" })).toContainText("by Abel Approver");
  expect(await mailTo(await opened(browser), nurse.email, /has ended/)).toContain("Moved to another home");
  await page.goto("/accounts/people/history");
  await expect(page.getByRole("row").filter({ hasText: "Moved to another home" })).toContainText(home.name);
});

test("login details are sent again, and an account is closed: signed out at once, listed as before, opened by support", async ({
  browser,
}) => {
  const home = await newHome("Closed Lodge");
  const approver = await newPerson("Abel Approver", [home], "approver");
  const nurse = await newPerson("Nell Newcomer", [home]);
  const page = await as(browser, approver.email, { javaScriptEnabled: false, width: 375 });
  await page.goto(`/accounts/people/${nurse.id}`);
  await page.getByRole("link", { name: "Reset password" }).click();
  await page.getByRole("button", { name: "Send login details" }).click();
  await expect(page.getByText("We have emailed new login details")).toBeVisible();
  const hers = await opened(browser);
  await takeUp(hers, nurse.email, /new .* login details/);
  await page.goto(`/accounts/people/${nurse.id}/close`);
  await page.getByLabel("Why should the account be closed?").fill("She has left");
  await page.getByRole("button", { name: "Close account" }).click();
  await expect(page.getByText("The account is closed.")).toBeVisible();
  await hers.goto("/home");
  await expect(hers).toHaveURL(/\/sign-in/);
  await page.goto("/accounts/people?show=left");
  await expect(page.getByRole("row").filter({ hasText: nurse.name })).toContainText("Account closed");

  const support = await as(browser, "support@demo.example");
  await openRecordOf(support, nurse, "She is back");
  await support.getByRole("link", { name: "Open the account again" }).click();
  await support.getByLabel("Why are you reopening it?").fill("She is back");
  await support.getByRole("button", { name: "Open account" }).click();
  await expect(support.getByText("The account is open again.")).toBeVisible();
  await takeUp(hers, nurse.email, /new .* login details/);
  await hers.goto("/accounts/access");
  await expect(hers.getByText("Nothing yet")).toBeVisible();
});

test("the last approver is asked before they leave, and everyone there reads that a location needs more people", async ({
  browser,
}) => {
  const home = await newHome("Thin Lodge");
  const approver = await newPerson("Abel Approver", [home], "approver");
  const page = await as(browser, approver.email, { javaScriptEnabled: false, width: 375 });
  await page.goto("/accounts/people");
  await expect(page.getByText(`${home.name}: One user: we advise two`)).toBeVisible();
  await page.goto("/accounts/access");
  await expect(page.getByText(`No one else can approve people for ${home.name}`)).toBeVisible();
  await page.getByRole("link", { name: `Give up ${home.name}` }).click();
  await page.getByRole("button", { name: "Give up access" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByLabel(`I understand that ${home.name} will have no approver`).check();
  await page.getByRole("button", { name: "Give up access" }).click();
  await expect(page.getByText("Your access there has ended.")).toBeVisible();
  expect((await page.goto("/accounts/people"))?.status()).toBe(404);
});

test("a council's approver lets a colleague in and out of the area, and sees no one who works at a home", async ({
  browser,
}) => {
  const page = await as(browser, "council@demo.example");
  const email = newAddress();
  const [colleague] = await ask<{ id: number }>(
    `with made as (
       insert into account (email, full_name, telephone, job_title, kind, created_at, password_hash, password_set_at)
       select $1, 'Colin Council', telephone, job_title, kind, created_at, password_hash, password_set_at
         from account where email = 'council@demo.example' returning id, created_at)
     select id from made`,
    [email],
    true,
  );
  const his = await as(browser, email);
  await his.goto("/accounts/access/ask");
  await his.getByLabel("Oldham", { exact: true }).check();
  await his.getByLabel("I agree to all of this").check();
  await his.getByRole("button", { name: "Ask for access" }).click();
  await expect(his.getByText("You asked for 1 place.")).toBeVisible();
  await page.goto("/accounts/requests");
  await page.getByRole("link", { name: /Colin Council/ }).click();
  await page.getByLabel("Approve as Standard").check();
  await page.getByRole("button", { name: "Confirm decision" }).click();
  await expect(page).toHaveURL(/decided=approved/);
  expect((await his.goto("/areas"))?.status()).toBe(200);
  await page.goto("/accounts/people");
  await expect(page.getByRole("link", { name: "Colin Council" })).toBeVisible();
  await expect(page.getByText("manager@demo.example")).toHaveCount(0);
  await page.getByRole("link", { name: "Colin Council" }).click();
  await page.getByRole("link", { name: "End access to Oldham" }).click();
  await page.getByLabel("Why should the access end?").fill("Changed teams");
  await page.getByRole("button", { name: "End access to Oldham" }).click();
  await expect(page.getByText("Their access has ended.")).toBeVisible();
  await his.goto("/accounts/access");
  await expect(his.getByRole("row").filter({ hasText: "Changed teams" })).toContainText("Oldham");
  expect(colleague?.id).toBeGreaterThan(0);
});

test("support moves access, corrects an address, ends sessions, and reads what came of it in one record", async ({
  browser,
}) => {
  const [home, other] = [await newHome("Moved Lodge"), await newHome("Moved Grange")];
  const nurse = await newPerson("Mo Mover", [home]);
  const hers = await as(browser, nurse.email);
  expect((await hers.goto(`/beds/${home.id}`))?.status()).toBe(200);
  const page = await as(browser, "support@demo.example");
  await page.goto("/admin/people");
  await page.getByLabel("Find a person").fill(`mover ${home.name}`);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("link", { name: nurse.name }).first().click();
  await openRecordOf(page, nurse, "Rang: she works at the Grange now");
  await page.getByRole("link", { name: "Give or move access" }).click();
  await page.getByRole("searchbox").fill(other.name);
  await page.getByRole("button", { name: /Find|Search/ }).click();
  await page.getByLabel(other.name).check();
  await page.getByLabel("End all the access they have now").check();
  await page.getByLabel("Why?").fill("Works at the Grange now");
  await isAccessible(page);
  await page.getByRole("button", { name: "Give access" }).click();
  await expect(page.getByText("They now have access")).toBeVisible();
  expect((await hers.goto(`/beds/${home.id}`))?.status()).toBe(404);
  expect((await hers.goto(`/beds/${other.id}`))?.status()).toBe(200);

  await page.getByRole("link", { name: "Sign out everywhere" }).click();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("They have been signed out everywhere.")).toBeVisible();
  await hers.goto("/home");
  await expect(hers).toHaveURL(/\/sign-in/);

  const address = newAddress();
  await page.getByRole("link", { name: /^Change.*Email address/i }).click();
  await page.getByLabel("Email address", { exact: true }).fill(address);
  await page.getByLabel("Why are you changing these details?").fill("Her trust renamed its addresses");
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("The details have been corrected.")).toBeVisible();
  await takeUp(hers, address, /new .* login details/);
  await expect(mailTo(await opened(browser), nurse.email, /being changed/)).resolves.toContain(address);

  await page.reload();
  for (const summary of [/^Messages sent/, /^Sessions/, /^Sign-ins/, /^Who opened this record/])
    await page.locator("summary").filter({ hasText: summary }).click();
  await expect(page.getByRole("row").filter({ hasText: "Moved: Works at the Grange now" })).toContainText(home.name);
  await expect(page.getByText("ended by the support team").first()).toBeVisible();
  await isAccessible(page);
});

test("an account registered twice becomes one: its locations move, the other is closed, both are told", async ({
  browser,
}) => {
  const [home, other] = [await newHome("Twice Lodge"), await newHome("Twice Grange")];
  const kept = await newPerson("Tess Twice", [home]);
  const second = await newPerson("Tess M Twice", [other], "approver");
  const hers = await as(browser, second.email);
  const page = await as(browser, "support@demo.example", { width: 375 });
  await openRecordOf(page, kept, "Rang: she has two accounts");
  await page.getByRole("link", { name: "Merge a second account" }).click();
  await page.getByLabel("Email address of the account to close").fill("nobody@nowhere.example");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("No other account has this address.")).toBeVisible();
  await page.getByLabel("Email address of the account to close").fill(second.email.toUpperCase());
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText(other.name)).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: `Merge, and close ${second.email}` }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await page
    .getByLabel("How do you know that it is the same person?")
    .fill("Rang her manager, who knows both addresses");
  await page.getByRole("button", { name: `Merge, and close ${second.email}` }).click();
  await expect(page.getByText("The two accounts have been merged")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: other.name }).first()).toContainText("Approver");
  await hers.goto("/home");
  await expect(hers).toHaveURL(/\/sign-in/);
  const mails = await opened(browser);
  expect(await mailTo(mails, second.email, /is closed/)).toContain(kept.email);
  expect(await mailTo(mails, kept.email, /you now have access/)).toContain(other.name);
  const one = await as(browser, kept.email);
  for (const { id } of [home, other]) expect((await one.goto(`/beds/${id}`))?.status()).toBe(200);
});

test("a member of the support team is made by two: one asks, and only another confirms", async ({ browser }) => {
  const [second, third] = [await newSupport("Sol Second"), newAddress()];
  const asks = await as(browser, "support@demo.example");
  await asks.goto("/admin/people/support-team");
  await fill(asks, {
    Name: "Thea Third",
    "Email address": third,
    "Telephone number": "01632 960 004",
    "Job title": "Support",
    "Why do they need this access?": "Joins the team in May",
  });
  await asks.getByRole("button", { name: "Propose for the support team" }).click();
  await expect(asks.getByText("Another member of the team must confirm it.")).toBeVisible();
  const proposal = (page: Page) => page.getByRole("region", { name: /Thea Third/ }).filter({ hasText: third });
  await expect(proposal(asks).getByRole("button", { name: "Withdraw the proposal" })).toBeVisible();
  await expect(proposal(asks).getByRole("button", { name: /^Confirm/ })).toHaveCount(0);
  await isAccessible(asks);
  const confirms = await as(browser, second, { javaScriptEnabled: false });
  const mail = await mailTo(await opened(browser), second, /proposes Thea Third/);
  await confirms.goto(/\/admin\/\S+/.exec(mail)?.[0] ?? "");
  await proposal(confirms).getByRole("button", { name: "Confirm Thea Third" }).click();
  await expect(confirms.getByText("Confirmed. We have emailed the login details.")).toBeVisible();
  const page = await opened(browser);
  await takeUp(page, third, /login details/);
  expect((await page.goto("/admin"))?.status()).toBe(200);
});

test("a shared account that support made files a return: whoever said they were there is on the receipt, in the mail and in support's record", async ({
  browser,
}) => {
  const home = await newHome("Shared Lodge");
  const email = newAddress();
  const page = await as(browser, "support@demo.example");
  await page.goto("/admin/shared-accounts");
  await page.getByRole("link", { name: "Make a shared account" }).click();
  await page.getByRole("searchbox").fill(home.name);
  await page.getByRole("button", { name: /Find|Search/ }).click();
  await page.getByLabel(home.name).check();
  await page.getByLabel("Care Home", { exact: true }).check();
  await fill(page, {
    "Name of the desk or team": "Shared Lodge desk",
    "Email address that the team shares": email,
    "Telephone number": "01632 960 006",
    "Who asked for it, and why can people not have their own accounts?": "The manager: agency nurses change daily",
  });
  await isAccessible(page);
  await page.getByRole("button", { name: "Make shared account" }).click();
  await expect(page.getByText("The account has been created")).toBeVisible();
  await expect(page.getByRole("link", { name: /Make Approver/ })).toHaveCount(0);

  const desk = await opened(browser);
  await takeUp(desk, email, /was made for you/, "Nuria Night");
  for (const path of ["/accounts/people", "/accounts/access/ask", "/accounts/requests"])
    expect([path, (await desk.goto(path))?.status()]).toEqual([path, 404]);
  await desk.goto(`/returns/${home.id}/care_home/nil`);
  await desk.getByLabel("No one is using the service").check();
  for (const tick of await desk.locator('input[type="checkbox"][name^="accept."]').all()) await tick.check();
  const send = desk.getByRole("button", { name: `Send nil return for ${home.name}` });
  await send.click();
  await expect(desk.getByText(/RET-[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible();
  await expect(desk.getByText(/Nuria Night/).first()).toBeVisible();
  expect(await mailTo(await opened(browser), email, /Receipt for/)).toContain("Nuria Night");
  await desk.goto("/accounts/password");
  await expect(desk.getByText("Several people use this account, so support keeps its password")).toBeVisible();
  await desk.goto("/accounts");
  for (const name of ["Change your password", "Second factor"])
    await expect(desk.getByRole("link", { name })).toHaveCount(0);
  await page.reload();
  await page
    .locator("summary")
    .filter({ hasText: /^Sessions/ })
    .click();
  await expect(page.getByRole("row").filter({ hasText: "Nuria Night" }).first()).toBeVisible();
});

test("a new address counts once it is confirmed from there, with the password given again", async ({ browser }) => {
  const nurse = await newPerson("Nell Newcomer", [await newHome("Address Lodge")]);
  const page = await as(browser, nurse.email, { javaScriptEnabled: false, width: 375 });
  const address = newAddress();
  await page.goto("/accounts/details");
  await fill(page, { "New email address": address, "Your password": "not this one" });
  await page.getByRole("button", { name: "Email me a link" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("New email address")).toHaveValue(address);
  await page.getByLabel("Your password", { exact: true }).fill(await demoPassword());
  await page.getByRole("button", { name: "Email me a link" }).click();
  await expect(page.getByText(`${address} is waiting to be confirmed`)).toBeVisible();
  const mails = await opened(browser);
  expect(await mailTo(mails, nurse.email, /is being changed/)).toContain(address);
  await mails.goto(/\/confirm-address\/\S+/.exec(await mailTo(mails, address, /confirm your new/))?.[0] ?? "");
  await isAccessible(mails);
  await mails.getByRole("button", { name: `Confirm ${address}` }).click();
  await expect(mails).toHaveURL(/\/sign-in/);
  await page.goto("/home");
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, address);
});

test("support finds someone, says why, and sends login details with the keyboard alone", async ({ browser }) => {
  const nurse = await newPerson("Kay Keyboard", [await newHome("Keyboard Lodge")]);
  const page = await as(browser, "support@demo.example");
  await page.goto("/admin/people");
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const { activeElement: active } = document;
        const label =
          active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active.labels?.[0] : null;
        return (label ?? active)?.textContent ?? "";
      });
      if (name.test(at)) return;
    }
    throw new Error(`Nothing called ${name} is reached with the Tab key.`);
  };
  await tabTo(/^Find a person/);
  await page.keyboard.type(nurse.email);
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 found")).toBeVisible();
  await tabTo(/^Kay Keyboard/);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Why do you need to open this record?")).toBeVisible();
  await tabTo(/^Why do you need to open this record/);
  await page.keyboard.type("Rang: no login details came");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("You opened this record: Rang: no login details came")).toBeVisible();
  await tabTo(/^Reset password/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Send login details" })).toBeVisible();
  await tabTo(/^Send login details/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("We have emailed new login details.")).toBeVisible();
});

/** Signs in with the one-use password of the newest message, says who is there if asked, and chooses a password. */
async function takeUp(page: Page, email: string, subject: RegExp, who?: string): Promise<void> {
  const mail = await mailTo(page, email, subject);
  const [password] = /[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/.exec(mail) ?? [];
  await signIn(page, email, password);
  await expect(page).toHaveURL(/\/choose-password/);
  await page.getByLabel("New password", { exact: true }).fill(chosen);
  await page.getByLabel("New password again").fill(chosen);
  await page.getByRole("button", { name: "Save password and continue" }).click();
  if (who) await sayWho(page, who);
  await expect(page).toHaveURL(/\/home/);
}

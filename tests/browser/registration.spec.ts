import { expect, test, type Page } from "@playwright/test";
import { registrationCode } from "@/lib/outbox/mailed-secrets";
import { ask, fromElsewhere, isAccessible, newAddress, showWork } from "./support";

interface Place {
  id: number;
  name: string;
  postcode: string;
}

const aPlace = async (type: string): Promise<Place> => {
  const [place] = await ask<Place>(
    "select id, name, postcode from location where $1::location_type = any(types) and deregistered_on is null order by id limit 1",
    [type],
  );
  if (!place) throw new Error(`The demo has no place of the type ${type}.`);
  return place;
};

const problemsOf = new WeakMap<Page, string[]>();

test.beforeEach(async ({ page }) => {
  await page.setExtraHTTPHeaders(fromElsewhere());
  const problems: string[] = [];
  problemsOf.set(page, problems);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (fault) => problems.push(fault.message));
});

test.afterEach(({ page }) => {
  expect(problemsOf.get(page)).toEqual([]);
});

async function typeDetails(page: Page, email: string, type: string) {
  await page.goto("/register");
  await page
    .getByRole("button", { name: "Start now" })
    .or(page.getByRole("link", { name: "Start now" }))
    .click();
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Full name").fill("Zoë O’Brien");
  await page.getByLabel("Contact number").fill("01632 960 001");
  await page.getByLabel("Job title").fill("Deputy manager");
  await page.getByLabel(type, { exact: true }).check();
}

const next = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

async function complete(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Check your answers");
  await page.getByLabel(/agree to the terms of use/).check();
  await page.getByLabel("I do not agree").check();
}

async function isDone(page: Page, email: string) {
  await expect(page.getByText("Registration complete")).toBeVisible();
  await expect(page.getByText(/REG-[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible();
  const [row] = await ask<{ reference: string }>("select reference from registration where email = $1", [email]);
  await expect(page.getByText(row?.reference ?? "none").first()).toBeVisible();
}

const located = [
  ["Care Home", "care_home"],
  ["Home Care", "home_care"],
  ["NHS Acute", "nhs_acute"],
  ["Community", "community"],
  ["Substance Misuse", "substance_misuse"],
  ["Hospice", "hospice"],
  ["GP", "gp"],
] as const;

const areas = [
  ["Sub ICB", "barnsley", /02P|Barnsley/],
  ["Local Authority", "barnsley", /Barnsley/],
  ["Local Authority (Regional / LRF)", "manchester", /Manchester/],
] as const;

const described = [
  ["Other", "Why do you need access?"],
  ["Search Only", "Why do you need access?"],
  ["Aggregate Only", "Postcode"],
] as const;

async function answerOrganisation(page: Page, type: string) {
  const place = located.find(([label]) => label === type);
  const area = areas.find(([label]) => label === type);
  const words = described.find(([label]) => label === type);
  if (place) {
    const { name, postcode } = await aPlace(place[1]);
    await page.getByLabel("Find a place").fill(postcode);
    await page.getByRole("checkbox", { name, exact: true }).first().check();
    await expect(page.getByText(/You have chosen 1 place/)).toBeVisible();
    if (["Community", "Substance Misuse", "Hospice", "GP"].includes(type)) {
      await expect(page.getByLabel("No", { exact: true })).toBeChecked();
      await page.getByLabel("Yes", { exact: true }).check();
    }
  } else if (area) {
    await page.getByLabel("Shorten the list").fill(area[1]);
    await page.getByRole("radio", { name: area[2] }).first().check();
  } else if (words) {
    await page.getByLabel("Organisation name").fill("Carers of Oldham");
    await page.getByLabel(/address/i).fill("1 High Street\nOldham");
    await page.getByLabel(words[1]).fill(words[1] === "Postcode" ? "ol1 1aa" : "We look for places for families");
  } else {
    await page.getByLabel("London", { exact: true }).check();
    await page.getByLabel("Midlands", { exact: true }).check();
  }
}

const types = [
  ...located.map(([label]) => label),
  ...areas.map(([label]) => label),
  "NHSE/I/D/X & CSU",
  ...described.map(([label]) => label),
];

for (const [where, size] of [
  ["a desktop", { width: 1280, height: 900 }],
  ["a 375-pixel phone", { width: 375, height: 740 }],
] as const)
  for (const type of types)
    test(`someone registers as ${type} on ${where}`, async ({ page }) => {
      await page.setViewportSize(size);
      const email = newAddress();
      await typeDetails(page, email, type);
      await isAccessible(page);
      await showWork(page);
      await next(page);
      await expect(page.getByText(`You are registering as: ${type}`)).toBeVisible();
      await answerOrganisation(page, type);
      await isAccessible(page);
      await next(page);
      await complete(page);
      await isAccessible(page);
      await showWork(page);
      await page.getByRole("button", { name: "Complete" }).click();
      await isDone(page, email);
      await isAccessible(page);
    });

test("what is wrong is said beside its field, with everything typed still there", async ({ page }) => {
  await page.goto("/register/your-details");
  await page.getByLabel("Email address").fill("nobody");
  await page.getByLabel("Full name").fill("Zoë O’Brien");
  await page.getByLabel("Contact number").fill("123");
  await showWork(page);
  await next(page);
  await expect(page.getByRole("alert", { name: "There is a problem" }).getByRole("link")).toHaveText([
    /correct format/,
    /UK telephone number/,
    /job title/,
    /provider type/,
  ]);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("Full name")).toHaveValue("Zoë O’Brien");
  await expect(page.getByText("You have shown that you are not a robot")).toBeVisible();
  await isAccessible(page);
});

test("an address that has an account is told so, after the work and not before", async ({ page }) => {
  const [account] = await ask<{ email: string }>(
    "select email from account where deactivated_at is null order by id limit 1",
  );
  await typeDetails(page, account?.email ?? "", "Care Home");
  await next(page);
  await expect(page.getByRole("alert", { name: "There is a problem" }).getByRole("link")).toHaveText([
    "Tick the box to show that you are not a robot",
  ]);
  await showWork(page);
  await next(page);
  await expect(page.getByRole("alert", { name: "There is a problem" }).getByRole("link")).toHaveText([
    "This email address is already registered",
  ]);
  await expect(page.getByRole("link", { name: "choose a new password" })).toBeVisible();
  await isAccessible(page);
});

test("several locations are kept while one looks for more, and Back keeps everything", async ({ page }) => {
  const [one, other] = [
    await aPlace("care_home"),
    (
      await ask<Place>(
        "select id, name, postcode from location where 'care_home' = any(types) and deregistered_on is null order by id desc limit 1",
      )
    )[0],
  ];
  await typeDetails(page, newAddress(), "Care Home");
  await showWork(page);
  await next(page);
  await page.getByLabel("Find a place").fill(one.postcode);
  await page.getByRole("checkbox", { name: one.name, exact: true }).first().check();
  await page.getByLabel("Find a place").fill(other?.name ?? "");
  await page
    .getByRole("checkbox", { name: other?.name ?? "", exact: true })
    .first()
    .check();
  await expect(page.getByText("You have chosen 2 places")).toBeVisible();
  await next(page);
  await expect(page.getByText(one.name).first()).toBeVisible();
  await page.getByRole("link", { name: /Change where you work/ }).click();
  await expect(page.getByText("You have chosen 2 places")).toBeVisible();
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByLabel("Full name")).toHaveValue("Zoë O’Brien");
});

test("a step cannot be skipped by its address", async ({ page }) => {
  for (const step of ["organisation", "check", "code"]) {
    await page.goto(`/register/${step}`);
    await expect(page).toHaveURL(/\/register\/your-details$/);
  }
  await page.goto("/register/done");
  await expect(page).toHaveURL(/\/register$/);
});

test("in a new browser session nothing typed is shown until its address is entered; Start again deletes it", async ({
  page,
  context,
}) => {
  const email = newAddress();
  await typeDetails(page, email, "Care Home");
  await showWork(page);
  await next(page);
  await expect(page.getByText("You are registering as")).toBeVisible();
  const sessionOnly = (await context.cookies()).filter(({ expires }) => expires === -1);
  for (const { name } of sessionOnly) await context.clearCookies({ name });
  await page.goto("/register/organisation");
  await expect(page).toHaveURL(/\/register\/continue$/);
  await expect(page.getByText(email)).toHaveCount(0);
  await page.getByLabel("Email address").fill("someone@else.example");
  await next(page);
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("not the email address");
  await page.getByLabel("Email address").fill(email);
  await next(page);
  await expect(page.getByText("You are registering as")).toBeVisible();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page).toHaveURL(/\/register$/);
  await page.goto("/register/organisation");
  await expect(page).toHaveURL(/\/register\/your-details$/);
});

test("a draft that ran out while its page was open says so", async ({ page }) => {
  const email = newAddress();
  await typeDetails(page, email, "Other");
  await showWork(page);
  await next(page);
  await answerOrganisation(page, "Other");
  await ask("update registration_draft set expires_at = '2020-01-01' where answers ->> 'email' = $1", [email], true);
  await next(page);
  await expect(page.getByText("We deleted what you typed before")).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue("");
});

test("a search that the service cannot answer says so, and what was chosen stays", async ({ page }) => {
  const { name } = await aPlace("care_home");
  await typeDetails(page, newAddress(), "Care Home");
  await showWork(page);
  await next(page);
  await page.getByLabel("Find a place").fill(name);
  await page.getByRole("checkbox", { name, exact: true }).first().check();
  await page.route("**/api/locations/search*", (route) =>
    route.fulfill({ status: 200, contentType: "text/plain", body: "not an answer" }),
  );
  await page.getByLabel("Find a place").fill("another");
  await expect(page.getByText("We could not search just now")).toBeVisible();
  await expect(page.getByRole("checkbox", { name, exact: true }).first()).toBeChecked();
});

test("a personal address gets a gentle warning", async ({ page }) => {
  await typeDetails(page, `zoe.${Date.now()}@gmail.com`, "Care Home");
  await showWork(page);
  await next(page);
  await expect(page.getByText("looks like a personal email address")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  /** The code as its mail says it: worked out from what the outbox knows, as the sender does. */
  const mailedCode = async (email: string): Promise<string> => {
    const [mail] = await ask<{ draftId: string }>(
      `select props ->> 'draftId' as "draftId" from email where template = 'registration-code' and "to" = $1 order by queued_at desc limit 1`,
      [email],
    );
    return registrationCode(mail?.draftId ?? "", email);
  };

  async function begin(page: Page, type: string) {
    const email = newAddress();
    await typeDetails(page, email, type);
    await next(page);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Check your email");
    await page.getByLabel("Code").fill("12");
    await next(page);
    await expect(page.getByText("That is not the code").first()).toBeVisible();
    await page.getByLabel("Code").fill(await mailedCode(email));
    await next(page);
    await expect(page.getByText(`You are registering as: ${type}`)).toBeVisible();
    return email;
  }

  async function finish(page: Page, email: string) {
    await next(page);
    await complete(page);
    await page.getByRole("button", { name: "Complete" }).click();
    await isDone(page, email);
  }

  test("a care home: searching keeps what is ticked", async ({ page }) => {
    const { name, postcode } = await aPlace("care_home");
    const email = await begin(page, "Care Home");
    await page.getByLabel("Find a place").fill(postcode);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("checkbox", { name, exact: true }).first().check();
    await page.getByLabel("Find a place").fill("zzzz");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("Nothing was found for “zzzz”")).toBeVisible();
    await expect(page.getByRole("checkbox", { name, exact: true }).first()).toBeChecked();
    await finish(page, email);
  });

  test("a hospice: what was looked for and answered stays where nothing was chosen", async ({ page }) => {
    await begin(page, "Hospice");
    await page.getByLabel("Find a place").fill("somewhere");
    await page.getByLabel("Yes", { exact: true }).check();
    await next(page);
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("choose at least one place");
    await expect(page.getByLabel("Find a place")).toHaveValue("somewhere");
    await expect(page.getByLabel("Yes", { exact: true })).toBeChecked();
  });

  test("a council: the whole list is there", async ({ page }) => {
    const email = await begin(page, "Local Authority");
    await page.getByRole("radio", { name: /Barnsley/ }).check();
    await finish(page, email);
  });

  test("an NHS region", async ({ page }) => {
    const email = await begin(page, "NHSE/I/D/X & CSU");
    await page.getByLabel("London", { exact: true }).check();
    await finish(page, email);
  });

  test("an association", async ({ page }) => {
    const email = await begin(page, "Aggregate Only");
    await answerOrganisation(page, "Aggregate Only");
    await finish(page, email);
  });

  test("anyone else", async ({ page }) => {
    const email = await begin(page, "Other");
    await answerOrganisation(page, "Other");
    await finish(page, email);
  });

  test("Complete pressed twice leads to the one registration it made", async ({ page, context }) => {
    const email = await begin(page, "Other");
    await answerOrganisation(page, "Other");
    await next(page);
    await complete(page);
    const asked = await context.cookies();
    const pressed = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: "Complete" }).click();
    await isDone(page, email);
    await context.clearCookies();
    await context.addCookies(asked);
    const post = await pressed;
    const again = await context.request.fetch(post.url(), {
      method: "POST",
      headers: await post.allHeaders(),
      data: post.postDataBuffer() ?? "",
    });
    expect(again.url()).toMatch(/\/register\/done$/);
    expect(await ask("select 1 from registration where email = $1", [email])).toHaveLength(1);
  });

  test("an address that has an account sees the same page, and learns of it by mail alone", async ({ page }) => {
    const [account] = await ask<{ email: string }>(
      "select email from account where deactivated_at is null order by id limit 1",
    );
    await typeDetails(page, account?.email ?? "", "Care Home");
    await next(page);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Check your email");
    expect(
      await ask(`select 1 from email where template = 'already-registered' and "to" = $1`, [account?.email]),
    ).toHaveLength(1);
  });
});

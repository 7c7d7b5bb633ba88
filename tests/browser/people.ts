import { randomBytes } from "node:crypto";
import { expect, type Browser, type Page } from "@playwright/test";
import { ask, fromElsewhere, newAddress, signedIn, signIn } from "./support";

interface Screen {
  javaScriptEnabled?: boolean;
  width?: number;
}

/** Someone at a browser of their own, not signed in. */
export async function opened(browser: Browser, { javaScriptEnabled = true, width = 1200 }: Screen = {}): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ javaScriptEnabled, viewport, extraHTTPHeaders: fromElsewhere() });
  return context.newPage();
}

/** Someone signed in, with or without JavaScript, on a screen of that width; who is there, for a shared account. */
export async function as(browser: Browser, email: string, screen: Screen & { who?: string } = {}): Promise<Page> {
  const page = await opened(browser, screen);
  const [shared] = await ask("select 1 from account where email = $1 and generic", [email]);
  if (!shared) await signedIn(page, email);
  else {
    await signIn(page, email);
    await sayWho(page, screen.who ?? "Dee Desk");
  }
  return page;
}

/** Everyone leaves their browser. */
export async function leave(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

export async function sayWho(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your full name").fill(name);
  await page.getByLabel(/I am the person named above/).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/home/);
}

export interface NewHome {
  id: number;
  name: string;
  registerId: string;
}

const word = () => randomBytes(3).toString("hex");

/** A care home that only this test knows, beside Fernbank House. */
export async function newHome(name: string): Promise<NewHome> {
  const [home] = await ask<NewHome>(
    `insert into location (register, register_id, name, provider_id, types, postcode, address_lines, town, telephone,
                           local_authority_id, sub_icb_id, care_home, beds, registered_on)
     select l.register, $1, $2, l.provider_id, '{care_home}', l.postcode, l.address_lines, l.town, '01632 960 005',
            l.local_authority_id, l.sub_icb_id, true, l.beds, l.registered_on
       from location l join access g on g.location_id = l.id join account a on a.id = g.account_id
      where a.email = 'manager@demo.example' limit 1 returning id, name, register_id as "registerId"`,
    [`D-${word()}`.toUpperCase(), `${name} ${word()}`],
    true,
  );
  if (!home) throw new Error("The demo has no manager of a home.");
  return home;
}

export interface NewPerson {
  id: number;
  email: string;
  name: string;
}

/** Someone with an account and the demo's password, and access to these homes. */
export async function newPerson(
  name: string,
  at: readonly NewHome[],
  level: "standard" | "approver" = "standard",
): Promise<NewPerson> {
  const [person] = await ask<NewPerson>(
    `with made as (
       insert into account (email, full_name, telephone, job_title, kind, created_at, password_hash, password_set_at)
       select $1, $2, '01632 960 003', 'Nurse', 'care_home', created_at, password_hash, password_set_at
         from account where email = 'manager@demo.example' returning id, email, full_name, created_at),
     let_in as (
       insert into access (account_id, location_id, level, granted_at)
       select made.id, unnest($3::int[]), $4::access_level, made.created_at from made)
     select id, email, full_name as name from made`,
    [newAddress(), name, at.map(({ id }) => id), level],
    true,
  );
  if (!person) throw new Error("The demo has no manager to copy.");
  return person;
}

/** A home with a bed free, stated an hour ago by a person of its own. */
export async function homeWithABed(name: string, free = 2) {
  const home = await newHome(name);
  const person = await newPerson("Ada Home", [home]);
  await ask(
    `with said as (
       insert into bed_update (location_id, at, by_id, source, open_to_admissions, idempotency_key)
       select $1::int, now() - interval '1 hour' + (select value::float8 from setting where key = 'clock_offset_ms') * interval '1 ms',
              $2::int, 'form', true, 'find-' || $1::int returning id)
     insert into bed_count (bed_update_id, bed_type_key, capacity, occupied, reserved, accepting)
     select id, 'GEN_RES', 20, 20 - $3::int, 0, $3::int from said`,
    [home.id, person.id, free],
    true,
  );
  return { home, person };
}

/** Another of the support team, with an address of their own. */
export async function newSupport(name: string): Promise<string> {
  const email = newAddress();
  await ask(
    `insert into account (email, full_name, telephone, job_title, kind, created_at, password_hash, password_set_at)
     select $1, $2, telephone, job_title, kind, created_at, password_hash, password_set_at
       from account where email = 'support@demo.example'`,
    [email, name],
    true,
  );
  return email;
}

/** Support gives the reason for opening someone's record, and opens it. */
export async function openRecordOf(support: Page, person: { id: number }, why: string): Promise<void> {
  await support.goto(`/admin/people/${person.id}`);
  const reason = support.getByLabel("Why do you need to open this record?");
  if (!(await reason.isVisible())) return;
  await reason.fill(why);
  await support.getByRole("button", { name: "Open record" }).click();
  await expect(support.getByText("You opened this record")).toBeVisible();
}

/** Gives up to four boxes or areas their words, by their labels. */
export async function fill(page: Page, words: Record<string, string>): Promise<void> {
  for (const [label, typed] of Object.entries(words)) await page.getByLabel(label, { exact: true }).fill(typed);
}

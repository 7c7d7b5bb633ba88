import { readFileSync } from "node:fs";
import path from "node:path";
import { accountStateByEmail } from "@/lib/accounts/account-state";
import { verifyPassword } from "@/lib/accounts/password-hash";
import { passwordProblems } from "@/lib/accounts/password-policy";
import { db } from "@/lib/db";
import { dayOf, monthOf } from "@/lib/london";
import { type Beds } from "@/lib/questions/beds";
import { checkReturn } from "@/lib/questions/check";
import { collections, collectionsFor, isMandated } from "@/lib/questions/collections";
import type { FilingKind } from "@/lib/access/kinds";
import type { Answers } from "@/lib/questions/question";
import { typedFrom } from "@/lib/questions/typed";
import { holidaysByRule } from "@/lib/windows/bank-holidays";
import { complianceAt } from "@/lib/windows/compliance";
import { isOpen, monthFor, reportingWindow } from "@/lib/windows/reporting-window";
import { contextAt, demoBedTypes } from "@/prisma/seed/demo/context";
import { demoWorld, fillDemo } from "@/prisma/seed/demo/fill";
import { keptPassword } from "@/prisma/seed/demo/kept-password";
import { passwordWords } from "@/prisma/seed/demo/password";
import { startDemo } from "@/prisma/seed/demo/start-demo";
import { asOwner, emptyDatabase } from "@/tests/support/database";

jest.setTimeout(180_000);

const now = new Date("2026-11-10T09:00:00Z");
const world = demoWorld(now);
let password: string;

beforeAll(async () => {
  await emptyDatabase();
  password = await fillDemo(now);
});

const number = async (sql: string): Promise<number> =>
  Number(Object.values((await (await asOwner()).query<Record<string, string>>(sql)).rows[0] ?? {})[0]);

interface Row {
  id: number;
  location_id: number;
  collection: keyof typeof collections;
  month: string;
  late: boolean;
  at: Date;
  nil: boolean;
  source: string;
  supersededAt: Date | null;
  answers: Answers | null;
  beds: { beds: Beds } | null;
  accepted: { code: string; message: string; reason: string }[];
}

/** Every return with what it said, newest first, as the database has it. */
const everyReturn = async () =>
  (
    await (
      await asOwner()
    ).query<Row>(`
    select r.id, r.location_id, r.collection::text, to_char(r.month, 'YYYY-MM') as month, r.late, r.submitted_at as at,
           r.source = 'nil' as nil, r.source::text, r.superseded_at as "supersededAt",
           coalesce(to_jsonb(c), to_jsonb(h), to_jsonb(k)) - 'return_id' as answers,
           (select json_build_object('beds', json_build_object('open', u.open_to_admissions, 'types',
              (select json_object_agg(b.bed_type_key, to_jsonb(b) - 'bed_update_id' - 'bed_type_key')
                 from bed_count b where b.bed_update_id = u.id))) from bed_update u where u.id = r.bed_update_id) as beds,
           (select coalesce(json_agg(json_build_object('code', w.code, 'message', w.message, 'reason', coalesce(w.reason, ''))), '[]')
              from accepted_warning w where w.return_id = r.id) as accepted
      from "return" r left join care_home_answers c on c.return_id = r.id left join home_care_answers h on h.return_id = r.id
           left join continuity_answers k on k.return_id = r.id
     order by r.submitted_at desc, r.id desc`)
  ).rows;

test("the demo has about two hundred locations in three neighbouring councils, each with a manager to contact", async () => {
  const locations = await db.location.findMany({ include: { contacts: true, localAuthority: true } });
  expect(locations.length).toBeGreaterThanOrEqual(195);
  const count = (type: string) => locations.filter(({ types }) => (types as string[]).includes(type)).length;
  expect({
    homes: count("care_home"),
    homeCare: count("home_care"),
    both: locations.filter(({ types }) => types.length > 1).length,
  }).toEqual({ homes: 119, homeCare: 69, both: 8 });
  expect(["hospice", "substance_misuse", "community", "nhs_acute", "gp"].map(count)).toEqual([4, 4, 4, 5, 8]);
  expect([...new Set(locations.map(({ localAuthority }) => localAuthority?.name))].sort()).toEqual([
    "Oldham",
    "Rochdale",
    "Tameside",
  ]);
  for (const { contacts, subIcbId, latitude, longitude, register, registerId } of locations) {
    expect(contacts.filter(({ role, email }) => role === "Manager" && email?.endsWith(".example"))).toHaveLength(1);
    expect(contacts.filter((contact) => contact.public)).toHaveLength(1);
    expect(subIcbId).not.toBeNull();
    expect(Math.abs((latitude ?? 0) - 53.55) + Math.abs((longitude ?? 0) + 2.1)).toBeLessThan(0.5);
    expect([register, registerId]).toEqual(["demo", expect.stringMatching(/^D-\d{4}$/)]);
  }
});

test("no one in the demo can really be rung or written to", async () => {
  const accounts = await db.account.findMany();
  const registrations = await db.registration.findMany();
  for (const { email, telephone } of [...accounts, ...registrations]) {
    expect(email).toMatch(/\.example$/);
    expect(telephone).toMatch(/^(01632 960|07700 900)\d{3}$/);
  }
  expect(new Set(accounts.map(({ email }) => email)).size).toBe(accounts.length);
  expect(
    await number(
      "select count(*) from contact where telephone !~ '^(01632 960|07700 900)[0-9]{3}$' or email not like '%.example'",
    ),
  ).toBe(0);
});

test("every return of the demo is one that the rules accept, with the warnings that it says it accepted", async () => {
  const returns = await everyReturn();
  const beds = new Map((await db.location.findMany()).map((location) => [location.id, location.beds]));
  expect(returns.length).toBeGreaterThan(2_500);
  let accepted = 0;
  for (const [index, filed] of returns.entries()) {
    if (filed.nil) {
      expect([filed.answers, filed.beds]).toEqual([null, null]);
      continue;
    }
    const before = returns
      .slice(index + 1)
      .filter((one) => one.location_id === filed.location_id && one.collection === filed.collection && !one.nil);
    const bedTypes = demoBedTypes(filed.collection);
    const checked = checkReturn({
      collection: filed.collection,
      month: filed.month,
      bedTypes,
      typed: typedFrom(filed.answers ?? {}, filed.beds?.beds),
      context: {
        ...contextAt(filed.collection, before, beds.get(filed.location_id) ?? 0, filed.at),
        accepted: new Map(filed.accepted.map(({ code, reason }) => [code, reason])),
      },
    });
    expect(checked.problems).toEqual([]);
    expect(checked.accepted.map(({ code }) => code).sort()).toEqual(filed.accepted.map(({ code }) => code).sort());
    accepted += checked.accepted.length;
  }
  expect(accepted).toBeGreaterThan(20);
  expect(accepted).toBeLessThan(returns.length / 5);
});

test("a return counts or is late as its window says, belongs to the month it was filed for, and none is yet to come", async () => {
  const returns = await everyReturn();
  for (const { at, month, late, collection, supersededAt } of returns) {
    expect(at <= now).toBe(true);
    expect(month).toBe(monthFor(at));
    if (supersededAt) expect(supersededAt > at).toBe(true);
    const inTime = isOpen(reportingWindow(month, holidaysByRule), at);
    expect(late).toBe(isMandated(collection) && !inTime);
  }
  const monthly = returns.filter(({ collection }) => isMandated(collection));
  expect(new Set(monthly.map(({ month }) => month)).size).toBe(15);
  const lastDay = monthly.filter(({ at, month }) => dayOf(at) === reportingWindow(month, holidaysByRule).lastDay);
  expect(lastDay.length / monthly.length).toBeGreaterThan(0.15);
  for (const source of ["form", "unchanged", "reminder", "workbook", "nil"])
    expect(returns.filter((one) => one.source === source).length).toBeGreaterThan(20);
});

test("about half have filed in the window that is open, and nine in ten did in those that closed", async () => {
  const { months, locations } = world;
  expect(months.closed).toHaveLength(14);
  const units = locations.reduce(
    (sum, { types }) => sum + types.filter((type) => type.endsWith("_home") || type === "home_care").length,
    0,
  );
  const filed = (month: string) =>
    number(`select count(*) from "return" where month = '${month}-01' and not late and superseded_at is null
             and collection in ('care_home', 'home_care')`);
  const share = (await filed(monthOf(now))) / units;
  expect(share).toBeGreaterThan(0.35);
  expect(share).toBeLessThan(0.65);
  for (const { month } of months.closed) {
    expect((await filed(month)) / units).toBeGreaterThan(0.82);
    expect((await filed(month)) / units).toBeLessThan(0.99);
  }
});

test("some are at risk, some at the notice threshold in each of its two ways, and most are on track", async () => {
  const returns = await everyReturn();
  const locations = await db.location.findMany();
  const seen: Record<string, number> = {};
  for (const location of locations)
    for (const collection of collectionsFor(location.types as FilingKind[]).filter(isMandated)) {
      const facts = {
        locationId: String(location.id),
        registeredOn: location.registeredOn!.toISOString().slice(0, 10),
        deregisteredOn: location.deregisteredOn?.toISOString().slice(0, 10) ?? null,
        returns: returns
          .filter((one) => one.location_id === location.id && one.collection === collection)
          .map(({ month, at, supersededAt, nil, source }) => ({ month, submittedAt: at, supersededAt, nil, source })),
      };
      const { standing, because } = complianceAt(now, facts, holidaysByRule);
      const key = standing === "notice threshold" ? `${standing}, ${because.length}` : standing;
      seen[key] = (seen[key] ?? 0) + 1;
    }
  expect(seen["at risk"]).toBeGreaterThanOrEqual(5);
  expect(seen["notice threshold, 3"]).toBeGreaterThanOrEqual(2);
  expect(seen["notice threshold, 4"]).toBeGreaterThanOrEqual(4);
  expect(seen["on track"]).toBeGreaterThan(150);
});

test("beds are filled as over England, and were last stated at very different times", async () => {
  const share = (figure: string) =>
    number(`with newest as (select distinct on (location_id) id from bed_update order by location_id, id desc)
            select sum(c.${figure})::float / sum(c.capacity) from newest n join bed_count c on c.bed_update_id = n.id
             where c.bed_type_key ~ '_(RES|NUR)$|YPD|TRANS'`);
  expect(await share("occupied")).toBeCloseTo(0.86, 1);
  expect(await share("accepting")).toBeGreaterThan(0.07);
  expect(await share("accepting")).toBeLessThan(0.14);
  const older = (days: number) =>
    number(`select count(*) from (select max(at) as at from bed_update group by location_id) u
             where at < timestamptz '${now.toISOString()}' - interval '${days} days'`);
  const [all, week, month] = [await older(0), await older(7), await older(40)];
  expect(all - week).toBeGreaterThan(20);
  expect(week - month).toBeGreaterThan(20);
  expect(month).toBeGreaterThan(2);
  expect(
    await number(
      "select count(*) from bed_update a join bed_update b using (location_id) where a.id < b.id and a.at > b.at",
    ),
  ).toBe(0);
});

test("there are new, dormant and closed locations, and one that two providers are registered for", async () => {
  const locations = await db.location.findMany();
  expect(locations.filter(({ dormant }) => dormant)).toHaveLength(4);
  expect(locations.filter(({ deregisteredOn }) => deregisteredOn)).toHaveLength(1);
  const dual = locations.filter(({ dualPrimaryId }) => dualPrimaryId);
  expect(dual.map(({ name, postcode }) => `${name} ${postcode}`)).toEqual(
    Array(2).fill(expect.stringContaining(dual[0]!.name)),
  );
  expect(dual.filter(({ dualPrimaryId, registerId }) => dualPrimaryId === registerId)).toHaveLength(1);
  expect(await number(`select count(*) from location where registered_on > date '2026-10-08'`)).toBe(2);
});

test("everyone listed signs in with the one password, which the policy allows", async () => {
  const listed = JSON.parse(readFileSync(path.join(__dirname, "../../prisma/seed/demo-accounts.json"), "utf8")) as {
    email: string;
    who: string;
  }[];
  expect(listed).toHaveLength(17);
  for (const { email, who } of listed) {
    expect(who).not.toBe("");
    const found = await accountStateByEmail(email, now);
    expect(found).toMatchObject({ email, deactivatedAt: null });
    expect(found?.passwordSetAt).not.toBeNull();
  }
  const { passwordHash } = await db.account.findUniqueOrThrow({ where: { email: "manager@demo.example" } });
  expect(await verifyPassword(passwordHash, password)).toBe(true);
  expect(await keptPassword()).toBe(password);
  expect(password).toMatch(/^[a-z]+-[a-z]+-[a-z]+$/);

  const places = [...(await db.location.findMany()), ...(await db.provider.findMany())].map(({ name }) => name);
  const accounts = await db.account.findMany();
  const own = {
    names: accounts.map(({ fullName }) => fullName),
    emails: accounts.map(({ email }) => email),
    places,
    postcodes: [],
  };
  for (const word of passwordWords)
    expect([word, passwordProblems(`${word}-${word}-${word}`, own)]).toEqual([word, []]);
});

test("the manager's home has not filed this month, and most locations have one to three people", async () => {
  const { access } = await db.account.findUniqueOrThrow({
    where: { email: "manager@demo.example" },
    include: { access: { include: { location: true } } },
  });
  expect(access.map(({ location }) => location?.name)).toEqual(["Fernbank House"]);
  expect(await db.return.count({ where: { locationId: access[0]!.locationId!, month: new Date("2026-11-01") } })).toBe(
    0,
  );
  expect(await db.access.count({ where: { account: { email: "multisite@demo.example" } } })).toBe(12);
  const users = await db.location.findMany({
    where: { types: { hasSome: ["care_home", "home_care", "hospice"] } },
    include: { access: { where: { endedAt: null } } },
  });
  const having = (from: number, to: number) =>
    users.filter(({ access: { length } }) => length >= from && length <= to).length;
  expect(having(0, 0)).toBeGreaterThanOrEqual(2);
  expect(having(1, 3) / users.length).toBeGreaterThan(0.9);
  expect(await number("select count(*) from account where email not like '%@demo.example'")).toBeGreaterThan(120);
});

test("five registrations wait: one for an approver of the demo, one for more than two days", async () => {
  const waiting = await db.accessRequest.findMany({ include: { location: true, area: true, registration: true } });
  expect(waiting).toHaveLength(5);
  expect(waiting.map(({ location, area }) => location?.name ?? area?.name ?? null)).toContain("Fernbank House");
  expect(waiting.filter(({ requestedAt }) => now.getTime() - requestedAt.getTime() > 48 * 3_600_000)).toHaveLength(1);
  expect(waiting.every(({ decidedAt }) => decidedAt === null)).toBe(true);
});

test("a second start changes nothing, and filling it a second time is refused outright", async () => {
  const counted = () => number(`select (select count(*) from "return") + (select count(*) from audit)`);
  const before = await counted();
  expect(await startDemo(new Date("2027-05-01T12:00:00Z"))).toBe(password);
  expect(await counted()).toBe(before);
  await expect(fillDemo(now)).rejects.toThrow();
  expect(await counted()).toBe(before);
});

test("the same moment gives the same demo", () => {
  const told = ({ stories }: typeof world) =>
    [...stories].map(([{ registerId, name, postcode }, { returns, beds }]) => [
      [registerId, name, postcode, beds.length],
      returns.map(({ at, month, source, answers }) => [at, month, source, answers]),
    ]);
  expect(JSON.stringify(told(demoWorld(now)))).toBe(JSON.stringify(told(world)));
});

test.each([
  "2026-11-03T09:00:00Z",
  "2027-01-08T00:05:00Z",
  "2027-02-28T12:00:00Z",
  "2026-12-14T23:59:00Z",
  "2028-04-18T12:00:00Z",
])("a demo can begin at any time, such as %s", (clock) => {
  const { stories, months } = demoWorld(new Date(clock));
  expect(months.closed).toHaveLength(14);
  for (const { returns } of stories.values())
    for (const { at, answers, nil } of returns) {
      expect(at <= new Date(clock)).toBe(true);
      expect(answers === null).toBe(nil !== null);
    }
});

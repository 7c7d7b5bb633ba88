import { createHash } from "node:crypto";
import { checkReturn } from "@/lib/questions/check";
import type { Collection } from "@/lib/questions/collections";
import type { Beds } from "@/lib/questions/beds";
import type { Answers } from "@/lib/questions/question";
import { typedFrom } from "@/lib/questions/typed";
import { contextAt, demoBedTypes } from "@/prisma/seed/demo/context";
import { fillDemo } from "@/prisma/seed/demo/fill";
import { demoMonths } from "@/prisma/seed/demo/months";
import { generateEngland } from "@/scripts/england/generate";
import { asOwner, emptyDatabase } from "@/tests/support/database";

jest.setTimeout(120_000);

const now = new Date("2026-11-18T09:00:00Z");
const months = demoMonths(now, 3);

async function generate(seed: string): Promise<string> {
  await emptyDatabase();
  const client = await asOwner();
  await generateEngland(client, { locations: 300, months: 3, seed, now });
  return hashOf([...tables]);
}

const tables = [
  "provider",
  "location",
  "rating",
  "contact",
  "account",
  "access",
  "bed_update",
  "bed_count",
  "bed_offer",
  '"return"',
  "care_home_answers",
  "home_care_answers",
  "continuity_answers",
  "accepted_warning",
  "suitability",
  "suitability_price",
  "newest_statement",
];

async function hashOf(names: string[]): Promise<string> {
  const client = await asOwner();
  const hash = createHash("sha256");
  for (const name of names) {
    const { rows } = await client.query<{ rows: string }>(
      `select coalesce(string_agg(t::text, '|' order by t::text collate "C"), '') as rows from ${name} t`,
    );
    expect([name, rows[0]?.rows]).not.toEqual([name, ""]);
    hash.update(rows[0]?.rows ?? "");
  }
  return hash.digest("hex");
}

const number = async (sql: string): Promise<number> =>
  Number(Object.values((await (await asOwner()).query<Record<string, string>>(sql)).rows[0] ?? {})[0]);

let first: string;
beforeAll(async () => {
  const other = await generate("2");
  first = await generate("1");
  expect(other).not.toBe(first);
});

test("the same seed on the same day makes the same England, and another seed makes a different one", async () => {
  expect(await generate("1")).toBe(first);
});

test("a database that has been filled is left as it is", async () => {
  const before = await hashOf(tables);
  await expect(generateEngland(await asOwner(), { locations: 5, months: 3, seed: "3", now })).rejects.toThrow(
    "This database already has a made-up England: nothing was changed.",
  );
  expect(await hashOf(tables)).toBe(before);
});

test("there are as many social care locations as requested, and also everything else that a search finds", async () => {
  expect(await number("select count(*) from location where types && '{care_home,home_care}'")).toBe(300);
  expect(await number("select count(*) from location")).toBe(559);
  const share = (await number("select count(*) from location where care_home")) / 300;
  expect(share).toBeGreaterThan(0.35);
  expect(share).toBeLessThan(0.62);
  expect(await number("select avg(beds) from location where care_home")).toBeGreaterThan(20);
  expect(await number("select avg(beds) from location where care_home")).toBeLessThan(42);
});

test("locations lie in their council's postal districts, all over England", async () => {
  expect(await number("select count(distinct local_authority_id) from location")).toBeGreaterThan(100);
  expect(
    await number(`select count(*) from location l left join outcode o on o.outcode = split_part(l.postcode, ' ', 1)
                   where l.local_authority_id is distinct from o.local_authority_id
                      or abs(l.latitude - o.latitude) + abs(l.longitude - o.longitude) > 0.15`),
  ).toBe(0);
});

test("every constraint holds over what was copied", async () => {
  const client = await asOwner();
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
      where contype in ('f', 'c') and connamespace = 'public'::regnamespace`,
  );
  expect(rows.length).toBeGreaterThan(50);
  expect(
    await number("select count(*) from pg_constraint where not convalidated and connamespace = 'public'::regnamespace"),
  ).toBe(0);
  expect(await number("select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'O'")).toBe(0);
  expect(
    await number(`select (select count(*) from location) - (select count(*) from audit where "table" = 'location')`),
  ).toBe(0);
});

test("beds are filled as over England, and nine in ten deadlines are kept", async () => {
  const occupied = await number(`
    select sum(c.occupied)::float / sum(c.capacity) from newest_statement n join bed_count c using (bed_update_id)`);
  expect(occupied).toBeGreaterThan(0.8);
  expect(occupied).toBeLessThan(0.9);
  const windows = months.closed.map(
    ({ month, firstDay, lastDay }) => `('${month}-01'::date, '${firstDay}'::date, '${lastDay}'::date)`,
  );
  const kept = await number(`
    select avg((exists (select from "return" r where r.location_id = l.id and r.month = w.month
                         and r.collection::text = t.type::text and not r.late and r.superseded_at is null))::int)
      from location l cross join unnest(l.types) as t(type) cross join (values ${windows.join(", ")}) w(month, first, last)
     where t.type in ('care_home', 'home_care') and l.registered_on < w.first
       and coalesce(l.deregistered_on > w.last, true)`);
  expect(kept).toBeGreaterThan(0.85);
  expect(kept).toBeLessThan(0.95);
});

test("homes registered twice name each other, and some locations are new, closed or dormant", async () => {
  const dual = "select count(*) from location where dual_primary_id is not null";
  expect(await number(dual)).toBeGreaterThan(0);
  expect(
    await number(`${dual} and (dual_provider_id is null or dual_provider_id = provider_id
                   or not exists (select from location p where p.register_id = location.dual_primary_id))`),
  ).toBe(0);
  expect((await number(dual)) % 2).toBe(0);
  for (const some of ["dormant", "deregistered_on is not null", "registered_on > date '2026-08-08'"])
    expect(await number(`select count(*) from location where ${some}`)).toBeGreaterThan(0);
});

test("no one in it can really be rung or written to, and most locations have one to three people", async () => {
  expect(
    await number(
      "select count(*) from contact where email !~ '[.]england[.]example$' or telephone !~ '^(01632 960|07700 900)'",
    ),
  ).toBe(0);
  expect(
    await number("select count(*) from account where email !~ '[.]england[.]example$' or password_hash is not null"),
  ).toBe(0);
  const few = await number(`
    select avg(((select count(*) from access a where a.location_id = l.id and a.ended_at is null) between 1 and 3)::int)
      from location l where l.types && '{care_home,home_care}' and l.deregistered_on is null`);
  expect(few).toBeGreaterThan(0.85);
});

interface Filed {
  location: number;
  beds_of_cqc: number;
  collection: Collection;
  month: string;
  at: Date;
  supersededAt: Date | null;
  answers: Answers | null;
  beds: { beds: Beds } | null;
  accepted: { code: string; reason: string }[];
}

test("the returns are ones that the rules accept, with the warnings that they say were accepted", async () => {
  const { rows } = await (
    await asOwner()
  ).query<Filed>(`
    select r.location_id as location, l.beds as beds_of_cqc, r.collection::text, to_char(r.month, 'YYYY-MM') as month,
           r.submitted_at as at, r.superseded_at as "supersededAt",
           coalesce(to_jsonb(c), to_jsonb(h), to_jsonb(k)) - 'return_id' as answers,
           (select json_build_object('beds', json_build_object('open', u.open_to_admissions, 'types',
              (select json_object_agg(b.bed_type_key, to_jsonb(b) - 'bed_update_id' - 'bed_type_key')
                 from bed_count b where b.bed_update_id = u.id))) from bed_update u where u.id = r.bed_update_id) as beds,
           (select coalesce(json_agg(json_build_object('code', w.code, 'reason', coalesce(w.reason, ''))), '[]')
              from accepted_warning w where w.return_id = r.id) as accepted
      from "return" r join location l on l.id = r.location_id
      left join care_home_answers c on c.return_id = r.id left join home_care_answers h on h.return_id = r.id
      left join continuity_answers k on k.return_id = r.id
     where r.source <> 'nil' order by r.submitted_at desc, r.id desc`);
  expect(rows.length).toBeGreaterThan(700);
  for (const [index, filed] of rows.entries()) {
    const before = rows
      .slice(index + 1)
      .filter((one) => one.location === filed.location && one.collection === filed.collection);
    const checked = checkReturn({
      collection: filed.collection,
      month: filed.month,
      bedTypes: demoBedTypes(filed.collection),
      typed: typedFrom(filed.answers ?? {}, filed.beds?.beds),
      context: {
        ...contextAt(filed.collection, before, filed.beds_of_cqc, filed.at),
        accepted: new Map(filed.accepted.map(({ code, reason }) => [code, reason])),
      },
    });
    expect(checked.problems).toEqual([]);
  }
});

test("a demo is part of it, with people to sign in as", async () => {
  await emptyDatabase();
  await fillDemo(now);
  const before = await number("select count(*) from location");
  await generateEngland(await asOwner(), { locations: 60, months: 3, seed: "1", now });
  expect(await number("select count(*) from location")).toBe(before + 112);
  expect(await number("select count(*) from account where email = 'manager@demo.example'")).toBe(1);
  expect(await number("select count(*) from location where register_id like 'D-%'")).toBe(before);
});

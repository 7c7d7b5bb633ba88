import fc from "fast-check";
import { db, Prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { type Collection, collectionsFor } from "@/lib/questions/collections";
import { type FilingKind, filingKinds } from "@/lib/access/kinds";
import { monthsFrom } from "@/lib/london";
import { owedReturns } from "@/lib/returns/reminders/owed-returns";
import { areaFigures, areaLocations, ownAreas } from "@/lib/reports/queries";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { isOwed, owedSql } from "@/lib/windows/owed";
import { firstDue, registration } from "@/lib/windows/registration";
import { type Cast, cast } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";

const months = monthsFrom("2026-08", "2026-12");
const before = env().NEW_LOCATION_DUE;
afterEach(() => (env().NEW_LOCATION_DUE = before));

const day = fc.date({ min: new Date("2026-07-01"), max: new Date("2027-01-15"), noInvalidDate: true });
const onDay = day.map((date) => date.toISOString().slice(0, 10));
const types = fc.uniqueArray(fc.constantFrom<FilingKind>(...filingKinds), { minLength: 1, maxLength: 3 });
const location = fc.record({
  types,
  registeredOn: fc.option(onDay, { freq: 4 }),
  deregisteredOn: fc.option(onDay, { freq: 2 }),
});
const extension = fc.record({
  month: fc.constantFrom(...months),
  location: fc.option(fc.nat({ max: 7 }), { freq: 4 }),
  lastDay: fc.integer({ min: 15, max: 28 }),
  given: day,
  ended: fc.option(day, { freq: 1 }),
});
const collectionSwitch = fc.record({
  collection: fc.constantFrom<Collection>("care_home", "home_care"),
  types: fc.uniqueArray(fc.constantFrom<FilingKind>("care_home", "home_care", "hospice"), { maxLength: 3 }),
  from: day,
});
const worlds = fc.record({
  locations: fc.array(location, { minLength: 8, maxLength: 8 }),
  extensions: fc.uniqueArray(extension, {
    maxLength: 6,
    selector: ({ month, location, ended }) => (ended ? {} : `${month} ${location}`),
  }),
  switches: fc.uniqueArray(collectionSwitch, { maxLength: 2, selector: ({ collection }) => collection }),
  owedFrom: fc.option(fc.constantFrom(...months), { freq: 1 }),
  due: fc.constantFrom("first-full-window", "0", "30"),
  asOf: fc.date({ min: new Date("2026-09-01"), max: new Date("2027-01-10"), noInvalidDate: true }),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** Puts it all into the database, in Oldham, and answers with the ids of its locations. */
async function put({ locations, extensions, switches, owedFrom }: World, { users, at }: Cast): Promise<number[]> {
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  await owner.query("truncate window_extension, collection_switch");
  await owner.query("delete from setting where key = 'owed_from'");
  if (owedFrom) await owner.query("insert into setting (key, value) values ('owed_from', $1)", [owedFrom]);
  const ids = [];
  for (const [nth, one] of locations.entries()) {
    const { rows } = await owner.query<{ id: number }>(
      `insert into location (register, register_id, name, types, provider_id, postcode, address_lines, town,
                             local_authority_id, sub_icb_id, care_home, beds, registered_on, deregistered_on)
       select register, $2, $2, $3, provider_id, postcode, address_lines, town, local_authority_id, sub_icb_id,
              care_home, beds, $4, $5 from location where id = $1
       on conflict (register, register_id) do update set types = excluded.types,
              registered_on = excluded.registered_on, deregistered_on = excluded.deregistered_on
       returning id`,
      [at.rosewood, `Made up ${nth}`, `{${one.types.join(",")}}`, one.registeredOn, one.deregisteredOn],
    );
    ids.push(rows[0]?.id ?? 0);
  }
  for (const one of extensions)
    await owner.query(
      `insert into window_extension (month, location_id, last_day, reason, created_at, ended_at, created_by_id)
       values ($1, $2, $3, 'Flood', $4, $5, $6)`,
      [
        `${one.month}-01`,
        one.location === null ? null : ids[one.location],
        `${one.month}-${one.lastDay}`,
        one.given,
        one.ended,
        users.sam.id,
      ],
    );
  for (const one of switches)
    await owner.query(
      `insert into collection_switch (collection, types, reason, switched_at) values ($1, $2, 'A trial', $3)`,
      [one.collection, `{${one.types.join(",")}}`, one.from],
    );
  return ids;
}

test("the rule for what is owed and its relation in the database agree for every location, window and moment", async () => {
  await emptyDatabase();
  const people = await cast();
  let owedAtAll = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      env().NEW_LOCATION_DUE = world.due;
      const ids = await put(world, people);
      const calendar = await calendarNow();
      for (const collection of ["care_home", "home_care"] as const) {
        const expected = world.locations.flatMap((one, nth) => {
          const id = ids[nth] ?? 0;
          const asked = collectionsFor(one.types, calendar.switchedAt(world.asOf)).includes(collection);
          return months
            .map((month) => windowFor(calendar, month, world.asOf, id))
            .filter((window) => asked && window.opensAt <= world.asOf)
            .filter((window) => isOwed(window, registration(one, calendar), firstDue(), world.asOf))
            .map(({ month, closesAt }) => ({ id, month, closes: closesAt }));
        });
        const locations = Prisma.sql`(select * from location where name like 'Made up %')`;
        const relation = owedSql({ collection, months, calendar, asOf: world.asOf, locations });
        const owed = await db.$queryRaw`
          select location_id as id, to_char(month, 'YYYY-MM') as month, closes from (${relation}) o order by 1, 2`;
        expect(owed).toEqual(expected.sort((a, b) => a.id - b.id || a.month.localeCompare(b.month)));
        owedAtAll += expected.length;
      }
    }),
    { numRuns: 40, seed: 20_261_109 },
  );
  expect(owedAtAll).toBeGreaterThan(200);
});

test("an area's figures, the list of its locations and the reminders count the same windows as owed", async () => {
  await emptyDatabase();
  const people = await cast();
  const [world] = fc.sample(worlds, { numRuns: 1, seed: 7 });
  if (!world) throw new Error("There is no world.");
  await put({ ...world, owedFrom: null, switches: [] }, people);
  const [area] = await ownAreas(people.users.olive);
  if (!area) throw new Error("There is no area.");
  const now = new Date("2026-11-20T10:00:00Z");
  const window = windowFor(await calendarNow(), "2026-11", now);
  const { due } = await areaFigures(people.users.olive, area, "care_home", window, now);
  const list = { search: "", state: "all", by: "name", descending: false, page: 1, size: 200 } as const;
  const { rows } = await areaLocations(people.users.olive, area, "care_home", window, list, now);
  const all = await owedReturns("2026-11", now);
  const here = new Set(rows.map(({ id }) => id));
  expect(due).toBeGreaterThan(2);
  expect([rows.length, all.filter((one) => one.collection === "care_home" && here.has(one.locationId)).length]).toEqual(
    [due, due],
  );
});

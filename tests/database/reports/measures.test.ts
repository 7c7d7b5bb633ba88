import { asUser, type User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { dayOf, type Month, monthsFrom } from "@/lib/london";
import { factsOfKind } from "@/lib/reports/beside/area-facts";
import { distribution } from "@/lib/reports/distribution";
import { measureOf, measuresOfBedType } from "@/lib/reports/metrics";
import { measured, readingFrom } from "@/lib/reports/measured";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { isOwed } from "@/lib/windows/owed";
import { standingsSeenBy } from "@/lib/windows/standings";
import { generateEngland } from "@/scripts/england/generate";
import { asOwner, emptyDatabase } from "@/tests/support/database";

jest.setTimeout(180_000);

const now = new Date("2026-12-18T09:00:00Z");
const months = monthsFrom("2026-07", "2026-12");
const closed: Month = "2026-11";
const person = { id: 1, name: "Sam", email: "sam@example.test", generic: false, findsCapacity: false, session: "s" };
const support: User = asUser({ ...person, kind: "support", grants: [] });

type Area = Awaited<ReturnType<typeof db.area.findMany>>[number];
let areas: Area[];

beforeAll(async () => {
  await emptyDatabase();
  await generateEngland(await asOwner(), { locations: 500, months: 6, seed: "7", now });
  areas = await db.area.findMany({ where: { validTo: null } });
});

const known = new Map<string, Promise<number[]>>();

/** Who owes a month's return, worked out one by one. */
function owing(type: "care_home" | "home_care", month: Month): Promise<number[]> {
  const key = `${type} ${month}`;
  const ids = known.get(key) ?? owingOneByOne(type, month);
  known.set(key, ids);
  return ids;
}

async function owingOneByOne(type: "care_home" | "home_care", month: Month): Promise<number[]> {
  const calendar = await calendarNow();
  const window = windowFor(calendar, month, now);
  const day = (at: Date | null) => (at ? at.toISOString().slice(0, 10) : null);
  const locations = await db.location.findMany({ where: { types: { has: type } } });
  return locations
    .filter(({ registeredOn, deregisteredOn }) =>
      isOwed(
        window,
        { registeredOn: day(registeredOn) ?? "1990-01-01", deregisteredOn: day(deregisteredOn) },
        undefined,
        now,
      ),
    )
    .map(({ id }) => id);
}

test("the councils of England add up to England, and so do the bed types of its homes", async () => {
  const types = await db.bedType.findMany({ where: { types: { has: "care_home" } } });
  const byType = types.flatMap(measuresOfBedType).filter(({ key }) => key.startsWith("beds:"));
  const whole = measureOf("beds")!;
  const found = await measured(support, { areas, months: [closed], measures: [whole, ...byType] }, now);
  const sum = (of: typeof areas, measure: typeof whole) =>
    of.reduce((total, { id }) => {
      const reading = found.reading(id, closed, measure);
      return total + (reading.state === "known" ? reading.value : 0);
    }, 0);
  const england = areas.filter(({ kind }) => kind === "country");
  expect(sum(england, whole)).toBeGreaterThan(1000);
  for (const kind of ["local_authority", "sub_icb", "nhs_region", "icb"])
    expect([
      kind,
      sum(
        areas.filter((area) => area.kind === kind),
        whole,
      ),
    ]).toEqual([kind, sum(england, whole)]);
  expect(byType.reduce((total, measure) => total + sum(england, measure), 0)).toBe(sum(england, whole));
});

test("occupied, admittable and not admittable add up to one", async () => {
  const shares = ["occupied_share", "admittable_share", "non_admittable_share"].map((key) => measureOf(key)!);
  const england = areas.filter(({ kind }) => kind === "country");
  const found = await measured(support, { areas: england, months: [closed], measures: shares }, now);
  const values = shares.map((measure) => found.reading(england[0]!.id, closed, measure));
  expect(values.reduce((sum, reading) => sum + (reading.state === "known" ? reading.value : NaN), 0)).toBeCloseTo(
    1,
    10,
  );
});

test("at risk and the notice threshold count the locations whose standing says so", async () => {
  const [risk, notice] = [measureOf("care_home_at_risk")!, measureOf("care_home_notice")!];
  const england = areas.filter(({ kind }) => kind === "country");
  for (const at of [now, new Date("2026-12-10T09:00:00Z")]) {
    const month = dayOf(at).slice(0, 7);
    const found = await measured(support, { areas: england, months: [month], measures: [risk, notice] }, at);
    const standings = [...(await standingsSeenBy(support, "care_home", at)).entries()];
    const owe = new Set(await owing("care_home", month));
    const of = (which: string[]) => standings.filter(([id, one]) => owe.has(id) && which.includes(one.standing)).length;
    expect(found.reading(england[0]!.id, month, risk)).toMatchObject({
      numerator: of(["at risk", "notice threshold"]),
    });
    expect(found.reading(england[0]!.id, month, notice)).toMatchObject({ numerator: of(["notice threshold"]) });
    expect(of(["at risk", "notice threshold"])).toBeGreaterThan(0);
  }
});

test("status colours and supplies add up to all who gave one", async () => {
  const england = areas.filter(({ kind }) => kind === "country");
  const status = ["red", "amber", "green"].map((colour) => measureOf(`status_${colour}`)!);
  const supplies = ["red", "amber", "green", "blue"].map((colour) => measureOf(`supplies_${colour}`)!);
  const found = await measured(support, { areas: england, months: [closed], measures: [...status, ...supplies] }, now);
  for (const group of [status, supplies]) {
    const readings = group.map((measure) => found.reading(england[0]!.id, closed, measure));
    const shares = readings.map((reading) => (reading.state === "known" ? reading.value : NaN));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  }
  const [{ n } = { n: 0 }] = await db.$queryRaw<{ n: number }[]>(Prisma.sql`
    select count(distinct r.location_id)::int as n from "return" r join continuity_answers c on c.return_id = r.id
     where r.month = ${`${closed}-01`}::date and r.superseded_at is null and c.overall_status is not null`);
  expect(found.reading(england[0]!.id, closed, status[0]!)).toMatchObject({ denominator: n });
});

test("flu is not part of July's return, whoever answers, and an area without homes has nothing to measure", async () => {
  const flu = measureOf("flu_residents")!;
  const found = await measured(support, { areas, months, measures: [flu] }, now);
  const england = areas.find(({ kind }) => kind === "country")!;
  expect(found.reading(england.id, "2026-07", flu)).toEqual({ state: "not_asked" });
  expect(found.reading(england.id, "2026-12", flu).state).toBe("known");
  const empty = areas.find(({ id }) => found.reported(id, closed, "care_home").due === 0);
  expect(empty && found.reading(empty.id, closed, flu)).toEqual({ state: "not_applicable" });
});

test("mean and quartiles of an area's homes equal a recount of each home's own figure", async () => {
  const occupied = measureOf("occupied_share")!;
  const spread: boolean[] = [];
  for (const area of areas.filter(({ kind }) => ["nhs_region", "country"].includes(kind))) {
    const seen = { id: area.id, kind: area.kind, code: area.onsCode, name: area.name };
    const found = await distribution(support, seen, occupied, closed, now);
    const { rows } = await (
      await asOwner()
    ).query<{ share: number }>(
      `select sum(b.occupied)::float8 / sum(b.capacity) as share
         from "return" r join location l on l.id = r.location_id join area c on c.id = l.local_authority_id
         join bed_count b on b.bed_update_id = r.bed_update_id
        where r.collection = 'care_home' and r.month = $1::date and r.superseded_at is null and not r.late
          and $2 in (c.nhs_region_id, (select id from area where kind = 'country')) and l.id = any($3) and coalesce(l.dual_primary_id, l.register_id) = l.register_id
        group by l.id having sum(b.capacity) > 0 order by 1`,
      [`${closed}-01`, area.id, await owing("care_home", closed)],
    );
    const shares = rows.map(({ share }) => share);
    const at = (part: number) => {
      const place = part * (shares.length - 1);
      const [low = NaN, high = NaN] = [shares[Math.floor(place)], shares[Math.ceil(place)]];
      return low + (high - low) * (place - Math.floor(place));
    };
    spread.push(found !== null);
    expect(found !== null).toBe(shares.length >= 6);
    if (!found) continue;
    expect(found.locations).toBe(shares.length);
    expect(found.mean).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / shares.length, 10);
    for (const [quartile, part] of [
      ["lower", 0.25],
      ["median", 0.5],
      ["upper", 0.75],
    ] as const)
      expect([quartile, found[quartile]]).toEqual([quartile, expect.closeTo(at(part), 10)]);
  }
  expect(spread).toContain(true);
  expect(spread).toContain(false);
});

test("the facts by which areas are alike add up to the same England for each kind of area that covers it", async () => {
  const totals = await Promise.all(
    (["nhs_region", "local_authority", "icb", "sub_icb", "lrf"] as const).map(async (kind) => {
      const all = [...(await factsOfKind(kind)).values()];
      return (["homes", "beds", "homeCare"] as const).map((key) => all.reduce((sum, facts) => sum + facts[key], 0));
    }),
  );
  expect(totals[0]?.[0]).toBeGreaterThan(100);
  for (const one of totals) expect(one).toEqual(totals[0]);
  expect((await factsOfKind("country")).size).toBe(0);
});

test("someone sees the sums of the areas they were given, and of no other", async () => {
  const council = areas.find(({ name, kind }) => kind === "local_authority" && name === "Birmingham")!;
  const user = (kind: User["kind"], ...given: Area[]) =>
    asUser({ ...person, kind, grants: given.map(({ id, kind }) => ({ level: "standard", area: { id, kind } })) });
  const due = measureOf("care_home_responded")!;
  const seen = async (who: User) => {
    const found = await measured(who, { areas, months: [closed], measures: [due] }, now);
    return areas.filter(({ id }) => found.reported(id, closed, "care_home").due > 0).map(({ id }) => id);
  };
  const region = areas.find(({ id }) => id === council.nhsRegionId)!;
  expect(await seen(user("local_authority", council))).toEqual([council.id]);
  const ofRegion = await seen(user("nhs_region", region));
  expect(ofRegion).toContain(council.id);
  expect(
    areas.filter(({ id }) => ofRegion.includes(id)).every((area) => [area.id, area.nhsRegionId].includes(region.id)),
  ).toBe(true);
  expect(await seen(user("aggregate_only", council))).toEqual([]);
  expect(await seen(user("care_home", council))).toEqual([]);
  expect(await seen(user("national"))).toEqual([]);
});

test.each([
  [{ due: 0, filed: 0, nil: 0 }, true, "not_applicable"],
  [{ due: 3, filed: 0, nil: 0 }, true, "not_reported"],
  [{ due: 3, filed: 2, nil: 2 }, true, "nil"],
  [{ due: 3, filed: 2, nil: 1 }, true, "not_reported"],
  [{ due: 3, filed: 2, nil: 1 }, false, "not_asked"],
])("of %j, asked: %s, nothing known is %s", (reported, asked, state) => {
  const nothing = { numerator: null, denominator: null, locations: 0 };
  expect(readingFrom(measureOf("occupied_share")!, asked, reported, nothing)).toEqual({ state });
});

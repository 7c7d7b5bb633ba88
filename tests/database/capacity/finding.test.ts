import { addressOf, criteriaIn, type Params } from "@/lib/capacity/criteria";
import { findCapacity } from "@/lib/capacity/find-capacity";
import { findLooser, findWider } from "@/lib/capacity/find-instead";
import { freshnessOfPlace } from "@/lib/capacity/freshness";
import { placePage } from "@/lib/capacity/place-page";
import { areaKindsToLookIn } from "@/lib/capacity/whereabouts";
import { db, system, transact } from "@/lib/db";
import { dayOf } from "@/lib/london";
import { areasCalled } from "@/lib/organisations/queries";
import { type Cast, cast, inWindow as now, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { placeOnMap, state } from "@/tests/support/stating";

let world: Cast;
const hour = 3_600_000;
const ago = (hours: number) => new Date(now.getTime() - hours * hour);

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  const { rosewood, hawthorn, willowbank } = world.at;
  await placeOnMap({ [rosewood]: [53.545, -2.115], [hawthorn]: [53.573, -2.11], [willowbank]: [53.61, -2.16] });
});

const find = (params: Params, by: PersonName = "harun") => findCapacity(world.users[by], criteriaIn(params), now);
const names = async (params: Params, by?: PersonName) => (await find(params, by)).places.map(({ name }) => name);

const finders: PersonName[] = [
  "hope",
  "gwen",
  "harun",
  "sita",
  "olive",
  "rory",
  "iris",
  "leo",
  "nora",
  "nate",
  "petra",
  "sam",
  "sue",
];

test("people who may look find locations everywhere, and no one else can find or open any", async () => {
  for (const person of Object.keys(world.users) as PersonName[]) {
    const may = finders.includes(person);
    const { total } = await find({ near: "OL1 1AA", within: "50" }, person);
    expect({ person, total }).toEqual({ person, total: may ? 3 : 0 });
    const place = await placePage(world.users[person], world.at.willowbank, now);
    expect({ person, opens: place?.name }).toEqual({ person, opens: may ? "Willowbank" : undefined });
  }
});

test("a flexible bed is found under each of its types and counts once", async () => {
  await state(world.users.amina, world.at.rosewood, {
    at: ago(2),
    free: { DEM_RES: 2 },
    also: { "DEM_RES also GEN_RES": 1 },
  });
  const free = async (...beds: string[]) =>
    (await find({ near: "OL1 1AA", beds, least: "1" })).places.map((place) => [place.name, place.free]);
  expect(await free("DEM_RES")).toEqual([["Rosewood", 2]]);
  expect(await free("GEN_RES")).toEqual([["Rosewood", 1]]);
  expect(await free("GEN_RES", "DEM_RES")).toEqual([["Rosewood", 2]]);
  expect(await free()).toEqual([["Rosewood", 2]]);
  expect((await find({ near: "OL1 1AA", least: "1" })).bedTypes).toEqual({ DEM_RES: 1, GEN_RES: 1 });
});

test("beds free from a later day, and beds of a home that is closed, are not free today", async () => {
  await state(world.users.amina, world.at.rosewood, {
    at: ago(2),
    free: { GEN_RES: 0 },
    freeFrom: [
      { key: "GEN_RES", day: "2026-11-14", beds: 2 },
      { key: "GEN_RES", day: "2026-11-09", beds: 1 },
    ],
  });
  await state(world.users.ben, world.at.hawthorn, { at: ago(2), free: { GEN_RES: 3 }, open: false });
  expect(await names({ near: "OL1 1AA", least: "1" })).toEqual([]);
  const { places } = await find({ near: "OL1 1AA" });
  const rosewood = places.find(({ name }) => name === "Rosewood");
  expect(rosewood?.beds[0]).toMatchObject({ free: 0, freeFrom: [{ day: "2026-11-14", beds: 2 }] });
  expect(places.find(({ name }) => name === "Hawthorn House")?.beds[0]).toMatchObject({ free: 0, closed: true });
});

test("fresh figures come before old ones nearby, and locations that are full or have said nothing come last", async () => {
  await state(world.users.amina, world.at.rosewood, { at: ago(24 * 30), free: { GEN_RES: 1 } });
  await state(world.users.ben, world.at.hawthorn, { at: ago(1), free: { GEN_RES: 1 } });
  expect(await names({ near: "OL1 1AA" })).toEqual(["Hawthorn House", "Rosewood", "Willowbank"]);
  expect(await names({ near: "OL1 1AA", sort: "near" })).toEqual(["Rosewood", "Hawthorn House", "Willowbank"]);
});

test("doubts from two organisations put a location below the confirmed ones, best first or nearest, until it states its beds again", async () => {
  const stated = await state(world.users.amina, world.at.rosewood, { at: ago(1), free: { GEN_RES: 1 } });
  await state(world.users.carla, world.at.willowbank, { at: ago(24 * 40), free: { GEN_RES: 1 } });
  const doubt = (by: PersonName, organisation: string) =>
    transact(system("test"), "a doubt", (tx) =>
      tx.callOutcome.create({
        data: {
          locationId: world.at.rosewood,
          bedUpdateId: stated,
          result: "taken",
          at: now,
          byId: world.users[by].id,
          organisation,
        },
      }),
    );
  await doubt("harun", "A trust");
  await doubt("gwen", "A trust");
  const orders = async () => {
    const asked = { near: "OL1 1AA", least: "1" };
    return { best: await names(asked), near: await names({ ...asked, sort: "near" }) };
  };
  const [own, under] = [
    ["Rosewood", "Willowbank"],
    ["Willowbank", "Rosewood"],
  ];
  expect(await orders()).toEqual({ best: own, near: own });
  await doubt("olive", "A council");
  expect(await orders()).toEqual({ best: under, near: under });
  await state(world.users.amina, world.at.rosewood, { at: now, free: { GEN_RES: 1 } });
  expect(await orders()).toEqual({ best: own, near: own });
});

test("closed, dormant and inactive locations are not in the list; an inactive one is back with its next statement", async () => {
  await transact(system("test"), "gone", async (tx) => {
    await tx.location.update({ where: { id: world.at.hawthorn }, data: { deregisteredOn: new Date("2026-10-01") } });
    await tx.location.update({ where: { id: world.at.willowbank }, data: { dormant: true } });
    await tx.return.create({
      data: {
        reference: "RET-AAAA-AAAA",
        checkCode: "x",
        locationId: world.at.rosewood,
        collection: "care_home",
        month: new Date("2026-11-01"),
        late: false,
        source: "nil",
        nilReason: "stopped",
        submittedAt: ago(5),
        submittedById: world.users.amina.id,
        idempotencyKey: "nil",
      },
    });
  });
  expect(await names({ near: "OL1 1AA", within: "50" })).toEqual([]);
  await state(world.users.amina, world.at.rosewood, { at: ago(1), free: { GEN_RES: 1 } });
  expect(await names({ near: "OL1 1AA", within: "50" })).toEqual(["Rosewood"]);
});

test("a place name is an area: homes whose address names it are found beyond the radius", async () => {
  await transact(system("test"), "a town", (tx) =>
    tx.location.update({
      where: { id: world.at.willowbank },
      data: { addressLines: ["4 Mill Lane, Uppermill"], latitude: 53.9, longitude: -2.4 },
    }),
  );
  await transact(system("test"), "a town", (tx) =>
    tx.location.update({ where: { id: world.at.rosewood }, data: { addressLines: ["1 Low Road", "Upper-Mill"] } }),
  );
  expect(await names({ near: "uppermill", within: "1" })).toEqual(["Willowbank"]);
  expect(await names({ near: "Upper Mill", within: "1" })).toEqual(["Rosewood"]);
});

test("an unknown postcode is searched by its district, and if it has none we say it is unknown", async () => {
  expect((await find({ near: "OL1 9ZZ" })).where).toMatchObject({ kind: "postcode", by: "district", district: "OL1" });
  expect((await find({ near: "QX9 9ZZ" })).where).toMatchObject({ kind: "unknown", what: "postcode" });
  expect((await find({ near: "Nowhere-on-Sea" })).where).toMatchObject({ kind: "unknown", what: "place" });
});

test("a council's name finds its whole area", async () => {
  const { where, places } = await find({ near: "Tameside" });
  expect(where).toMatchObject({ kind: "area", areaKind: "local_authority" });
  expect(places).toEqual([]);
  const council = await db.area.findFirstOrThrow({
    where: { kind: "local_authority", name: { startsWith: "Rochdale" } },
  });
  expect(await names({ area: council.onsCode })).toEqual(["Willowbank"]);
});

test("a location without coordinates is last, and its distance is not known", async () => {
  await transact(system("test"), "unplaced", (tx) =>
    tx.location.update({ where: { id: world.at.rosewood }, data: { latitude: null, longitude: null } }),
  );
  await state(world.users.amina, world.at.rosewood, { at: ago(1), free: { GEN_RES: 5 } });
  const { places } = await find({ near: "OL1 1AA" });
  expect(places.map(({ name, miles }) => [name, miles === null])).toEqual([
    ["Hawthorn House", false],
    ["Willowbank", false],
    ["Rosewood", true],
  ]);
});

test("if nothing is found, wider distances that find more than a nearer one are counted", async () => {
  const criteria = criteriaIn({ near: "SK14 1AA", within: "1" });
  const { where } = await find({ near: "SK14 1AA", within: "1" });
  const wider = await findWider(world.users.harun, criteria, where, [3, 10, 20, 30], now);
  expect(wider.map(({ within, total }) => [within, total])).toEqual([
    [10, 2],
    [20, 3],
  ]);
  for (const one of wider) expect((await findCapacity(world.users.harun, one.criteria, now)).total).toBe(one.total);
});

test("around a council's area that has nothing, greater parts of the map are counted, and each finds what it says", async () => {
  const { where, total } = await find({ near: "Tameside council" });
  expect([where.kind, total]).toEqual(["area", 0]);
  const criteria = criteriaIn({ near: "Tameside council" });
  const wider = await findWider(world.users.harun, criteria, where, [3, 10, 20, 30, 50], now);
  expect(wider.at(-1)?.total).toBe(3);
  for (const one of wider) {
    const found = await findCapacity(
      world.users.harun,
      criteriaIn(Object.fromEntries(new URLSearchParams(addressOf(one.criteria)))),
      now,
    );
    expect([one.within, found.total]).toEqual([one.within, one.total]);
  }
});

test("if nothing is found, the search without each filter is counted, those for beds and for their number among them", async () => {
  await state(world.users.amina, world.at.rosewood, { at: ago(1), free: { GEN_RES: 1 } });
  const asked = { near: "OL1 1AA", beds: ["DEM_NUR"], least: "1", rating: "outstanding" };
  const { where, total } = await find(asked);
  expect(total).toBe(0);
  const searches = [
    { ...asked, beds: [] },
    { ...asked, least: "" },
    { ...asked, beds: [], rating: "" },
    { near: "OL1 1AA" },
  ];
  const totals = await findLooser(world.users.harun, searches.map(criteriaIn), where, now);
  expect(totals).toEqual([0, 0, 1, 3]);
  expect(await findLooser(world.users.amina, searches.map(criteriaIn), where, now)).toEqual([0, 0, 0, 0]);
});

test("a town finds its homes, and the council of the same name its whole area", async () => {
  expect((await find({ near: "Oldham" })).where).toMatchObject({ kind: "town" });
  for (const near of ["Oldham council", "oldham  Metropolitan Borough Council"])
    expect((await find({ near })).where).toMatchObject({ kind: "area", areaKind: "local_authority", label: "Oldham" });
  const called = await areasCalled("oldham", areaKindsToLookIn, new Date(dayOf(now)));
  expect(called.map(({ kind }) => kind)).toEqual(["local_authority", "sub_icb"]);
  for (const { onsCode } of called)
    expect((await names({ area: onsCode })).sort()).toEqual(["Hawthorn House", "Rosewood"]);
});

test("a Sub ICB is found by its place and by its code, which may look like a postcode", async () => {
  for (const near of ["Oldham Sub ICB", "oldham sub-icb", "00Y", "00y", "NHS Greater Manchester ICB - 00Y Oldham"]) {
    const { where, places } = await find({ near });
    expect({ near, where }).toMatchObject({ near, where: { kind: "area", areaKind: "sub_icb" } });
    expect(places.map(({ name }) => name).sort()).toEqual(["Hawthorn House", "Rosewood"]);
  }
  expect((await find({ near: "Oldham" })).where).toMatchObject({ kind: "town" });
  expect((await find({ near: "Nowhere Sub ICB" })).where).toMatchObject({ kind: "unknown", what: "place" });
});

test("one bad record does not keep the others from being found", async () => {
  await transact(system("test"), "a bad record", (tx) =>
    tx.location.update({
      where: { id: world.at.rosewood },
      data: {
        ...{
          name: "",
          addressLines: [],
          town: "",
          county: "",
          telephone: "ring the bell",
          website: "javascript:alert(1)",
        },
        ...{ latitude: 999, longitude: -999, overallRating: "?", services: [], specialisms: [""], userBands: [""] },
      },
    }),
  );
  await state(world.users.amina, world.at.rosewood, { at: new Date("2036-01-01"), free: { GEN_RES: 100_000 } });
  const { localAuthorityId } = await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } });
  const { onsCode } = await db.area.findUniqueOrThrow({ where: { id: localAuthorityId ?? 0 } });
  for (const params of [
    { area: onsCode },
    { area: onsCode, sort: "near", price: "900", rating: "good", for: "older" },
    { near: "OL1 1AA" },
  ])
    expect((await find(params)).total).toBeGreaterThanOrEqual("rating" in params ? 0 : 1);
  expect(await names({ area: onsCode })).toContain("Hawthorn House");
  expect((await placePage(world.users.harun, world.at.rosewood, now))?.telephone).toBe("ring the bell");
});

test("who said the hours of home care is told as for beds", async () => {
  await transact(system("test"), "hours", async (tx) => {
    await tx.location.update({ where: { id: world.at.rosewood }, data: { types: ["home_care"] } });
    const said = { locationId: world.at.rosewood, at: ago(3), byId: world.users.ben.id, hoursFree: 12 };
    await tx.suitability.create({ data: { ...said, specialisms: [], whoFor: [], funding: [], districts: [] } });
  });
  const { places } = await find({ near: "OL1 1AA", service: "home_care" });
  const place = await placePage(world.users.harun, world.at.rosewood, now);
  expect([places[0]?.saidBy, place?.hoursBy]).toEqual(["approver", "approver"]);
  expect(place && freshnessOfPlace(place, now)).toEqual({
    state: "fresh",
    words: "Confirmed 3 hours ago by one of its approvers",
  });
});

test("the newest statement is the one that the beds page reads, whichever order they were written in", async () => {
  await state(world.users.amina, world.at.rosewood, { at: ago(1), free: { GEN_RES: 1 } });
  const last = await state(world.users.amina, world.at.rosewood, { at: ago(3), free: { GEN_RES: 2 } });
  expect(await db.newestStatement.findUnique({ where: { locationId: world.at.rosewood } })).toMatchObject({
    bedUpdateId: last,
  });
});

test("each way of looking near a point, in a town or in a district has its index", async () => {
  const kept = await db.$queryRaw<{ indexname: string }[]>`
    select indexname from pg_indexes
     where indexname like 'location_point%' or indexname in ('location_place_names', 'suitability_districts')
     order by indexname`;
  expect(kept.map(({ indexname }) => indexname)).toEqual([
    "location_place_names",
    "location_point",
    "location_point_care_home",
    "location_point_home_care",
    "suitability_districts",
  ]);
});

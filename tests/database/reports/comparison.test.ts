import { asUser, type AreaKind, type User } from "@/lib/access/user";
import { db, disconnect } from "@/lib/db";
import { compareLocation, type LocationCompared } from "@/lib/reports/comparison/compare-location";
import { generateEngland } from "@/scripts/england/generate";
import { asOwner, emptyDatabase } from "@/tests/support/database";

jest.setTimeout(180_000);

const now = new Date("2026-12-18T09:00:00Z");
const person = { id: 1, name: "Mo", email: "mo@example.test", generic: false, findsCapacity: false, session: "s" };
const managerOf = (locationId: number): User =>
  asUser({ ...person, kind: "care_home", grants: [{ level: "standard", locationId }] });

beforeAll(async () => {
  await emptyDatabase();
  await generateEngland(await asOwner(), { locations: 1500, months: 2, seed: "5", now });
});
afterAll(disconnect);

type Home = Awaited<ReturnType<typeof homesNow>>[number];
const homesNow = () =>
  db.location.findMany({ where: { types: { has: "care_home" }, deregisteredOn: null }, orderBy: { id: "asc" } });

const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** Miles by the spherical law of cosines, which is not how the service works them out. */
const miles = (a: Home, b: Home) =>
  3958.7613 *
  Math.acos(
    Math.min(
      1,
      Math.sin(radians(a.latitude ?? 0)) * Math.sin(radians(b.latitude ?? 0)) +
        Math.cos(radians(a.latitude ?? 0)) *
          Math.cos(radians(b.latitude ?? 0)) *
          Math.cos(radians((a.longitude ?? 0) - (b.longitude ?? 0))),
    ),
  );

const forOlder = ["Older People", "Caring for adults over 65 yrs", "Dementia"];
const kindOf = (home: Home) =>
  `${home.services.some((one) => one === "Care home service with nursing")} ${home.userBands.some((one) => forOlder.includes(one))}`;

function similarTo(home: Home, all: readonly Home[]): Home[] {
  const own = [home.providerId, home.dualProviderId].filter((id) => id !== null);
  return all
    .filter(
      (one) =>
        one.latitude !== null &&
        !one.dormant &&
        !own.includes(one.providerId) &&
        !own.includes(one.dualProviderId ?? -1) &&
        (one.dualPrimaryId === null || one.dualPrimaryId === one.registerId) &&
        kindOf(one) === kindOf(home) &&
        one.beds >= home.beds / 2 &&
        one.beds <= home.beds * 2 &&
        miles(home, one) <= 30,
    )
    .sort((a, b) => miles(home, a) - miles(home, b) || a.id - b.id)
    .slice(0, 40);
}

/** The share occupied of each home that stated its beds for December 2026's window, as one would ask at a prompt. */
async function occupied(ids: readonly number[]) {
  const { rows } = await (
    await asOwner()
  ).query<{ id: number; provider: number; share: number }>(
    `select l.id, l.provider_id as provider, sum(b.occupied)::float8 / sum(b.capacity) as share
       from "return" r join location l on l.id = r.location_id join bed_count b on b.bed_update_id = r.bed_update_id
      where r.location_id = any($1) and r.collection = 'care_home' and r.month = '2026-12-01' and not r.late and r.superseded_at is null
        and l.registered_on < '2026-12-08'
      group by 1, 2 having sum(b.capacity) > 0 order by share`,
    [ids],
  );
  return rows;
}

const quantile = (sorted: readonly number[], part: number) => {
  const place = (sorted.length - 1) * part;
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
};

const occupancyIn = (found: LocationCompared | null) => found?.compared?.find(({ key }) => key === "occupied_share");

test("what a manager sees of similar homes nearby equals a recount, and is withheld where homes or their organisations are few", async () => {
  const homes = await homesNow();
  const states = { known: 0, suppressed: 0 };
  for (const home of homes.filter((_, nth) => nth % 12 === 0)) {
    const found = await compareLocation(managerOf(home.id), home.id, undefined, now);
    const rows = await occupied(similarTo(home, homes).map(({ id }) => id));
    const others = occupancyIn(found)?.others;
    if (rows.length === 0) expect([home.name, others?.state]).toEqual([home.name, "not_reported"]);
    else if (rows.length < 6 || new Set(rows.map(({ provider }) => provider)).size < 3) {
      expect([home.name, others]).toEqual([home.name, { state: "suppressed" }]);
      states.suppressed++;
    } else {
      const shares = rows.map(({ share }) => share);
      expect([home.name, others]).toEqual([
        home.name,
        {
          state: "known",
          locations: rows.length,
          lower: expect.closeTo(quantile(shares, 0.25), 9) as number,
          median: expect.closeTo(quantile(shares, 0.5), 9) as number,
          upper: expect.closeTo(quantile(shares, 0.75), 9) as number,
        },
      ]);
      states.known++;
    }
  }
  expect(states.known).toBeGreaterThan(10);
  expect(states.suppressed).toBeGreaterThan(5);
});

test("a manager's own figure is the one that was filed, and is shown beside prices that enough homes give", async () => {
  const homes = await homesNow();
  let [own, prices] = [0, 0];
  for (const home of homes.filter((_, nth) => nth % 25 === 0)) {
    const found = await compareLocation(managerOf(home.id), home.id, undefined, now);
    const [filed] = await occupied([home.id]);
    const once = home.dualPrimaryId === null || home.dualPrimaryId === home.registerId;
    const reading = occupancyIn(found)?.own;
    if (filed && once) {
      expect(reading).toMatchObject({ state: "known", value: expect.closeTo(filed.share, 9) as number });
      own++;
    } else expect(reading?.state).not.toBe("known");
    prices += found?.compared?.filter(({ unit, others }) => unit === "pounds" && others.state === "known").length ?? 0;
  }
  expect(own).toBeGreaterThan(5);
  expect(prices).toBeGreaterThan(0);
});

test("a location of others is not found, nor is any by someone who sees totals only", async () => {
  const [home, other] = await homesNow();
  if (!home || !other) throw new Error("No homes were made.");
  expect(await compareLocation(managerOf(other.id), home.id, undefined, now)).toBeNull();
  const england = await db.area.findFirstOrThrow({ where: { kind: "country" } });
  const grants = [{ level: "standard", area: { id: england.id, kind: "country" as AreaKind } }] as const;
  expect(
    await compareLocation(asUser({ ...person, kind: "aggregate_only", grants }), home.id, undefined, now),
  ).toBeNull();
  expect(
    await compareLocation(asUser({ ...person, kind: "national", grants }), home.id, undefined, now),
  ).not.toBeNull();
});

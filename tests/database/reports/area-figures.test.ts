import { locationsVisibleToSql } from "@/lib/access/scope";
import { db, Prisma } from "@/lib/db";
import { bedShares, responseRate } from "@/lib/reports/area-figures";
import { areaFigures, areaLocations, areaSeenBy, ownAreas, type SeenArea } from "@/lib/reports/queries";
import { submitReturn } from "@/lib/returns/submit-return";
import { windowsNow } from "@/lib/returns/queries";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";

let world: Cast;
let window: ReportingWindow;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  window = (await windowsNow(inWindow)).latestOpened;
});

const everything = { search: "", state: "all", by: "name", descending: false, page: 1, size: 25 } as const;

async function own(person: keyof Cast["users"]): Promise<SeenArea> {
  const [area] = await ownAreas(world.users[person]);
  if (!area) throw new Error(`${person} has no area.`);
  return area;
}

async function rosewoodFiles(): Promise<void> {
  const outcome = await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  expect(outcome.ok).toBe(true);
}

test("a council's window counts who answered and how full they are", async () => {
  await rosewoodFiles();
  const figures = await areaFigures(world.users.olive, await own("olive"), "care_home", window, inWindow);
  expect(figures).toMatchObject({ due: 2, responded: 1, nil: 0, capacity: 20, occupied: 16 });
  expect(responseRate(figures)).toBe(0.5);
  const shares = bedShares(figures);
  expect(shares?.occupied).toBe(0.8);
  expect((shares?.occupied ?? 0) + (shares?.admittable ?? 0) + (shares?.nonAdmittable ?? 0)).toBeCloseTo(1);
});

test("every kind of area that covers the home counts the same return, and another council's does not", async () => {
  await rosewoodFiles();
  for (const person of ["olive", "iris", "leo", "nora", "nate"] as const) {
    const { responded } = await areaFigures(world.users[person], await own(person), "care_home", window, inWindow);
    expect([person, responded]).toEqual([person, 1]);
  }
  const others = await areaFigures(world.users.rory, await own("rory"), "care_home", window, inWindow);
  expect(others).toMatchObject({ due: 1, responded: 0 });
});

test("someone else's area is not found, and its figures are nought even when asked for directly", async () => {
  await rosewoodFiles();
  const oldham = await own("olive");
  expect(await areaSeenBy(world.users.rory, oldham.kind, oldham.code)).toBeNull();
  expect(await areaSeenBy(world.users.amina, oldham.kind, oldham.code)).toBeNull();
  expect(await areaSeenBy(world.users.agnes, oldham.kind, oldham.code)).toBeNull();
  expect(await areaSeenBy(world.users.nora, oldham.kind, oldham.code)).toMatchObject({ id: oldham.id });
  expect(await areaFigures(world.users.rory, oldham, "care_home", window, inWindow)).toMatchObject({
    due: 0,
    capacity: 0,
  });
});

test("beds that CQC registered to two providers count once", async () => {
  await rosewoodFiles();
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  await owner.query("update location set dual_primary_id = 'somewhere else' where id = $1", [world.at.rosewood]);
  expect(await areaFigures(world.users.olive, await own("olive"), "care_home", window, inWindow)).toMatchObject({
    responded: 1,
    capacity: 0,
  });
});

test("the list says who has filed and who has not, searches, and keeps to its page", async () => {
  await rosewoodFiles();
  const oldham = await own("olive");
  const list = (change: object) =>
    areaLocations(world.users.olive, oldham, "care_home", window, { ...everything, ...change }, inWindow);
  expect((await list({})).rows.map(({ name }) => name)).toEqual(["Hawthorn House", "Rosewood"]);
  expect(await list({ state: "filed" })).toMatchObject({ total: 1, rows: [{ name: "Rosewood", filedAt: inWindow }] });
  expect(await list({ state: "waiting" })).toMatchObject({ total: 1, rows: [{ name: "Hawthorn House" }] });
  expect(await list({ search: "ol2 2" })).toMatchObject({ total: 1, rows: [{ name: "Hawthorn House" }] });
  expect(await list({ search: "100%_" })).toMatchObject({ total: 0 });
  expect(await list({ page: 2, size: 1 })).toMatchObject({ total: 2, rows: [{ name: "Rosewood" }] });
});

test("figures agree with a recount in plain SQL", async () => {
  await rosewoodFiles();
  const [recount] = await db.$queryRaw<{ responded: number; occupied: number }[]>(Prisma.sql`
    select count(distinct r.id)::int as responded, sum(c.occupied)::int as occupied
      from "return" r join location l on l.id = r.location_id join bed_count c on c.bed_update_id = r.bed_update_id
     where r.superseded_at is null and not r.late and r.collection = 'care_home' and ${locationsVisibleToSql(world.users.nate)}`);
  expect(await areaFigures(world.users.nate, await own("nate"), "care_home", window, inWindow)).toMatchObject(
    recount ?? {},
  );
});

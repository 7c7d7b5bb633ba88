import { criteriaIn } from "@/lib/capacity/criteria";
import { findCapacity } from "@/lib/capacity/find-capacity";
import { freshnessOf, freshnessOfPlace } from "@/lib/capacity/freshness";
import { learnShelfLife } from "@/lib/capacity/learn-shelf-life";
import { placePage } from "@/lib/capacity/place-page";
import { db, system, transact } from "@/lib/db";
import { type Cast, cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { state } from "@/tests/support/stating";

let world: Cast;
const now = new Date("2026-11-20T12:00:00Z");
const onDay = (day: number) => new Date(Date.UTC(2026, 9, day, 9));

beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
});

test("how long vacancies last is the median of how long they stood, worked out by hand", async () => {
  const says = (day: number, free: Record<string, number>) =>
    state(world.users.amina, world.at.rosewood, { at: onDay(day), free });
  // 1 October: 2 free, confirmed on the 3rd; other figures on the 5th, so changed about the 4th: 3 days.
  await says(1, { GEN_RES: 2 });
  await says(3, { GEN_RES: 2 });
  // Free until about half way to the 11th, when none was: 3 days.
  await says(5, { GEN_RES: 1 });
  // Nothing free says nothing of how long a vacancy lasts.
  await says(11, { GEN_RES: 0 });
  await says(21, { GEN_RES: 0 });
  // The 22nd to half way to the 24th: 1 day. The 24th to the 32nd: 4 days. The last stands still.
  await says(22, { GEN_RES: 1, DEM_RES: 1 });
  await says(24, { GEN_RES: 1 });
  await says(32, { GEN_RES: 3 });
  await learnShelfLife(now);
  expect(await db.shelfLife.findMany({ select: { locationId: true, days: true, changes: true } })).toEqual([
    { locationId: world.at.rosewood, days: 3, changes: 4 },
  ]);
  expect(await db.shelfLifeOfKind.findMany({ select: { kind: true, days: true, locations: true } })).toEqual([
    { kind: "care_home", days: 3, locations: 1 },
  ]);
});

test("a home with too little history of its own is judged by its kind, and the words say so", async () => {
  await state(world.users.carla, world.at.willowbank, { at: onDay(40), free: { GEN_RES: 2 } });
  const { places } = await findCapacity(world.users.harun, criteriaIn({ near: "Rochdale" }), now);
  const [willowbank] = places;
  expect(willowbank).toMatchObject({ name: "Willowbank", shelfDays: 3, ownShelf: false, saidBy: "approver" });
  expect(willowbank && freshnessOf(willowbank, "care_home", now)).toEqual({
    state: "old",
    words:
      "11 days old, confirmed by one of its approvers: vacancies of care homes usually change within 3 days, ring first",
  });
});

test("what has been learnt is learnt afresh each time and not added to", async () => {
  await learnShelfLife(now);
  await learnShelfLife(now);
  expect(await db.shelfLife.count()).toBe(1);
});

test("of care at home, how long free hours stood is learnt in the same way", async () => {
  const { willowbank } = world.at;
  await transact(system("test"), "hours", async (tx) => {
    await tx.location.update({ where: { id: willowbank }, data: { types: ["home_care"] } });
    const said = { locationId: willowbank, byId: world.users.carla.id, specialisms: [], whoFor: [], funding: [] };
    // 10 from the 1st, confirmed on the 3rd, 20 on the 5th: 3 days. 20 till half way to the 9th: 2 days. Then none; 5
    // from the 20th till half way to the 30th: 5 days. The last stands still.
    for (const [day, hoursFree] of [
      [1, 10],
      [3, 10],
      [5, 20],
      [9, 0],
      [20, 5],
      [30, 7],
    ] as const)
      await tx.suitability.create({ data: { ...said, districts: [], hoursFree, at: onDay(day) } });
  });
  await learnShelfLife(now);
  const learnt = await db.shelfLife.findUnique({ where: { locationId: willowbank } });
  expect(learnt).toMatchObject({ days: 3, changes: 3 });
  const place = await placePage(world.users.harun, willowbank, onDay(38));
  expect(place && freshnessOfPlace(place, onDay(38)).words).toBe(
    "8 days old, confirmed by one of its approvers: free hours here usually change within 3 days, ring first",
  );
});

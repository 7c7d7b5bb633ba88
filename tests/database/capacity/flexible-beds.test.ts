import { bedSummaries } from "@/lib/beds/bed-summaries";
import { updateBeds } from "@/lib/beds/update-beds";
import { criteriaIn } from "@/lib/capacity/criteria";
import { findCapacity } from "@/lib/capacity/find-capacity";
import { areaFigures, ownAreas } from "@/lib/reports/queries";
import { downloadHistory } from "@/lib/returns/download-history";
import { complianceOf, history, windowsNow } from "@/lib/returns/queries";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";
import { placeOnMap } from "@/tests/support/stating";

let world: Cast;
const dayBefore = new Date(now.getTime() - 86_400_000);

/** Rosewood files two vacant beds, the day after it said that each of its vacant beds is flexible; or says nothing. */
async function filed(isFlexible: boolean): Promise<void> {
  await emptyDatabase();
  world = await cast();
  await placeOnMap({ [world.at.rosewood]: [53.545, -2.115] });
  const typed = {
    "beds.open": "yes",
    "beds.offers": "yes",
    "beds.GEN_RES.capacity": "20",
    "beds.GEN_RES.occupied": "16",
    "beds.GEN_RES.reserved": "0",
    "beds.GEN_RES.accepting": "3",
    ...(isFlexible && {
      "beds.GEN_RES.alsoAs.DEM_RES": "yes",
      "beds.GEN_RES.alsoAs.GEN_NUR": "yes",
      "beds.GEN_RES.alsoBeds": "3",
    }),
  };
  const update = { locationId: world.at.rosewood, typed, idempotencyKey: "before", source: "form" } as const;
  expect(await updateBeds(world.users.amina, update, dayBefore)).toMatchObject({ ok: true });
  const outcome = await submitReturn(world.users.amina, filingOf(world.at.rosewood), now);
  expect(outcome).toMatchObject({ ok: true });
}

async function everywhere() {
  const { users, at } = world;
  const [area] = await ownAreas(users.olive);
  if (!area) throw new Error("Olive has no area.");
  const { latestOpened } = await windowsNow(now);
  const found = await findCapacity(users.harun, criteriaIn({ near: "OL1 1AA" }), now);
  const csv = (await downloadHistory(users.amina, at.rosewood, "care_home", now)) ?? "";
  const [newest] = (await history(users.amina, at.rosewood, "care_home", now))?.returns ?? [];
  return {
    find: found.places.filter(({ id }) => id === at.rosewood).map(({ free }) => free),
    home: (await bedSummaries(users.amina, [at.rosewood])).map(({ vacant }) => vacant),
    dashboard: await areaFigures(users.olive, area, "care_home", latestOpened, now),
    compliance: await complianceOf(users.olive, at.rosewood, now),
    export: csv.split("\n").map((line) => line.split(",").slice(4)),
    history: newest?.beds?.types.GEN_RES,
  };
}

test("a flexible bed counts once in find, on the home page, in the dashboard, in compliance and in the export", async () => {
  await filed(false);
  const plain = await everywhere();
  expect(plain).toMatchObject({ find: [2], dashboard: { capacity: 20, accepting: 2, responded: 1 } });
  await filed(true);
  const { dashboard, compliance, ...rest } = await everywhere();
  expect({ dashboard, compliance }).toEqual({ dashboard: plain.dashboard, compliance: plain.compliance });
  expect({ find: rest.find, home: rest.home, history: rest.history }).toEqual({
    find: plain.find,
    home: plain.home,
    history: plain.history,
  });
  expect(rest.export).toEqual(plain.export);
  for (const beds of [["DEM_RES"], ["GEN_NUR"], ["DEM_RES", "GEN_NUR"], ["GEN_RES", "DEM_RES", "GEN_NUR"]]) {
    const also = await findCapacity(world.users.harun, criteriaIn({ near: "OL1 1AA", beds }), now);
    expect(also.places.map(({ name, free }) => [name, free])).toContainEqual(["Rosewood", 2]);
  }
});

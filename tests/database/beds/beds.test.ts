import { Forbidden } from "@/lib/access/policy";
import { db } from "@/lib/db";
import { bedsForm } from "@/lib/beds/beds-form";
import { submitReturn } from "@/lib/returns/submit-return";
import { updateBeds } from "@/lib/beds/update-beds";
import { emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { filingOf } from "@/tests/support/returns";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const beds = (changes: Record<string, string> = {}): Record<string, string> => ({
  "beds.open": "yes",
  "beds.DEM_RES.capacity": "10",
  "beds.DEM_RES.occupied": "8",
  "beds.DEM_RES.reserved": "0",
  "beds.DEM_RES.accepting": "1",
  ...changes,
});
let keys = 0;
const update = (typed = beds(), idempotencyKey = `beds-${++keys}`) => ({
  locationId: world.at.rosewood,
  typed,
  idempotencyKey,
  source: "form" as const,
});

test("beds are updated on any day, and the page shows who stated them last", async () => {
  const anyDay = new Date("2026-11-27T22:00:00Z");
  expect(await updateBeds(world.users.amina, update(), anyDay)).toMatchObject({ ok: true });
  expect(await bedsForm(world.users.ben, world.at.rosewood, anyDay)).toMatchObject({
    typed: { "beds.DEM_RES.occupied": "8", "beds.open": "yes" },
    stated: { by: "Amina Yusuf", at: anyDay },
  });
  expect(await db.return.count()).toBe(0);
});

test("an update sent twice is kept once", async () => {
  const once = update();
  await Promise.all([1, 2, 3].map(() => updateBeds(world.users.amina, once, inWindow)));
  expect(await db.bedUpdate.count()).toBe(1);
});

test("more occupied beds than there are is refused; more beds than CQC has registered is queried", async () => {
  const tooFull = await updateBeds(world.users.amina, update(beds({ "beds.DEM_RES.occupied": "11" })), inWindow);
  expect(tooFull).toMatchObject({ ok: false, problems: [{ field: "beds.DEM_RES.occupied" }] });
  const overCqc = beds({ "beds.DEM_RES.capacity": "41" });
  expect(await updateBeds(world.users.amina, update(overCqc), inWindow)).toMatchObject({
    problems: [{ code: "beds.over_cqc", warning: true }],
  });
  expect(
    await updateBeds(world.users.amina, update({ ...overCqc, "accept.beds.over_cqc": "yes" }), inWindow),
  ).toMatchObject({ ok: true });
});

test("a return starts from the beds as last stated, and states them itself", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  expect((await bedsForm(world.users.amina, world.at.rosewood, inWindow))?.typed["beds.GEN_RES.occupied"]).toBe("16");
});

test("beds of someone else's home are not found, and a home care branch has none", async () => {
  for (const name of ["carla", "olive", "petra", "sam", "gwen"] as const) {
    await expect(updateBeds(world.users[name], update(), inWindow)).rejects.toBeInstanceOf(Forbidden);
    expect(await bedsForm(world.users[name], world.at.rosewood, inWindow)).toBeNull();
  }
  expect(await bedsForm(world.users.dan, world.at.larch, inWindow)).toBeNull();
});

test("a hospice counts its own kinds of bed", async () => {
  const form = await bedsForm(world.users.hope, world.at.brightwell, inWindow);
  expect(form?.bedTypes.map(({ label }) => label)).toEqual(["Adult inpatient", "Children's inpatient", "Respite"]);
});

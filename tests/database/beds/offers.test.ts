import { confirmBeds } from "@/lib/beds/confirm-beds";
import { offersOf } from "@/lib/beds/newest-offers";
import { updateBeds } from "@/lib/beds/update-beds";
import { db } from "@/lib/db";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const day = 86_400_000;
const typed = (changes: Record<string, string> = {}): Record<string, string> => ({
  "beds.open": "yes",
  "beds.offers": "yes",
  "beds.GEN_RES.capacity": "10",
  "beds.GEN_RES.occupied": "7",
  "beds.GEN_RES.reserved": "0",
  "beds.GEN_RES.accepting": "3",
  "beds.GEN_RES.assessment": "2",
  "beds.GEN_RES.waiting": "4",
  "beds.GEN_RES.from.day": "14",
  "beds.GEN_RES.from.month": "11",
  "beds.GEN_RES.from.year": "2026",
  "beds.GEN_RES.fromBeds": "1",
  "beds.GEN_RES.alsoAs.DEM_RES": "yes",
  "beds.GEN_RES.alsoBeds": "3",
  ...changes,
});
let keys = 0;
const update = (changes?: Record<string, string>, at = now) =>
  updateBeds(
    world.users.amina,
    { locationId: world.at.rosewood, typed: typed(changes), idempotencyKey: `offers-${++keys}`, source: "form" },
    at,
  );
const newest = () => db.bedUpdate.findFirstOrThrow({ orderBy: { id: "desc" }, include: { counts: true } });
const offered = async () => (await offersOf((await newest()).id)).GEN_RES;

test("a home says what it offers beside its figures, and the form shows it next time", async () => {
  expect(await update()).toMatchObject({ ok: true });
  expect(await offered()).toEqual({
    afterAssessment: 2,
    waiting: 4,
    closedBecause: null,
    freeFrom: { day: "2026-11-14", beds: 1 },
    alsoAs: { keys: ["DEM_RES"], beds: 3 },
  });
});

test.each([
  [{ "beds.GEN_RES.assessment": "4" }, "beds.GEN_RES.assessment"],
  [{ "beds.GEN_RES.alsoBeds": "4" }, "beds.GEN_RES.alsoBeds"],
  [{ "beds.GEN_RES.alsoAs.DEM_RES": "" }, "beds.GEN_RES.alsoAs"],
  [{ "beds.GEN_RES.alsoBeds": "" }, "beds.GEN_RES.alsoBeds"],
  [{ "beds.GEN_RES.from.day": "10" }, "beds.GEN_RES.from"],
  [{ "beds.GEN_RES.from.day": "31" }, "beds.GEN_RES.from"],
  [{ "beds.GEN_RES.fromBeds": "" }, "beds.GEN_RES.fromBeds"],
  [{ "beds.GEN_RES.waiting": "some" }, "beds.GEN_RES.waiting"],
])("%j is refused beside its field, and nothing is kept", async (changes, field) => {
  expect(await update(changes)).toMatchObject({ ok: false, problems: [{ field }] });
  expect(await db.bedUpdate.count()).toBe(0);
});

test("a vacant bed may be offered as any of several other types, but not as its own or as one that the home cannot have", async () => {
  expect(await update({ "beds.GEN_RES.alsoAs.GEN_NUR": "yes" })).toMatchObject({ ok: true });
  expect(await offered()).toMatchObject({ alsoAs: { keys: ["DEM_RES", "GEN_NUR"], beds: 3 } });
  for (const other of ["GEN_RES", "HOS_ADULT"])
    expect(await update({ [`beds.GEN_RES.alsoAs.${other}`]: "yes" })).toMatchObject({ ok: false });
});

test("a reason to be closed is kept with beds that are closed, and with no others", async () => {
  await update({ "beds.GEN_RES.closed": "outbreak" });
  expect((await offered())?.closedBecause).toBeNull();
  await update({
    "beds.GEN_RES.closed": "outbreak",
    "beds.GEN_RES.open": "no",
    "beds.GEN_RES.accepting": "0",
    "beds.GEN_RES.assessment": "",
    "beds.GEN_RES.alsoAs.DEM_RES": "",
    "beds.GEN_RES.alsoBeds": "",
  });
  expect((await offered())?.closedBecause).toBe("outbreak");
});

test("a return, which asks for none of it, leaves it standing as far as its figures allow", async () => {
  await update();
  expect(await submitReturn(world.users.amina, filingOf(world.at.rosewood), now)).toMatchObject({ ok: true });
  expect((await newest()).counts).toMatchObject([{ accepting: 2 }]);
  expect(await offered()).toMatchObject({ afterAssessment: 2, waiting: 4, alsoAs: { keys: ["DEM_RES"], beds: 2 } });
});

test("“still so” states the same figures and offers again; a day that has arrived is dropped", async () => {
  await update();
  const { id, counts } = await newest();
  const confirm = (looked: number, at: Date) =>
    confirmBeds(world.users.amina, { locationId: world.at.rosewood, looked, source: "unchanged" }, at);
  const later = new Date(now.getTime() + 5 * day);
  expect(await Promise.all([1, 2, 3].map(() => confirm(id, later)))).toEqual(
    [1, 2, 3].map(() => ({ ok: true, value: null })),
  );
  expect(await db.bedUpdate.count()).toBe(2);
  const again = await newest();
  expect(again.counts.map(({ bedUpdateId: _, ...count }) => count)).toEqual(
    counts.map(({ bedUpdateId: _, ...count }) => count),
  );
  expect(await offered()).toMatchObject({ afterAssessment: 2, waiting: 4, freeFrom: null });
  expect(await update({ "beds.GEN_RES.from.day": "28" }, later)).toMatchObject({ ok: true });
  expect(await confirm(again.id, later)).toMatchObject({ ok: false });
});

test("one bed fewer fills a vacant bed, and stops when none is vacant", async () => {
  await update({ "beds.GEN_RES.accepting": "1", "beds.GEN_RES.assessment": "1", "beds.GEN_RES.alsoBeds": "1" });
  const fewer = async () =>
    confirmBeds(
      world.users.amina,
      { locationId: world.at.rosewood, looked: (await newest()).id, fewer: "GEN_RES", source: "reminder" },
      now,
    );
  expect(await fewer()).toMatchObject({ ok: true });
  expect((await newest()).counts).toMatchObject([{ occupied: 8, accepting: 0 }]);
  expect(await offered()).toMatchObject({ afterAssessment: 0, alsoAs: null });
  expect(await fewer()).toMatchObject({ ok: false });
});

import { findingSettings } from "@/lib/access/finding-settings";
import { Forbidden } from "@/lib/access/policy";
import { enquire, type Enquiring, stopEnquiry } from "@/lib/capacity/enquire";
import { enquiriesAbout } from "@/lib/capacity/enquiries";
import { placePage } from "@/lib/capacity/place-page";
import { setFindingSettings } from "@/lib/capacity/support/set-finding-settings";
import { db, system, transact } from "@/lib/db";
import { type Cast, cast, inWindow as now, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { state } from "@/tests/support/stating";

let world: Cast;
const hour = 3_600_000;
const after = (hours: number) => new Date(now.getTime() + hours * hour);
const switched = (enquiries: boolean) =>
  setFindingSettings(world.users.sam, { enquiries, searchAtOnce: false, openFeed: false, reason: "A trial" });

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await state(world.users.amina, world.at.rosewood, { at: after(-2), free: { GEN_RES: 2, DEM_RES: 1 } });
  await switched(true);
});

const ask = (change: Partial<Enquiring> = {}, by: PersonName = "harun", at = now) =>
  enquire(
    world.users[by],
    { locationId: world.at.rosewood, bedType: "", until: after(3).toISOString(), note: "", ...change },
    at,
  );
const seen = (by: PersonName, at = now) => enquiriesAbout(world.users[by], [world.at.rosewood], at);

test("an enquiry is seen by the home and by others who search, lowers nothing, and ends by itself", async () => {
  expect(await ask({ bedType: "DEM_RES", note: " Ground  floor? " })).toEqual({ ok: true, value: null });
  const asking = { organisation: "The discharge team of Moorside Infirmary", bedType: "Dementia residential" };
  expect(await seen("amina")).toMatchObject([{ ...asking, until: after(3), note: "Ground floor?", isOwn: false }]);
  expect(await seen("gwen")).toMatchObject([{ ...asking, note: null }]);
  expect(await seen("olive")).toMatchObject([{ ...asking, note: null }]);
  expect(await seen("harun")).toMatchObject([{ isOwn: true }]);
  for (const other of ["carla", "dan", "otto", "agnes"] as const) expect(await seen(other)).toEqual([]);
  const place = await placePage(world.users.gwen, world.at.rosewood, now);
  expect(place?.beds.map(({ free }) => free)).toEqual([2, 1]);
  expect(await db.bedUpdate.count()).toBe(1);
  expect(await seen("gwen", after(3))).toEqual([]);
});

test("asking the same location again replaces the enquiry, and it can be stopped before the hour", async () => {
  await ask();
  await ask({ until: after(5).toISOString() });
  const [live, ...more] = await seen("harun");
  expect([live?.until, more]).toEqual([after(5), []]);
  await stopEnquiry(world.users.gwen, live?.id ?? 0, now);
  expect(await seen("harun")).toHaveLength(1);
  await stopEnquiry(world.users.harun, live?.id ?? 0, now);
  expect(await seen("harun")).toEqual([]);
  expect(await db.audit.count({ where: { table: "enquiry", accountId: world.users.harun.id } })).toBe(4);
});

test("problems are shown beside their fields, and an NHS number or a date of birth is never kept", async () => {
  expect(await ask({ bedType: "HOS_ADULT" })).toMatchObject({ problems: [{ field: "bedType" }] });
  expect(await ask({ until: after(-1).toISOString() })).toMatchObject({ problems: [{ field: "until" }] });
  for (const note of ["943 476 5919", "12/03/1941"])
    expect(await ask({ note })).toMatchObject({ problems: [{ field: "note" }] });
  const long = { field: "note", message: "The note must be 200 characters or fewer" };
  expect(await ask({ note: "a ".repeat(101) + "bed" })).toMatchObject({ problems: [long] });
  expect(await db.enquiry.count()).toBe(0);
});

test("enquiries are off until support switches them on, and only people who may search can make them", async () => {
  await expect(ask({}, "amina")).rejects.toThrow(Forbidden);
  await expect(
    setFindingSettings(world.users.harun, { enquiries: true, searchAtOnce: true, openFeed: true, reason: "" }),
  ).rejects.toThrow(Forbidden);
  await ask();
  expect(await switched(false)).toMatchObject({ ok: true });
  expect(await seen("gwen")).toEqual([]);
  await expect(ask()).rejects.toThrow(Forbidden);
  await emptyDatabase();
  expect(await findingSettings()).toEqual({ enquiries: false, searchAtOnce: false, openFeed: false });
});

test("no one can have enquiries at more than ten locations at once", async () => {
  const about = { byId: world.users.harun.id, organisation: "X", at: now, until: after(2) };
  await transact(system("test"), "enquiries", (tx) =>
    tx.enquiry.createMany({ data: Array.from({ length: 10 }, () => ({ ...about, locationId: world.at.willowbank })) }),
  );
  expect(await ask()).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringContaining("10 places") as string }],
  });
});

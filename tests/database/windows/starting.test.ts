import { announceWindow } from "@/lib/jobs/announce-window";
import { remindOfReturns } from "@/lib/jobs/remind-of-returns";
import { db, disconnect } from "@/lib/db";
import { areaFigures, areaLocations, ownAreas } from "@/lib/reports/queries";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { setFirstWindow } from "@/lib/windows/support/set-first-window";
import { cast, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { directoryCsv, home, imported, noticesOf } from "@/tests/support/registers";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const inOctober = new Date("2026-10-20T10:00:00Z");
const inNovember = new Date("2026-11-10T10:00:00Z");
const firstWindow = async () => (await calendarNow()).owedFrom;
const bringIn = async (now: Date, cells = {}) =>
  imported("cqc", await directoryCsv("oldham.csv", { lines: [home("1-101", cells)] }), { now });

const seen = async (now: Date) => {
  const { olive } = world.users;
  const [area] = await ownAreas(olive);
  if (!area) throw new Error("no area");
  const window = windowFor(await calendarNow(), monthFor(now), now);
  const list = { search: "Home 1-101", state: "all", by: "name", descending: false, page: 1, size: 50 } as const;
  const { rows } = await areaLocations(olive, area, "care_home", window, list, now);
  return { row: rows[0], due: (await areaFigures(olive, area, "care_home", window, now)).due };
};

test("a register just imported holds nothing against anyone: returns are due from the next full window", async () => {
  expect(noticesOf(await bringIn(inOctober)).join()).toMatch(/returns are due from this window on/);
  expect(await firstWindow()).toBe("2026-11");
  expect((await seen(inOctober)).due).toBe(0);
  expect((await seen(inNovember)).row).toMatchObject({ standing: { standing: "on track" }, filedAt: null });
  await bringIn(inNovember);
  expect(await firstWindow()).toBe("2026-11");
});

test("an import within a window, or on the day that it opens, begins with the next one; before the 8th with that month's", async () => {
  for (const [day, month] of [
    ["2026-11-07T23:30:00Z", "2026-11"],
    ["2026-11-08T00:30:00Z", "2026-12"],
    ["2026-12-14T10:00:00Z", "2027-01"],
  ] as const) {
    await emptyDatabase();
    await bringIn(new Date(day));
    expect([day, await firstWindow()]).toEqual([day, month]);
  }
});

test("what support has chosen stays, and a dry run chooses nothing", async () => {
  await imported("cqc", await directoryCsv("dry.csv", { lines: [home("1-101")] }), { now: inOctober, dryRun: true });
  expect(await firstWindow()).toBeNull();
  await setFirstWindow(world.users.sam, { month: "2026-12", reason: "The service begins in December" });
  expect(noticesOf(await bringIn(inOctober)).join()).not.toMatch(/returns are due from/);
  expect(await firstWindow()).toBe("2026-12");
});

test("a location owes from its own registration where that is later, and owes without any user, which is said", async () => {
  await setFirstWindow(world.users.sam, { month: "2026-09", reason: "The service began" });
  await bringIn(inOctober, { "Location HSCA start date": "09/10/2026" });
  expect((await seen(inOctober)).row).toBeUndefined();
  expect((await seen(inNovember)).row).toMatchObject({ hasUser: false, standing: { standing: "on track" } });
  const { olive } = world.users;
  const [area] = await ownAreas(olive);
  const window = windowFor(await calendarNow(), "2026-11", inNovember);
  const list = { search: "Rosewood", state: "all", by: "name", descending: false, page: 1, size: 50 } as const;
  const { rows } = await areaLocations(olive, area!, "care_home", window, list, inNovember);
  expect(rows.find(({ name }) => name === "Rosewood")?.hasUser).toBe(true);
});

test("after a pause of scheduled work no one gets “the window is open” and a reminder on one day", async () => {
  const lastDays = new Date("2026-11-14T09:00:00Z");
  await announceWindow(lastDays);
  await remindOfReturns(lastDays);
  const sent = await db.email.findMany({ where: { to: "amina@cast.example" }, select: { template: true } });
  expect(sent).toEqual([{ template: "return-reminder" }]);
});

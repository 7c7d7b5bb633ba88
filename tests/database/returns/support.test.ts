import { Forbidden } from "@/lib/access/policy";
import { db } from "@/lib/db";
import { calendarNow, dueReturns, windowsNow } from "@/lib/returns/queries";
import { endExtension } from "@/lib/returns/support/end-extension";
import { endSeason } from "@/lib/returns/support/end-season";
import { extendWindow } from "@/lib/returns/support/extend-window";
import { importBankHolidays } from "@/lib/returns/support/import-bank-holidays";
import { setSeason } from "@/lib/returns/support/set-season";
import { switchCollection } from "@/lib/returns/support/switch-collection";
import { emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, inWindow } from "@/tests/support/cast";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const asked = { month: "2026-11", lastDay: "2026-11-20", location: "", reason: "Snow in the north" };

test("an extended window closes later for everyone, with the reason in the record", async () => {
  expect(await extendWindow(world.users.sam, asked, inWindow)).toMatchObject({ ok: true });
  expect((await windowsNow(inWindow)).current).toMatchObject({
    lastDay: "2026-11-20",
    extendedBecause: "Snow in the north",
  });
  const audit = await db.audit.findMany({ where: { table: "window_extension" } });
  expect(audit).toMatchObject([{ accountId: world.users.sam.id, reason: "Snow in the north", operation: "insert" }]);
});

test("an extension says what is wrong with it, all at once", async () => {
  const wrong = async (changes: Partial<typeof asked>) => {
    const outcome = await extendWindow(world.users.sam, { ...asked, ...changes }, inWindow);
    return outcome.ok ? [] : outcome.problems.map(({ message }) => message);
  };
  expect(await wrong({ lastDay: "2026-11-16", location: "1-0", reason: " " })).toEqual([
    "The November 2026 window closes on 16 November 2026: enter a later day",
    "No location has this id. Enter the id that its register gives it",
    "Enter the reason",
  ]);
  expect(await wrong({ lastDay: "2026-12-08" })).toEqual([
    "Enter 7 December 2026 or earlier: after it the next window opens",
  ]);
});

test("an extension that was taken back no longer holds, and another may follow", async () => {
  await extendWindow(world.users.sam, asked, inWindow);
  const { id } = await db.windowExtension.findFirstOrThrow();
  expect(await endExtension(world.users.sam, id, "", inWindow)).toMatchObject({ ok: false });
  await endExtension(world.users.sam, id, "The roads are clear", inWindow);
  expect((await windowsNow(new Date(+inWindow + 1000))).current?.lastDay).toBe("2026-11-16");
  expect(await extendWindow(world.users.sam, asked, new Date(+inWindow + 1000))).toMatchObject({ ok: true });
});

test("a season runs in the months that support gives, and ends when support says so", async () => {
  const covid = { key: "covid", from: "2026-11", until: "2026-12", reason: "The autumn campaign" };
  await setSeason(world.users.sam, covid);
  const on = async (month: string) =>
    (await calendarNow()).seasonsIn(month).filter(({ from, until }) => from <= month && month <= until);
  expect((await on("2026-12")).map(({ key }) => key)).toEqual(["covid", "flu"]);
  expect((await on("2027-01")).map(({ key }) => key)).toEqual(["flu"]);
  const { id } = await db.season.findFirstOrThrow();
  await endSeason(world.users.sam, id, "It is over", inWindow);
  expect((await on("2026-12")).map(({ key }) => key)).toEqual(["flu"]);
  expect(await setSeason(world.users.sam, { ...covid, until: "2026-10" })).toMatchObject({ ok: false });
});

test("a collection that support switches on is asked of those provider types", async () => {
  const collectionsOf = async () => (await dueReturns(world.users.dan, inWindow)).map(({ collection }) => collection);
  expect(await collectionsOf()).toEqual(["home_care", "business_continuity"]);
  await switchCollection(
    world.users.sam,
    { collection: "home_care_daily", types: ["home_care", "gp"], reason: "A new wave" },
    inWindow,
  );
  await switchCollection(
    world.users.sam,
    { collection: "business_continuity", types: [], reason: "Not now" },
    inWindow,
  );
  expect(await collectionsOf()).toEqual(["home_care", "home_care_daily"]);
  await switchCollection(world.users.sam, { collection: "home_care_daily", types: [], reason: "Over" }, inWindow);
  expect(await collectionsOf()).toEqual(["home_care"]);
  expect(await db.collectionSwitch.count()).toBe(3);
});

test("GOV.UK's bank holidays count once imported, and another file changes nothing", async () => {
  const file = (dates: string[]) =>
    JSON.stringify({
      "england-and-wales": {
        division: "england-and-wales",
        events: dates.map((date) => ({ title: "A day off", date, notes: "", bunting: true })),
      },
    });
  expect(await importBankHolidays(world.users.sam, file(["2026-12-14", "2026-12-25"]))).toMatchObject({
    ok: true,
    value: { holidays: 2, until: "2026-12-31" },
  });
  const december = new Date("2026-12-10T09:00:00Z");
  expect((await windowsNow(december)).current).toMatchObject({ lastDay: "2026-12-15" });
  for (const wrong of ["", "{}", "[]", file([]), file(["14 December"])])
    expect(await importBankHolidays(world.users.sam, wrong)).toMatchObject({ ok: false });
  expect(await db.bankHoliday.count()).toBe(2);
  await importBankHolidays(world.users.sam, file(["2026-12-25"]));
  expect((await windowsNow(december)).current).toMatchObject({ lastDay: "2026-12-14" });
});

test("windows, seasons, collections and holidays are support's alone", async () => {
  for (const name of ["amina", "olive", "nate", "petra", "agnes"] as const) {
    const user = world.users[name];
    const tries = [
      () => extendWindow(user, asked, inWindow),
      () => endExtension(user, 1, "x", inWindow),
      () => setSeason(user, { key: "covid", from: "2026-11", until: "2026-12", reason: "x" }),
      () => endSeason(user, 1, "x", inWindow),
      () => switchCollection(user, { collection: "hospice", types: [], reason: "x" }, inWindow),
      () => importBankHolidays(user, "{}"),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toBeInstanceOf(Forbidden);
  }
});

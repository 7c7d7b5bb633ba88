import { Forbidden } from "@/lib/access/policy";
import { bedsForm } from "@/lib/beds/beds-form";
import { confirmBeds } from "@/lib/beds/confirm-beds";
import { db } from "@/lib/db";
import { owedReturns } from "@/lib/returns/reminders/owed-returns";
import { startingBedTypes } from "@/lib/questions/bed-types";
import {
  calendarNow,
  complianceOf,
  dueReturns,
  history,
  receipt,
  standingsSeenBy,
  windowsNow,
} from "@/lib/returns/queries";
import { submitReturn } from "@/lib/returns/submit-return";
import { addBedType } from "@/lib/beds/support/add-bed-type";
import { correctBedType } from "@/lib/beds/support/correct-bed-type";
import { endExtension } from "@/lib/windows/support/end-extension";
import { endSeason } from "@/lib/windows/support/end-season";
import { endUsualSeason } from "@/lib/windows/support/end-usual-season";
import { extendWindow } from "@/lib/windows/support/extend-window";
import { importBankHolidays } from "@/lib/windows/support/import-bank-holidays";
import { setFirstWindow } from "@/lib/windows/support/set-first-window";
import { setSeason } from "@/lib/windows/support/set-season";
import { switchCollection } from "@/lib/windows/support/switch-collection";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { filingOf, rosewoodTyped } from "@/tests/support/returns";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

/** Bed types are of the tables that stay between tests. */
afterEach(async () => {
  await emptyDatabase();
  await (await asOwner()).query("select set_config('capacity.actor', 'test', false)");
  await (await asOwner()).query("delete from bed_type where key = 'HOS_YOUNG_ADULTS'");
  await (await asOwner()).query("update bed_type set counted_before = '{}' where key = 'COMM'");
});

const asked = { month: "2026-11", lastDay: "2026-11-20", locations: "", reason: "Snow in the north" };

test("an extended window closes later for everyone, with the reason in the record", async () => {
  expect(await extendWindow(world.users.sam, asked, inWindow)).toMatchObject({ ok: true });
  expect((await windowsNow(inWindow)).current).toMatchObject({
    lastDay: "2026-11-20",
    extendedBecause: "Snow in the north",
  });
  const audit = await db.audit.findMany({ where: { table: "window_extension" } });
  expect(audit).toMatchObject([{ accountId: world.users.sam.id, reason: "Snow in the north", operation: "insert" }]);
});

test("every problem with an extension is shown at once", async () => {
  const wrong = async (changes: Partial<typeof asked>) => {
    const outcome = await extendWindow(world.users.sam, { ...asked, ...changes }, inWindow);
    return outcome.ok ? [] : outcome.problems.map(({ message }) => message);
  };
  expect(await wrong({ lastDay: "2026-11-16", locations: "1-0", reason: " " })).toEqual([
    "The November 2026 window closes on 16 November 2026. Enter a later date",
    "No location has the ID 1-0. Enter up to 200 CQC or ODS IDs",
    "Enter the reason",
  ]);
  expect(await wrong({ lastDay: "2026-12-08" })).toEqual([
    "Enter 7 December 2026 or earlier, because the next window opens after that",
  ]);
});

test("an extension that was withdrawn no longer applies, and another may follow", async () => {
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

  await setSeason(world.users.sam, { ...covid, until: "2027-03" });
  const again = await db.season.findFirstOrThrow({ where: { endedAt: null } });
  await endSeason(world.users.sam, again.id, "No one is left to vaccinate", new Date("2027-01-20T10:00:00Z"));
  expect((await on("2026-12")).map(({ key }) => key)).toEqual(["covid", "flu"]);
  expect((await on("2027-01")).map(({ key }) => key)).toEqual(["flu"]);
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

test("only support manages windows, seasons, collections and holidays", async () => {
  for (const name of ["amina", "olive", "nate", "petra", "agnes"] as const) {
    const user = world.users[name];
    const tries = [
      () => extendWindow(user, asked, inWindow),
      () => endExtension(user, 1, "x", inWindow),
      () => endUsualSeason(user, "flu", "x", inWindow),
      () => addBedType(user, beds),
      () => correctBedType(user, "HOS_ADULT", beds),
      () => setSeason(user, { key: "covid", from: "2026-11", until: "2026-12", reason: "x" }),
      () => endSeason(user, 1, "x", inWindow),
      () => switchCollection(user, { collection: "hospice", types: [], reason: "x" }, inWindow),
      () => importBankHolidays(user, "{}"),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toBeInstanceOf(Forbidden);
  }
});

test("a window is extended for several locations at once, and an id that is not a location is named", async () => {
  const ids = await db.location.findMany({
    where: { id: { in: [world.at.rosewood, world.at.larch] } },
    select: { registerId: true },
  });
  const locations = ids.map(({ registerId }) => registerId.replaceAll(" ", "")).join("\n");
  await (await asOwner()).query("select set_config('capacity.actor', 'test', false)");
  await (await asOwner()).query("update location set register_id = replace(register_id, ' ', '')");
  expect(await extendWindow(world.users.sam, { ...asked, locations: `${locations}, 1-0` }, inWindow)).toMatchObject({
    problems: [{ field: "locations", message: expect.stringContaining("ID 1-0.") as string }],
  });
  expect(await extendWindow(world.users.sam, { ...asked, locations }, inWindow)).toMatchObject({ value: { count: 2 } });
  const closes = async (id?: number) => (await windowsNow(inWindow, id)).current?.lastDay;
  expect([await closes(world.at.rosewood), await closes(world.at.larch), await closes(world.at.willowbank)]).toEqual([
    "2026-11-20",
    "2026-11-20",
    "2026-11-16",
  ]);
  expect(await extendWindow(world.users.sam, { ...asked, locations }, inWindow)).toMatchObject({
    problems: [{ field: "locations" }],
  });
});

test("the usual flu season can be switched off, and then waits for support", async () => {
  const on = async (month: string) => (await calendarNow()).seasonsIn(month).map(({ key }) => key);
  expect(await on("2026-12")).toEqual(["flu"]);
  expect(await endUsualSeason(world.users.sam, "flu", " ", inWindow)).toMatchObject({ ok: false });
  expect(await endUsualSeason(world.users.sam, "covid", "There is none", inWindow)).toMatchObject({ ok: false });
  expect(await endUsualSeason(world.users.sam, "flu", "Asked elsewhere", inWindow)).toMatchObject({ ok: true });
  expect([await on("2026-12"), await on("2027-12")]).toEqual([[], []]);
  await setSeason(world.users.sam, { key: "flu", from: "2027-11", until: "2028-03", reason: "Again" });
  expect((await calendarNow()).seasonsIn("2027-12")).toMatchObject([{ key: "flu", from: "2027-11" }]);
});

const beds = {
  service: "hospice",
  label: " Young  adults ",
  group: "short_stay",
  from: "2026-11",
  until: "",
  definition: "A bed for someone\nof 18 to 25.",
  example: "A student with a rare illness.",
  reason: "The hospice asked",
};

test("a bed type that support adds, renames and ends is asked accordingly, and past figures keep their beds", async () => {
  const labels = async (now = inWindow) =>
    (await bedsForm(world.users.hope, world.at.brightwell, now))?.bedTypes.map(({ label }) => label);
  expect(await labels()).toEqual(["Adult inpatient", "Children's inpatient", "Respite"]);
  expect(await addBedType(world.users.sam, beds)).toEqual({
    ok: true,
    value: { key: "HOS_YOUNG_ADULTS" },
  });
  expect(await labels()).toContain("Young adults");
  expect(await labels(new Date("2026-10-20T10:00:00Z"))).not.toContain("Young adults");
  expect(await addBedType(world.users.sam, beds)).toMatchObject({
    problems: [{ field: "label" }],
  });
  const typed = {
    "beds.HOS_YOUNG_ADULTS.capacity": "4",
    "beds.HOS_YOUNG_ADULTS.occupied": "3",
    "beds.HOS_YOUNG_ADULTS.reserved": "0",
    "beds.HOS_YOUNG_ADULTS.accepting": "1",
    overall_status: "green",
    workforce_status: "green",
    ...Object.fromEntries(["masks", "gloves", "aprons", "eyes", "sanitiser"].map((key) => [`ppe_${key}`, "blue"])),
  };
  const filed = await submitReturn(
    world.users.hope,
    { locationId: world.at.brightwell, collection: "hospice", typed, idempotencyKey: "young", source: "form" },
    inWindow,
  );
  if (!filed.ok) throw new Error(filed.problems.map(({ message }) => message).join("; "));
  const change = {
    ...beds,
    label: "Adults under 25",
    group: "long_stay",
    from: "2026-11",
    until: "2026-11",
    reason: "Corrected",
  };
  expect(await correctBedType(world.users.sam, "HOS_YOUNG_ADULTS", change)).toMatchObject({ ok: true });
  expect(await labels()).toContain("Adults under 25");
  expect(await labels(new Date("2026-12-10T10:00:00Z"))).not.toContain("Adults under 25");
  const { reference } = filed.value;
  expect((await receipt(world.users.hope, reference))?.bedTypes).toMatchObject([{ label: "Adults under 25" }]);
  const audit = await db.audit.findMany({
    where: { table: "bed_type", rowId: "HOS_YOUNG_ADULTS" },
    orderBy: { id: "asc" },
  });
  expect(audit.map(({ reason }) => reason)).toEqual(["The hospice asked", "Corrected"]);
});

test("every problem with a bed type is shown at once", async () => {
  const wrong = {
    label: " ",
    group: "",
    from: "2026-12",
    until: "2026-11",
    service: "gp",
    definition: " ",
    example: "x".repeat(301),
    reason: "",
  };
  const outcome = await addBedType(world.users.sam, wrong);
  expect(outcome.ok ? [] : outcome.problems.map(({ field }) => field)).toEqual([
    "service",
    "label",
    "group",
    "until",
    "definition",
    "example",
    "reason",
  ]);
  expect(await correctBedType(world.users.sam, "NONE", beds)).toMatchObject({ ok: false });
});

test("a bed type moved to another kind of provider is asked there, and what was counted before stays", async () => {
  const { users, at } = world;
  const asked = async () => [
    (await bedsForm(users.amina, at.rosewood, inWindow))?.bedTypes.some(({ key }) => key === "COMM"),
    (await bedsForm(users.hope, at.brightwell, inWindow))?.bedTypes.some(({ key }) => key === "COMM"),
  ];
  expect(await asked()).toEqual([true, false]);
  const figures = { capacity: "3", occupied: "2", reserved: "0", accepting: "1" };
  const typed: Record<string, string> = { ...rosewoodTyped };
  for (const [figure, count] of Object.entries(figures)) typed[`beds.COMM.${figure}`] = count;
  const filed = await submitReturn(users.amina, { ...filingOf(at.rosewood), typed }, inWindow);
  if (!filed.ok) throw new Error(filed.problems.map(({ message }) => message).join("; "));
  const { label, definition, example, group } = startingBedTypes.care_home.find(({ key }) => key === "COMM") ?? beds;
  const moved = { ...beds, label, definition, example, group, from: "" };
  expect(await correctBedType(users.sam, "COMM", moved)).toMatchObject({ ok: true });
  expect(await asked()).toEqual([false, true]);
  const shown = await receipt(users.amina, filed.value.reference);
  expect(shown?.bedTypes.map(({ label }) => label)).toContain("Community care");
  const past = await history(users.amina, at.rosewood, "care_home", inWindow);
  expect(past?.bedTypes.map(({ key }) => key)).toContain("COMM");
  const { id: looked } = await db.bedUpdate.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(await confirmBeds(users.amina, { locationId: at.rosewood, looked, source: "unchanged" }, inWindow)).toEqual({
    ok: true,
    value: null,
  });
  const counts = await db.bedCount.findMany({ where: { bedTypeKey: "COMM" } });
  expect(counts.map(({ bedUpdateId }) => bedUpdateId)).toEqual([looked]);
  expect(await correctBedType(users.sam, "COMM", { ...moved, service: "care_home" })).toMatchObject({ ok: true });
  expect(await asked()).toEqual([true, false]);
});

test("no window before the service's first is owed or held against anyone, now or on a past day", async () => {
  const { sam, amina } = world.users;
  const stood = async (asOf: Date) => {
    const [first] = (await complianceOf(amina, world.at.rosewood, asOf)) ?? [];
    const listed = (await standingsSeenBy(amina, "care_home", asOf)).get(world.at.rosewood);
    expect(listed).toEqual({
      standing: first?.compliance.standing,
      because: first?.compliance.because,
      why: first?.compliance.why,
    });
    return [first?.compliance.standing, ...(first?.compliance.because ?? [])];
  };
  const due = async () =>
    (await dueReturns(amina, inWindow)).find(({ collection }) => collection === "care_home")?.state;
  expect((await stood(inWindow))[0]).toBe("notice threshold");
  expect(await setFirstWindow(sam, { month: "", reason: "" })).toMatchObject({ ok: false, problems: [{}, {}] });
  await expect(setFirstWindow(amina, { month: "2026-09", reason: "No" })).rejects.toThrow(Forbidden);

  await setFirstWindow(sam, { month: "2026-09", reason: "The service began" });
  expect(await stood(inWindow)).toEqual(["at risk", "2026-09", "2026-10"]);
  expect(await stood(new Date("2026-08-20T10:00:00Z"))).toEqual(["on track"]);
  expect(await due()).toBe("due");
  await setFirstWindow(sam, { month: "2026-12", reason: "It begins later" });
  expect(await due()).toBe("not due");
  expect(await owedReturns("2026-11", inWindow)).toEqual([]);
});

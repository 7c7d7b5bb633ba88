import { placePage } from "@/lib/capacity/place-page";
import { db, system, transact } from "@/lib/db";
import { recordChanges } from "@/lib/records/changes";
import { linkedPractices, linkPractice, unlinkPractice } from "@/lib/records/linked-practices";
import { notesOfRecord, removeNote, saveNote } from "@/lib/records/notes";
import { ownDetailsOf, type OwnDetailsTyped, saveOwnDetails } from "@/lib/records/own-details";
import { recordPlace } from "@/lib/records/record-place";
import { saveSuitability } from "@/lib/records/save-suitability";
import { saidStatus, saveStatus, type StatusTyped, takeBackStatus } from "@/lib/records/status";
import { newestSuitability } from "@/lib/records/suitability";
import { cast, type Cast, inWindow, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const rosewood = async () => {
  const place = await recordPlace(world.users.amina, world.at.rosewood, inWindow);
  if (!place) throw new Error("Amina works there");
  return place;
};
const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
  (outcome.problems ?? []).map(({ field }) => field);
const found = () => placePage(world.users.harun, world.at.rosewood, inWindow);
const newer = { ok: false, problems: [{ warning: true, code: "record.newer" }] };

describe("a location's own name, address and website", () => {
  const typed = (given: Partial<OwnDetailsTyped> = {}): OwnDetailsTyped => ({
    ...{ version: 0, tradingName: "", shortName: "", address: "", postcode: "", website: "", over: false },
    ...{ locationId: world.at.rosewood, ...given },
  });
  const save = (given: Partial<OwnDetailsTyped>, who: PersonName = "amina") =>
    saveOwnDetails(world.users[who], typed(given), inWindow);

  test("stand beside the register's, and Find leads to their website", async () => {
    expect((await save({ tradingName: " The  Rose ", postcode: "ol11aa", website: "www.rose.example" })).ok).toBe(true);
    expect(await ownDetailsOf(await rosewood())).toMatchObject({ tradingName: "The Rose", postcode: "OL1 1AA" });
    expect(await found()).toMatchObject({ name: "Rosewood", website: "www.rose.example", tradingName: "The Rose" });
  });

  test("are refused beside each field where they are wrong, and a website of another kind never passes", async () => {
    const wrong = await save({ shortName: "x".repeat(31), postcode: "OL1", website: "javascript:alert(1)" });
    expect(fieldsOf(wrong)).toEqual(["shortName", "postcode", "website"]);
    expect(await ownDetailsOf(await rosewood())).toBeNull();
  });

  test("of two who save at once the second is told, and may replace the first knowingly", async () => {
    expect((await save({ tradingName: "One" }, "ben")).ok).toBe(true);
    expect(await save({ tradingName: "Two" })).toMatchObject(newer);
    expect((await ownDetailsOf(await rosewood()))?.tradingName).toBe("One");
    expect((await save({ tradingName: "Two", over: true })).ok).toBe(true);
    expect(await ownDetailsOf(await rosewood())).toMatchObject({ tradingName: "Two", version: 2 });
  });
});

describe("the note log", () => {
  const save = (note: number, text: string, who: PersonName = "amina", at = inWindow, over = false) =>
    saveNote(world.users[who], { locationId: world.at.rosewood, note, text, over }, at);
  const log = async (at = inWindow) => notesOfRecord(await rosewood(), at);
  const standing = async () => (await log()).filter(({ endedAt }) => endedAt === null);

  test("shows its notes in Find, and keeps the earlier wording of each and those taken down", async () => {
    await save(0, "Ring before 4pm.");
    const [first] = await standing();
    await save(first?.id ?? 0, "Ring before 5pm.", "ben");
    expect((await found())?.notes.map(({ text }) => text)).toEqual(["Ring before 5pm."]);
    const [now] = await standing();
    await removeNote(world.users.amina, { locationId: world.at.rosewood, note: now?.id ?? 0 }, inWindow);
    expect((await found())?.notes).toEqual([]);
    expect((await log()).map(({ text, replaced }) => [text, replaced])).toEqual([
      ["Ring before 5pm.", false],
      ["Ring before 4pm.", true],
    ]);
  });

  test("asks about a note after six months, and not before", async () => {
    await save(0, "Couples welcome.");
    const later = (days: number) => new Date(inWindow.getTime() + days * 86_400_000);
    expect((await log(later(180)))[0]?.old).toBe(false);
    expect((await log(later(190)))[0]?.old).toBe(true);
  });

  test("tells the second of two who change a note at once", async () => {
    await save(0, "One.");
    const [first] = await standing();
    await save(first?.id ?? 0, "Two.", "ben");
    expect(await save(first?.id ?? 0, "Three.")).toMatchObject(newer);
    expect((await save(first?.id ?? 0, "Three.", "amina", inWindow, true)).ok).toBe(true);
    expect((await standing()).map(({ text }) => text)).toEqual(["Three."]);
  });

  test("refuses an empty note and one that is too long, and knows no note of another location", async () => {
    expect(fieldsOf(await save(0, " \n "))).toEqual(["text"]);
    expect(fieldsOf(await save(0, "x".repeat(1001)))).toEqual(["text"]);
    await save(0, "Ours.");
    const [ours] = await standing();
    const theirs = { locationId: world.at.willowbank, note: ours?.id ?? 0, text: "Theirs", over: true };
    expect((await saveNote(world.users.carla, theirs, inWindow)).ok).toBe(false);
    await removeNote(world.users.carla, theirs, inWindow);
    expect((await standing()).map(({ text }) => text)).toEqual(["Ours."]);
  });
});

describe("whom a location suits, who may pay and what it costs", () => {
  const save = (typed: Record<string, string | string[]>, looked = 0, who: PersonName = "amina", over = false) =>
    saveSuitability(world.users[who], { locationId: world.at.rosewood, looked, typed, over }, inWindow);

  test("is shown in Find once it is saved, with what was left open not said", async () => {
    const council = await db.area.findFirstOrThrow({
      where: { kind: "local_authority", name: { contains: "Oldham" } },
    });
    const typed = {
      ...{ funding: ["nhs", "self"], who: "dementia", nursing: "no", "need.hoist": "yes", "need.wheelchair": "no" },
      ...{ roomsFor: "women", admitsUntil: "18", contract: String(council.id), newContract: "" },
      ...{ "price.GEN_RES.from": "£900", "price.GEN_RES.to": "1,050" },
    };
    expect(await save(typed)).toEqual({ ok: true, value: null });
    expect((await found())?.suits).toMatchObject({
      ...{ funding: ["nhs", "self"], whoFor: ["Dementia"], nursing: false, hoist: true, wheelchair: false },
      ...{ bariatric: null, roomsFor: "women", admitsUntil: 18, contracts: [council.name] },
    });
    const stated = await newestSuitability(world.at.rosewood);
    expect(stated?.prices).toEqual([expect.objectContaining({ bedTypeKey: "GEN_RES", from: 900, to: 1050 })]);
  });

  test("is refused with a sentence beside each price that is none", async () => {
    const wrong = { "price.GEN_RES.from": "lots", "price.DEM_RES.from": "900", "price.DEM_RES.to": "800" };
    expect(fieldsOf(await save(wrong))).toEqual(["price.GEN_RES.from", "price.DEM_RES.to"]);
    expect(await newestSuitability(world.at.rosewood)).toBeNull();
  });

  test("is stated anew each time, so that of two who save at once the second is told", async () => {
    await save({ funding: "nhs" });
    const first = await newestSuitability(world.at.rosewood);
    expect((await save({ funding: "council" }, first?.id, "ben")).ok).toBe(true);
    expect(await save({ funding: "self" }, first?.id)).toMatchObject(newer);
    expect((await newestSuitability(world.at.rosewood))?.funding).toEqual(["council"]);
    expect((await save({ funding: "self" }, first?.id, "amina", true)).ok).toBe(true);
    expect(await db.suitability.count({ where: { locationId: world.at.rosewood } })).toBe(3);
  });

  test("asks home care where it goes, and refuses what is no postcode district", async () => {
    const larch = (typed: Record<string, string>) =>
      saveSuitability(world.users.dan, { locationId: world.at.larch, looked: 0, typed, over: false }, inWindow);
    expect(fieldsOf(await larch({ districts: "S70, Barnsley", milesServed: "0" }))).toEqual([
      "districts",
      "milesServed",
    ]);
    expect((await larch({ districts: "s70, S71 s70", milesServed: "8", hoursFree: "30" })).ok).toBe(true);
    expect(await newestSuitability(world.at.larch)).toMatchObject({ districts: ["S70", "S71"], milesServed: 8 });
  });
});

describe("linked general practices", () => {
  const link = (practice: number, who: PersonName = "amina") =>
    linkPractice(world.users[who], { locationId: world.at.rosewood, practice }, inWindow);

  test("are linked once, taken off again, and kept in the record", async () => {
    await link(world.at.surgery);
    await link(world.at.surgery, "ben");
    expect((await linkedPractices(await rosewood())).map(({ name }) => name)).toEqual(["Millgate Surgery"]);
    const one = { locationId: world.at.rosewood, practice: world.at.surgery };
    await unlinkPractice(world.users.ben, one, inWindow);
    expect(await linkedPractices(await rosewood())).toEqual([]);
    expect(await db.linkedPractice.count()).toBe(1);
    await link(world.at.surgery);
    expect(await linkedPractices(await rosewood())).toHaveLength(1);
  });

  test("can only be general practices", async () => {
    expect((await link(world.at.infirmary)).ok).toBe(false);
    expect((await link(world.at.rosewood)).ok).toBe(false);
    expect((await link(99_999_999)).ok).toBe(false);
  });
});

describe("what is about to change at a location", () => {
  const typed = (given: Partial<StatusTyped> = {}): StatusTyped => ({
    ...{ looked: 0, said: "closing", day: "1", month: "12", year: "2026", note: "", over: false },
    ...{ locationId: world.at.rosewood, ...given },
  });
  const save = (given: Partial<StatusTyped> = {}, who: PersonName = "amina") =>
    saveStatus(world.users[who], typed(given), inWindow);

  test("is seen by its council, takes it out of Find, and is taken back", async () => {
    expect((await save({ note: "Ask at Hawthorn House." })).ok).toBe(true);
    const council = await recordPlace(world.users.olive, world.at.rosewood, inWindow);
    expect(council && (await saidStatus(council))).toMatchObject({ said: "closing", from: "2026-12-01" });
    expect(await found()).toBeNull();
    await takeBackStatus(world.users.ben, world.at.rosewood, inWindow);
    expect(await saidStatus(await rosewood())).toBeNull();
    expect(await found()).not.toBeNull();
  });

  test("leaves a location that changes hands in Find", async () => {
    await save({ said: "changing_hands" });
    expect(await found()).not.toBeNull();
  });

  test.each([
    ["it is deregistered", { deregisteredOn: new Date("2026-11-20") }],
    ["it becomes dormant", { dormant: true }],
    ["it has a successor", { successors: ["1-2"] }],
  ])("ends by itself when CQC's record changes: %s", async (_why, data) => {
    await save();
    const update = (given: object) =>
      transact(system("import"), "an import", (tx) =>
        tx.location.update({ where: { id: world.at.rosewood }, data: given }),
      );
    await update({ telephone: "01632 960 111" });
    expect(await saidStatus(await rosewood())).not.toBeNull();
    await update(data);
    const [row] = await db.statusChange.findMany();
    expect(row).toMatchObject({ endedBy: "register" });
  });

  test("needs a kind and a full date near today, and tells the second of two who say it at once", async () => {
    expect(fieldsOf(await save({ said: "", day: "31", month: "2" }))).toEqual(["said", "from"]);
    expect(fieldsOf(await save({ year: "2226" }))).toEqual(["from"]);
    await save({}, "ben");
    expect(await save({ said: "not_active" })).toMatchObject(newer);
    expect((await save({ said: "not_active", over: true })).ok).toBe(true);
    expect(await db.statusChange.count({ where: { endedAt: null } })).toBe(1);
  });
});

test("no one changes a section of a location where they do not work", async () => {
  const locationId = world.at.rosewood;
  for (const who of ["carla", "olive", "petra", "nate", "otto", "sita", "agnes", "gwen"] as const) {
    const user = world.users[who];
    const tries = [
      () => saveOwnDetails(user, { locationId, ...blankDetails }, inWindow),
      () => saveNote(user, { locationId, note: 0, text: "Mine", over: false }, inWindow),
      () => removeNote(user, { locationId, note: 1 }, inWindow),
      () => saveSuitability(user, { locationId, looked: 0, typed: {}, over: false }, inWindow),
      () => linkPractice(user, { locationId, practice: world.at.surgery }, inWindow),
      () => unlinkPractice(user, { locationId, practice: world.at.surgery }, inWindow),
      () => saveStatus(user, { locationId, ...blankStatus }, inWindow),
      () => takeBackStatus(user, locationId, inWindow),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow("Not allowed");
  }
});
const blankDetails = {
  version: 0,
  tradingName: "x",
  shortName: "",
  address: "",
  postcode: "",
  website: "",
  over: true,
};
const blankStatus = { looked: 0, said: "closing", day: "1", month: "12", year: "2026", note: "", over: true };

test("what changed is told in words with names, newest first, and not what others noted about the location", async () => {
  const locationId = world.at.rosewood;
  await saveNote(world.users.amina, { locationId, note: 0, text: "Hello.", over: false }, inWindow);
  await linkPractice(world.users.ben, { locationId, practice: world.at.surgery }, inWindow);
  await saveStatus(world.users.ben, { locationId, ...blankStatus }, inWindow);
  const page = { page: 1, size: 25 };
  const { rows } = await recordChanges(world.users.ben, await rosewood(), page);
  expect(rows.slice(0, 3).map(({ by, what }) => `${by}: ${what}`)).toEqual([
    "Ben Carter: Told us that Rosewood is closing",
    "Ben Carter: Linked Millgate Surgery to Rosewood",
    "Amina Yusuf: Added a note of Rosewood",
  ]);
  const hawthorn = await recordPlace(world.users.ben, world.at.hawthorn, inWindow);
  const theirs = hawthorn && (await recordChanges(world.users.ben, hawthorn, page));
  expect(theirs?.rows.filter(({ what }) => what.includes("Rosewood"))).toEqual([]);
  await expect(recordChanges(world.users.otto, await rosewood(), page)).rejects.toThrow("Not allowed");
});

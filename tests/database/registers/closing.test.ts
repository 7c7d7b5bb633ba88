import { confirmBeds } from "@/lib/beds/confirm-beds";
import { bedsForm } from "@/lib/beds/beds-form";
import { updateBeds } from "@/lib/beds/update-beds";
import { db, disconnect, system, transact } from "@/lib/db";
import { draftCsv, dueReturns, history, returnForm } from "@/lib/returns/queries";
import { saveDraft } from "@/lib/returns/save-draft";
import { submitReturn } from "@/lib/returns/submit-return";
import { setFirstWindow } from "@/lib/windows/support/set-first-window";
import { cast, inWindow as now, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { directoryCsv, home, imported, noticesOf } from "@/tests/support/registers";
import { filingOf, rosewoodTyped } from "@/tests/support/returns";
import { state } from "@/tests/support/stating";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  const where = { id: world.at.rosewood };
  const data = { register: "cqc", registerId: "1-101" } as const;
  await transact(system("test"), "in CQC's register", (tx) => tx.location.update({ where, data }));
  await setFirstWindow(world.users.sam, { month: "2026-01", reason: "The service began" });
});
afterAll(disconnect);

const theRest = () => directoryCsv("without-rosewood.csv", { lines: [home("1-102")] });
const closesRosewood = async () => imported("cqc", await theRest(), { full: true, now });
const closings = () =>
  db.email.findMany({
    where: { template: "location-closed" },
    orderBy: { to: "asc" },
    select: { to: true, props: true },
  });

test("everyone who files for a location that an import closes is emailed at once, and once", async () => {
  await imported("cqc", await theRest(), { full: true, now, dryRun: true });
  expect(await closings()).toEqual([]);
  expect(noticesOf(await closesRosewood())).toContain("person emailed that their location closed");
  const told = await closings();
  expect(told.map(({ to }) => to)).toEqual(
    expect.arrayContaining(["amina@cast.example", "ben@cast.example", "petra@cast.example"]),
  );
  expect(told[0]?.props).toMatchObject({
    places: [{ name: "Rosewood", closedOn: "2026-11-10", until: "2027-02-08" }],
  });
  await closesRosewood();
  expect(await closings()).toHaveLength(told.length);
});

test("home, returns, form, beds and history say that it is closed, since when, and until when it can be read", async () => {
  const { amina, ben } = world.users;
  await closesRosewood();
  const due = await dueReturns(amina, now);
  expect(new Set(due.map(({ state: its }) => its))).toEqual(new Set(["closed"]));
  expect(due[0]).toMatchObject({
    open: false,
    sentence: "Closed on 10 November 2026. You can read what was filed until 8 February 2027",
  });
  const closed = { on: "2026-11-10", readUntil: "2027-02-08" };
  expect((await returnForm(amina, world.at.rosewood, "care_home", now))?.closed).toEqual(closed);
  expect((await bedsForm(amina, world.at.rosewood, now))?.closed).toEqual(closed);
  expect((await history(amina, world.at.rosewood, "care_home", now))?.closed).toEqual(closed);
  const others = (await dueReturns(ben, now)).filter(({ location }) => location === "Hawthorn House");
  expect(others.map(({ state: its }) => its)).toContain("due");
});

test("a draft that was begun is kept: it can be read and downloaded, even months later", async () => {
  const { amina } = world.users;
  const draft = { locationId: world.at.rosewood, collection: "care_home", version: 0, typed: rosewoodTyped } as const;
  expect((await saveDraft(amina, draft, now)).ok).toBe(true);
  await closesRosewood();
  const typed = { ...rosewoodTyped, hours_paid: "4000" };
  expect(await saveDraft(amina, { ...draft, typed, version: 1 }, now)).toEqual({
    ok: true,
    value: { version: 2, closed: { on: "2026-11-10", readUntil: "2027-02-08" } },
  });
  for (const at of [now, new Date("2027-01-20T10:00:00Z")]) {
    const form = await returnForm(amina, world.at.rosewood, "care_home", at);
    expect(form).toMatchObject({ from: "draft", draft: { savedBy: "Amina Yusuf" } });
    expect(form && draftCsv(form)).toMatch(/^\uFEFFQuestion,Answer\r\nOpen to admissions,Open\r\n/);
  }
});

test("no one can file for it, or update or confirm its beds", async () => {
  const { amina } = world.users;
  const looked = await state(amina, world.at.rosewood, { at: now, free: { GEN_RES: 1 } });
  await closesRosewood();
  const sentence = (what: string): unknown => [
    expect.objectContaining({ message: `Rosewood closed on 10 November 2026, so ${what}` }),
  ];
  expect(await submitReturn(amina, filingOf(world.at.rosewood), now)).toMatchObject({
    ok: false,
    problems: sentence("no return can be filed for it"),
  });
  const before = await db.bedUpdate.count();
  const beds = { locationId: world.at.rosewood, typed: {}, idempotencyKey: "closed", source: "form" } as const;
  const refused = { ok: false, problems: sentence("its beds can no longer be updated") };
  expect(await updateBeds(amina, beds, now)).toMatchObject(refused);
  expect(await confirmBeds(amina, { locationId: world.at.rosewood, looked, source: "form" }, now)).toMatchObject(
    refused,
  );
  expect(await db.bedUpdate.count()).toBe(before);
});

import type { User } from "@/lib/access/user";
import { db, disconnect } from "@/lib/db";
import { submitReturn } from "@/lib/returns/submit-return";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { acceptWorkbook, kindCode } from "@/lib/workbook/accept-workbook";
import { checkAgain } from "@/lib/workbook/check-again";
import { discardWorkbook } from "@/lib/workbook/discard-workbook";
import { workbookOf, workbookFile, workbookReceipts, workbookReturns } from "@/lib/workbook/queries";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { workbookTemplate } from "@/lib/workbook/template";
import { cast, countOf, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";
import { homeCareTyped } from "@/tests/support/rosewood";
import { type Change, changed } from "@/tests/support/changed-workbook";
import { sendWorkbook } from "@/tests/support/workbooks";

beforeEach(emptyDatabase);
afterAll(async () => {
  await endReadingWorkbooks();
  await disconnect();
});

const october = new Date("2026-10-12T10:00:00Z");
const later = new Date("2026-11-10T11:00:00Z");
const on = (name: string, heading: string, to: Change["to"], sheet = "Care home"): Change => ({
  sheet,
  row: [name],
  heading,
  to,
});
const flu = ["Residents vaccinated, flu", "Staff vaccinated, flu", "Agency staff vaccinated, flu"];

/** Rosewood and Hawthorn House have filed for October, so that November's workbook is filled in. */
async function filled(): Promise<Cast & { template: Uint8Array }> {
  const made = await cast();
  const { flu_residents: _, flu_staff: __, flu_agency_staff: ___, ...typed } = filingOf(1).typed;
  for (const place of ["rosewood", "hawthorn"] as const)
    expect(await submitReturn(made.users.ben, filingOf(made.at[place], { typed }), october)).toMatchObject({
      ok: true,
    });
  const home = filingOf(made.at.hawthorn, { collection: "home_care", typed: homeCareTyped });
  expect(await submitReturn(made.users.ben, home, october)).toMatchObject({ ok: true });
  return { ...made, template: (await workbookTemplate(made.users.ben, inWindow)).bytes };
}

const seasonal = (name: string) => flu.map((heading, at) => on(name, heading, at === 2 ? 0 : 5));

/** Every kind of warning ticked, with one reason. */
async function ticksOf(user: User, id: number): Promise<Record<string, string>> {
  const kinds = (await workbookOf(user, id, inWindow))?.review?.kinds ?? [];
  return Object.fromEntries(
    kinds.flatMap(({ code }) => [
      [`accept.${kindCode(code)}`, "yes"],
      [`reason.${kindCode(code)}`, "We opened a wing"],
    ]),
  );
}

test("a workbook in which nothing was changed files nothing", async () => {
  const { users, template } = await filled();
  const id = await sendWorkbook(users.ben, template, inWindow);
  const sent = await workbookOf(users.ben, id, inWindow);
  expect(sent).toMatchObject({ stage: "to review", problem: null });
  expect(sent?.review).toMatchObject({
    untouched: 5,
    counts: { new: 0, changed: 0, unchanged: 0, nil: 0, problems: 0 },
  });
  expect(await acceptWorkbook(users.ben, id, {}, inWindow)).toMatchObject({ ok: false });
});

test("a changed workbook leads to receipts: a change, no change and nil, each filed once, in the person's name", async () => {
  const { users, at, template } = await filled();
  const before = await countOf("return");
  const bytes = await changed(template, [
    ...seasonal("Rosewood"),
    on("Rosewood", "Care workers employed", 25),
    { sheet: "Care home beds", row: ["Rosewood", "General residential"], heading: "Occupied", to: 15 },
    on("Hawthorn House", "Action", "nil"),
    on("Hawthorn House", "Reason for nil return", "The service is closing"),
    on("Hawthorn House", "Action", "same", "Home care"),
    on("Hawthorn House", "Care staff vaccinated, flu", 3, "Home care"),
  ]);
  const id = await sendWorkbook(users.ben, bytes, inWindow);
  const { rows } = await workbookReturns(users.ben, id, { page: 1, size: 10 });
  expect(rows.map(({ location, verdict }) => [location, verdict])).toEqual([
    ...[
      ["Hawthorn House", "nil"],
      ["Rosewood", "new"],
    ],
    ["Hawthorn House", "unchanged"],
  ]);
  expect(rows[1]?.differences).toEqual(
    expect.arrayContaining([
      { key: "care_workers_employed", label: "Care workers employed", before: "24", after: "25" },
      { key: "beds.GEN_RES.occupied", label: "General residential: occupied", before: "16", after: "15" },
    ]),
  );
  expect(await countOf("return")).toBe(before);
  expect(await acceptWorkbook(users.ben, id, await ticksOf(users.ben, id), later)).toEqual({ ok: true, value: null });
  await runWorkbook(id, later);
  const filed = await workbookOf(users.ben, id, later);
  expect(filed).toMatchObject({ stage: "filed", problem: null });
  expect(filed?.reference).toMatch(/^LOT-/);
  const receipts = await workbookReceipts(users.ben, id, { page: 1, size: 10 });
  expect(receipts.total).toBe(3);
  expect(receipts.rows.map(({ location }) => location.name)).toEqual(rows.map(({ location }) => location));
  expect(await countOf("return")).toBe(before + 3);
  const rosewood = await db.return.findFirstOrThrow({
    where: { locationId: at.rosewood, supersededAt: null, month: new Date("2026-11-01") },
    include: { careHome: true, bedUpdate: { include: { counts: true } } },
  });
  expect(rosewood).toMatchObject({ source: "workbook", submittedById: users.ben.id, late: false });
  expect(rosewood.careHome).toMatchObject({ care_workers_employed: 25, nurses_employed: 4, flu_residents: 5 });
  expect(rosewood.bedUpdate?.counts).toMatchObject([{ bedTypeKey: "GEN_RES", occupied: 15, capacity: 20 }]);
  await runWorkbook(id, later);
  expect(await countOf("return")).toBe(before + 3);
  expect(await acceptWorkbook(users.ben, id, {}, later)).toMatchObject({ ok: false });
});

test("a warning is accepted for all that have it, with one reason, and returns without a tick are left out only when asked", async () => {
  const { users, template } = await filled();
  const bytes = await changed(
    template,
    ["Rosewood", "Hawthorn House"].flatMap((name) => [...seasonal(name), on(name, "Hours paid", 50_000)]),
  );
  const id = await sendWorkbook(users.ben, bytes, inWindow);
  const review = (await workbookOf(users.ben, id, inWindow))?.review;
  expect(review).toMatchObject({ asking: 2, counts: { new: 2, problems: 0 } });
  const codes = review?.kinds.map(({ code, count, warning }) => ({ code, count, warning })) ?? [];
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.every(({ warning }) => warning)).toBe(true);
  expect(await acceptWorkbook(users.ben, id, {}, later)).toMatchObject({ ok: false });
  expect(await acceptWorkbook(users.ben, id, await ticksOf(users.ben, id), later)).toMatchObject({ ok: true });
  const mails = await countOf("email");
  await runWorkbook(id, later);
  const kept = await db.acceptedWarning.findMany({ where: { reason: "We opened a wing" } });
  expect(kept.length).toBe(codes.reduce((sum, { count }) => sum + count, 0));
  const filed = await db.return.findMany({
    where: { source: "workbook" },
    orderBy: { id: "asc" },
    include: { location: true, careHome: true, bedUpdate: true },
  });
  expect(
    filed.map(({ locationId, location, careHome, bedUpdate }) => [
      ...[location.name, Number(careHome?.hours_paid), bedUpdate?.locationId === locationId],
    ]),
  ).toEqual([
    ["Hawthorn House", 50_000, true],
    ["Rosewood", 50_000, true],
  ]);
  expect(await countOf("email")).toBe(mails + 1);
});

test("the same file three times gets the same verdict three times", async () => {
  const { users, template } = await filled();
  const bytes = await changed(template, [
    on("Rosewood", "Care workers employed", "lots"),
    on("Rosewood", "Hours paid", -4),
  ]);
  const seen = [];
  for (let time = 0; time < 3; time++)
    seen.push((await workbookOf(users.ben, await sendWorkbook(users.ben, bytes, inWindow), inWindow))?.review);
  expect(seen[0]?.counts.problems).toBe(1);
  expect(seen[0]?.kinds.map(({ message }) => message)).toEqual(
    expect.arrayContaining(["Care workers employed must be a whole number, like 12"]),
  );
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

test("the window closes between review and acceptance: said, nothing filed, and the file is kept to be checked again", async () => {
  const { users, template } = await filled();
  const id = await sendWorkbook(users.ben, await changed(template, seasonal("Rosewood")), inWindow);
  const before = await countOf("return");
  const closed = new Date("2026-11-17T00:30:00Z");
  expect(await acceptWorkbook(users.ben, id, {}, closed)).toMatchObject({ ok: true });
  await runWorkbook(id, closed);
  const sent = await workbookOf(users.ben, id, closed);
  expect(sent?.stage).toBe("refused");
  expect(sent?.problem).toContain("nothing was filed");
  expect(sent?.problem).toContain("The window closed at");
  expect(await countOf("return")).toBe(before);
  expect(await workbookFile(users.ben, id, closed)).not.toBeNull();
  expect(await checkAgain(users.ben, id, closed)).toMatchObject({ ok: true });
  await runWorkbook(id, closed);
  expect((await workbookOf(users.ben, id, closed))?.stage).toBe("to review");
});

test("if two workbooks say different things about one home, the sender of the second is told of the first", async () => {
  const { users, template } = await filled();
  const one = await sendWorkbook(
    users.ben,
    await changed(template, [...seasonal("Rosewood"), on("Rosewood", "Care workers employed", 25)]),
    inWindow,
  );
  const other = await sendWorkbook(
    users.ben,
    await changed(template, [...seasonal("Rosewood"), on("Rosewood", "Care workers employed", 26)]),
    inWindow,
  );
  for (const id of [one, other]) expect(await acceptWorkbook(users.ben, id, {}, later)).toMatchObject({ ok: true });
  await Promise.all([runWorkbook(one, later), runWorkbook(other, later)]);
  const stages = [await workbookOf(users.ben, one, later), await workbookOf(users.ben, other, later)]
    .map((sent) => sent?.stage)
    .sort();
  expect(stages).toEqual(["filed", "refused"]);
});

test("we say no more about rows of other people's locations than about unknown ones, and no one else sees the workbook", async () => {
  const { users, template } = await filled();
  const bytes = await changed(template, seasonal("Rosewood"));
  const id = await sendWorkbook(users.carla, bytes, inWindow);
  const sent = await workbookOf(users.carla, id, inWindow);
  expect(JSON.stringify(sent)).not.toMatch(/Rosewood|Hawthorn/);
  const unknown = await sendWorkbook(users.carla, await changed(template, [on("Rosewood", "Id", 999_999)]), inWindow);
  const kinds = async (which: number) =>
    (await workbookOf(users.carla, which, inWindow))?.review?.kinds.map(({ message }) => message);
  expect(await kinds(unknown)).toEqual(await kinds(id));
  expect(await workbookOf(users.ben, id, inWindow)).toBeNull();
  expect(await workbookFile(users.ben, id, inWindow)).toBeNull();
  expect(await workbookReturns(users.ben, id, { page: 1, size: 10 })).toEqual({ rows: [], total: 0 });
  expect(await acceptWorkbook(users.ben, id, {}, inWindow)).toMatchObject({ ok: false });
  await discardWorkbook(users.ben, id);
  expect(await workbookOf(users.carla, id, inWindow)).not.toBeNull();
  for (const user of [users.olive, users.sam, users.petra])
    await expect(workbookOf(user, id, inWindow)).rejects.toThrow("Not allowed");
});

test("a row that says same may answer what is new, and may not change what was there", async () => {
  const { users, template } = await filled();
  const bytes = await changed(template, [
    ...seasonal("Rosewood"),
    on("Rosewood", "Action", "same"),
    ...seasonal("Hawthorn House"),
    on("Hawthorn House", "Action", "Same "),
    on("Hawthorn House", "Care workers employed", 25),
  ]);
  const id = await sendWorkbook(users.ben, bytes, inWindow);
  const { rows } = await workbookReturns(users.ben, id, { page: 1, size: 10 });
  expect(rows.map(({ location, verdict }) => [location, verdict])).toEqual([
    ["Hawthorn House", "problems"],
    ["Rosewood", "unchanged"],
  ]);
  expect(rows[0]?.problems.map(({ message }) => message)).toEqual([
    "The row says that nothing has changed, but figures in it were changed. Clear the action, or put the figures back",
  ]);
});

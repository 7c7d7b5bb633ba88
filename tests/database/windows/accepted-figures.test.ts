import { db, disconnect } from "@/lib/db";
import { returnForm } from "@/lib/returns/queries";
import { submitReturn } from "@/lib/returns/submit-return";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { acceptFigure, endAcceptedFigure } from "@/lib/windows/support/accept-figure";
import { acceptWorkbook } from "@/lib/workbook/accept-workbook";
import { workbookOf, workbookReturns } from "@/lib/workbook/queries";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { workbookTemplate } from "@/lib/workbook/template";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { changed } from "@/tests/support/changed-workbook";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf, rosewoodTyped, withoutFlu } from "@/tests/support/returns";
import { sendWorkbook } from "@/tests/support/workbooks";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(async () => {
  await endReadingWorkbooks();
  await disconnect();
});

const why = "Two nurses who left on Monday are still off sick in the payroll.";

async function asked(changes: Record<string, string> = {}) {
  const { registerId } = await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } });
  return {
    ...{ location: registerId, collection: "care_home" as const, month: "2026-11", reason: why },
    ...{ check: "nurses_absent_covid.at_most", figure: "6", ...changes },
  };
}

const problemsOf = async (nurses: string) => {
  const typed = { ...rosewoodTyped, nurses_absent_covid: nurses };
  const filed = await submitReturn(world.users.amina, filingOf(world.at.rosewood, { typed }), inWindow);
  return filed.ok ? [] : filed.problems.map(({ code }) => code);
};

test("a figure that support has accepted is filed by form, and is kept with support's reason", async () => {
  expect(await problemsOf("6")).toEqual(["nurses_absent_covid.at_most"]);
  expect(await acceptFigure(world.users.sam, await asked(), inWindow)).toMatchObject({ ok: true });
  const form = await returnForm(world.users.amina, world.at.rosewood, "care_home", inWindow);
  expect(form?.notes.nurses_absent_covid).toEqual([expect.stringContaining(why)]);
  expect(await problemsOf("7")).toEqual(["nurses_absent_covid.at_most"]);
  expect(await problemsOf("6")).toEqual([]);
  const [kept] = await db.acceptedWarning.findMany({ where: { code: "nurses_absent_covid.at_most" } });
  expect(kept?.reason).toBe(`The support team accepted this: ${why}`);
});

test("a workbook is judged by the same accepted figure, which is shown beside the change and is filed", async () => {
  const { users } = world;
  const october = filingOf(world.at.rosewood, { typed: withoutFlu });
  expect(await submitReturn(users.ben, october, new Date("2026-10-12T10:00:00Z"))).toMatchObject({ ok: true });
  const { bytes } = await workbookTemplate(users.ben, inWindow);
  const on = (heading: string, to: number) => ({ sheet: "Care home", row: ["Rosewood"], heading, to });
  const sent = await changed(bytes, [
    on("Nurses absent, COVID-19", 6),
    on("Residents vaccinated, flu", 5),
    on("Staff vaccinated, flu", 5),
    on("Agency staff vaccinated, flu", 0),
  ]);
  const before = await workbookOf(users.ben, await sendWorkbook(users.ben, sent, inWindow), inWindow);
  expect(before?.review?.kinds.map(({ code }) => code)).toEqual(["nurses_absent_covid.at_most"]);
  await acceptFigure(users.sam, await asked(), inWindow);
  const id = await sendWorkbook(users.ben, sent, inWindow);
  const { rows } = await workbookReturns(users.ben, id, { page: 1, size: 10 });
  expect(rows).toMatchObject([{ verdict: "new", problems: [] }]);
  expect(rows[0]?.differences.find(({ key }) => key === "nurses_absent_covid")?.note).toContain(why);
  expect(await acceptWorkbook(users.ben, id, {}, inWindow)).toMatchObject({ ok: true });
  await runWorkbook(id, inWindow);
  expect(await db.acceptedWarning.count({ where: { reason: { contains: why } } })).toBe(1);
});

test("an accepted figure is for its window alone, and ends when support takes it back", async () => {
  await acceptFigure(world.users.sam, await asked({ month: "2026-10" }), inWindow);
  expect(await problemsOf("6")).toEqual(["nurses_absent_covid.at_most"]);
  await acceptFigure(world.users.sam, await asked(), inWindow);
  const { id } = await db.acceptedCheck.findFirstOrThrow({ where: { month: new Date("2026-11-01") } });
  expect(await endAcceptedFigure(world.users.sam, id, "It was a slip after all.", inWindow)).toMatchObject({
    ok: true,
  });
  expect(await problemsOf("6")).toEqual(["nurses_absent_covid.at_most"]);
  expect(await db.audit.count({ where: { table: "accepted_check" } })).toBe(3);
});

test("only support accepts a figure, one a check, of a return that is asked, with its reason", async () => {
  for (const user of [world.users.olive, world.users.amina, world.users.ben])
    await expect(acceptFigure(user, await asked(), inWindow)).rejects.toThrow("Not allowed");
  const fields = async (changes: Record<string, string>) => {
    const outcome = await acceptFigure(world.users.sam, await asked(changes), inWindow);
    return outcome.ok ? [] : outcome.problems.map(({ field }) => field);
  };
  expect(await fields({ location: "1-999" })).toEqual(["location"]);
  expect(await fields({ collection: "home_care", check: "service_users.unusually_many" })).toEqual(["location"]);
  expect(await fields({ check: "nurses_absent_covid.required" })).toEqual(["check"]);
  expect(await fields({ figure: "" })).toEqual(["figure"]);
  expect(await fields({ month: "2026-12" })).toEqual(["month"]);
  expect(await fields({ reason: " " })).toEqual(["reason"]);
  expect(await fields({})).toEqual([]);
  expect(await fields({})).toEqual(["check"]);
});

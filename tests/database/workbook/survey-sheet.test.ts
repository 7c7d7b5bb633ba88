import { db, disconnect } from "@/lib/db";
import { readSent } from "@/lib/sheets/sent/read-sent";
import { endMarkingWorkbooks } from "@/lib/sheets/patch/marked-in-thread";
import { toDoSheet } from "@/lib/sheets/patch/marked-workbook";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { sendAnswers } from "@/lib/surveys/send-answers";
import { closeSurvey } from "@/lib/surveys/support/close-survey";
import { publishSurvey } from "@/lib/surveys/support/publish-survey";
import { startVersion } from "@/lib/surveys/support/start-version";
import { acceptWorkbook } from "@/lib/workbook/accept-workbook";
import { correctedFile } from "@/lib/workbook/corrected-file";
import { workbookAnswers, workbookOf, workbookReturns } from "@/lib/workbook/queries";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { workbookTemplate } from "@/lib/workbook/template";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { type Change, changed, sentBounds } from "@/tests/support/changed-workbook";
import { emptyDatabase } from "@/tests/support/database";
import { partTyped, surveyOut, syringeDrivers, worked } from "@/tests/support/surveys";
import { sendWorkbook } from "@/tests/support/workbooks";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(async () => {
  await endReadingWorkbooks();
  await endMarkingWorkbooks();
  await disconnect();
});

const sheet = "Survey – Syringe drivers";
const asked = [
  ...syringeDrivers,
  partTyped({
    kind: "choice",
    label: "Who fills them?",
    short: "Filled by",
    choices: "A nurse\nA doctor",
    required: false,
  }),
];
const has = "Has syringe drivers (required)";
const many = "Syringe drivers (required)";
const by = "Serviced by (required)";
const on = (name: string, said: Record<string, string | number | null>): Change[] =>
  Object.entries(said).map(([heading, to]) => ({ sheet, row: [name], heading, to }));
const whole = {
  [has]: "Yes",
  [many]: 3,
  [by]: "we do; The maker",
  "Last serviced": "5/6/2026",
  "Filled by": "a nurse",
};

const sheetIn = async (bytes: Uint8Array, wanted = sheet) => {
  const read = await readSent({ bytes, name: "template.xlsx", bounds: sentBounds });
  return "refused" in read ? undefined : read.sheets.find(({ name }) => name === wanted);
};
const templateOf = async (who: keyof Cast["users"]) => (await workbookTemplate(world.users[who], now)).bytes;
const send = async (changes: readonly Change[], bytes?: Uint8Array) =>
  sendWorkbook(world.users.ben, await changed(bytes ?? (await templateOf("ben")), changes), now);
const reviewOf = async (id: number) => (await workbookOf(world.users.ben, id, now))?.review;
const rowsOf = async (id: number) => (await workbookReturns(world.users.ben, id, { page: 1, size: 50 })).rows;
const acceptAndFile = async (id: number, typed: Record<string, string> = {}) => {
  worked(await acceptWorkbook(world.users.ben, id, typed, now));
  await runWorkbook(id, now);
  return workbookOf(world.users.ben, id, now);
};
const posted = { p1: "yes", p2: "3", p3: "c2", "p4.day": "", "p4.month": "", "p4.year": "", p5: "" };
const byForm = (changes: Partial<Parameters<typeof sendAnswers>[1]> = {}) =>
  sendAnswers(
    world.users.amina,
    { locationId: world.at.rosewood, surveyId: 0, version: 1, looked: 0, posted, over: false, ...changes },
    now,
  );

test("an open survey is a sheet with a row for each location it asks, and changed rows are sent as the form would", async () => {
  const { users, at } = world;
  const surveyId = await surveyOut(users.sam, {}, now, asked);
  worked(await byForm({ surveyId }));
  const template = await templateOf("ben");
  const made = await sheetIn(template);
  expect(made?.rows[0]?.cells).toEqual([
    ...["Id", "CqcId", "Name", "Action", has, many, by, "Last serviced", "Anything else", "Filled by"],
    expect.stringMatching(/^Do not change \(2026-11 v1-survey-\d+-1\)$/),
  ]);
  expect(made?.rows.slice(1).map(({ cells }) => cells.slice(2, 7))).toEqual([
    ["Hawthorn House", "", "", "", ""],
    ["Rosewood", "", "Yes", "3", "The NHS"],
  ]);
  const untouched = await send([], template);
  expect(await reviewOf(untouched)).toMatchObject({
    counts: { new: 0, changed: 0, problems: 0 },
    surveys: 0,
    kinds: [],
  });

  const id = await send([...on("Hawthorn House", whole), ...on("Rosewood", { [has]: "No" })], template);
  expect((await reviewOf(id))?.kinds).toEqual([]);
  expect(await reviewOf(id)).toMatchObject({ counts: { new: 1, changed: 1, problems: 0 }, surveys: 2 });
  const rosewood = (await rowsOf(id)).find(({ location }) => location === "Rosewood");
  expect(rosewood?.survey?.title).toBe("Syringe drivers");
  expect(rosewood?.differences.map(({ label, before, after }) => [label, before, after])).toEqual([
    ["Has syringe drivers", "Yes", "No"],
    ["Syringe drivers", "3", "Left out"],
    ["Serviced by", "The NHS", "Left out"],
  ]);
  expect(await db.surveyAnswer.count()).toBe(1);
  expect(await acceptAndFile(id)).toMatchObject({ stage: "filed" });
  const kept = await db.surveyAnswer.findMany({ orderBy: { locationId: "asc" }, include: { sentWith: true } });
  const of = (locationId: number) => kept.find((one) => one.locationId === locationId);
  expect(of(at.hawthorn)).toMatchObject({
    answers: { p1: true, p2: 3, p3: "c1,c3", p4: "2026-06-05", p6: "c1" },
    byId: users.ben.id,
    sentWith: [{ workbookId: id, revision: 1 }],
  });
  expect(of(at.rosewood)).toMatchObject({ answers: { p1: false }, sentWith: [{ workbookId: id, revision: 2 }] });
  expect((await workbookAnswers(users.ben, id, { page: 1, size: 1 })).total).toBe(2);
  expect((await workbookAnswers(users.ben, id, { page: 2, size: 1 })).rows).toHaveLength(1);
  const mail = await db.email.findFirstOrThrow({ where: { template: "workbook-filed" } });
  expect(mail.props).toMatchObject({ returns: 0, surveys: 2 });
});

test("problems are the sentences of the form, at their cells, and the file comes back with them marked", async () => {
  const surveyId = await surveyOut(world.users.sam, {}, now, asked);
  const wrong = { ...whole, [many]: "lots", [by]: "", "Last serviced": "31/2/2026", Action: "nil" };
  const id = await send(on("Hawthorn House", wrong));
  const form = await byForm({
    ...{ surveyId, locationId: world.at.rosewood },
    posted: { ...posted, p2: "lots", p3: "", "p4.day": "31", "p4.month": "2", "p4.year": "2026" },
  });
  const sentences = form.ok ? [] : form.problems.map(({ message }) => message);
  expect(sentences).toHaveLength(3);
  const kinds = (await reviewOf(id))?.kinds ?? [];
  expect(kinds.map(({ message }) => message).sort()).toEqual([...sentences, "Action must be same, or blank"].sort());
  expect(kinds.find(({ message }) => message.startsWith("Syringe drivers must"))?.at).toMatchObject([
    { sheet, column: many, location: "Hawthorn House" },
  ]);
  const corrected = await correctedFile(world.users.ben, id, now);
  const toDo = await sheetIn(corrected?.bytes ?? new Uint8Array(), toDoSheet);
  expect(JSON.stringify(toDo?.rows)).toContain("Syringe drivers must be a whole number, like 12");
});

test("a row that says same sends its answers as they are, and one that a colleague changed meanwhile asks first", async () => {
  const surveyId = await surveyOut(world.users.sam, {}, now, asked);
  worked(await byForm({ surveyId }));
  const template = await templateOf("ben");
  const same = await send(on("Rosewood", { Action: "same" }), template);
  expect((await reviewOf(same))?.counts).toMatchObject({ unchanged: 1 });
  worked(await byForm({ surveyId, looked: 1, posted: { ...posted, p2: "4" } }));
  const id = await send(on("Rosewood", { [many]: 9 }), template);
  const [warning] = (await reviewOf(id))?.kinds ?? [];
  expect(warning).toMatchObject({ warning: true, tick: "Replace their changes with mine" });
  expect((await rowsOf(id))[0]?.differences).toMatchObject([{ before: "4", after: "9" }]);
  expect((await acceptWorkbook(world.users.ben, id, {}, now)).ok).toBe(false);
  const ticked = { "asked.kind.record.newer": "yes", "accept.kind.record.newer": "yes" };
  expect(await acceptAndFile(id, ticked)).toMatchObject({ stage: "filed" });
  expect((await db.surveyAnswer.findFirstOrThrow()).answers).toMatchObject({ p2: 9 });
});

test("a survey that is closed or asked anew meanwhile is said, and nothing is stored", async () => {
  const surveyId = await surveyOut(world.users.sam, {}, now, asked);
  const template = await templateOf("ben");
  const reviewed = await send(on("Rosewood", whole), template);
  worked(await startVersion(world.users.sam, surveyId, now));
  worked(await publishSurvey(world.users.sam, surveyId, now));
  const late = await acceptAndFile(reviewed);
  expect([late?.stage, late?.problem]).toEqual([
    "refused",
    expect.stringMatching(/Rosewood: The questions of the survey “Syringe drivers” have changed/),
  ]);
  const said = async (bytes: Uint8Array) => {
    const id = await send([], bytes);
    return (await reviewOf(id))?.kinds.map(({ message }) => message);
  };
  expect(await said(template)).toEqual([
    expect.stringMatching(/^The questions of the survey “Syringe drivers” have changed/),
  ]);
  const anew = await templateOf("ben");
  const second = await send(on("Rosewood", whole), anew);
  worked(await closeSurvey(world.users.sam, surveyId, now));
  expect((await acceptAndFile(second))?.problem).toMatch(/Rosewood: This survey is closed/);
  expect(await said(anew)).toEqual([
    expect.stringMatching(/^This survey is closed, or it is not one that you are asked/),
  ]);
  expect(await templateOf("ben").then((bytes) => sheetIn(bytes))).toBeUndefined();
  expect([await db.surveyAnswer.count(), await db.workbookAnswer.count()]).toEqual([0, 0]);
});

test("rows of other people's locations, and the sheet of a survey one is not asked, tell no more than unknown ones", async () => {
  await surveyOut(world.users.sam, {}, now, asked);
  const rows = (await sheetIn(await templateOf("ben")))?.rows.map(({ cells }) => cells.join(",")) ?? [];
  const csv = Buffer.from(rows.join("\n").replace(/(Rosewood,),/, "$1same,"));
  const others = await sendWorkbook(world.users.amina, csv, now, { name: "Survey.csv" });
  const review = (await workbookOf(world.users.amina, others, now))?.review;
  expect(review?.kinds.map(({ message }) => message)).toContain(
    "You have no location with this Id on this sheet. Delete the row, or download a new template.",
  );
  expect(JSON.stringify(review)).not.toContain("Hawthorn");
  const { bytes } = await workbookTemplate(world.users.amina, now);
  const stranger = await sendWorkbook(world.users.dan, bytes, now);
  expect(JSON.stringify(await workbookOf(world.users.dan, stranger, now))).not.toContain("Syringe drivers”");
});

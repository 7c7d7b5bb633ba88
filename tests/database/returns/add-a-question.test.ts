import { db } from "@/lib/db";
import { careHome } from "@/lib/questions/sets/care-home";
import { collectionKeys } from "@/lib/questions/collections";
import { answerColumns } from "@/lib/questions/columns";
import type { Question } from "@/lib/questions/question";
import { downloadHistory } from "@/lib/returns/download-history";
import { formToSend, receipt, returnForm } from "@/lib/returns/queries";
import { saveDraft } from "@/lib/returns/save-draft";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf, rosewoodTyped } from "@/tests/support/returns";

/** The first step: an entry among the questions. */
const volunteers: Question = {
  key: "volunteers",
  label: "How many volunteers help in the home?",
  short: "Volunteers",
  enter: "how many volunteers help in the home",
  kind: "count",
  section: "staff",
  from: "2026-12",
};
const questions = careHome.questions as unknown as Question[];

/** The second step: a column and its migration. */
const column = { add: "add column volunteers int", drop: "drop column volunteers" };
const change = async (sql: string) => (await asOwner()).query(`alter table care_home_answers ${sql}`);

const inDecember = new Date("2026-12-10T10:00:00Z");
let world: Cast;

beforeEach(async () => {
  await change(column.add);
  questions.push(volunteers);
  await emptyDatabase();
  world = await cast();
});
afterEach(async () => {
  questions.pop();
  await change(column.drop);
});

const open = async (now: Date) => {
  const form = await returnForm(world.users.amina, world.at.rosewood, "care_home", now);
  if (!form) throw new Error("There is no form.");
  return form;
};
const problemsOf = (outcome: Awaited<ReturnType<typeof submitReturn>>) =>
  outcome.ok ? [] : outcome.problems.map(({ field, message }) => [field, message]);

test("a new question needs only an entry and a column, from its form to its receipt and its file", async () => {
  const asked = async (now: Date) => (await open(now)).questions.map(({ key }) => key).includes("volunteers");
  expect([await asked(inWindow), await asked(inDecember)]).toEqual([false, true]);

  expect((await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow)).ok).toBe(true);
  expect((await open(inDecember)).unchanged.unanswered).toMatchObject([{ key: "volunteers" }]);

  const december = (answer?: string) =>
    filingOf(world.at.rosewood, {
      typed: answer === undefined ? rosewoodTyped : { ...rosewoodTyped, volunteers: answer },
    });
  expect(problemsOf(await submitReturn(world.users.amina, december(), inDecember))).toEqual([
    ["volunteers", "Enter how many volunteers help in the home"],
  ]);
  expect(problemsOf(await submitReturn(world.users.amina, december("some"), inDecember))).toEqual([
    ["volunteers", "Volunteers must be a whole number, like 12"],
  ]);

  const { typed } = december("3");
  const draft = { locationId: world.at.rosewood, collection: "care_home" as const, typed, version: 0 };
  expect((await saveDraft(world.users.amina, draft, inDecember)).ok).toBe(true);
  expect(formToSend(await open(inDecember)).differences).toEqual([
    { key: "volunteers", label: "Volunteers", before: "Not answered", after: "3" },
  ]);

  const filed = await submitReturn(world.users.amina, december("3"), inDecember);
  if (!filed.ok) throw new Error("It was refused.");
  expect((await receipt(world.users.amina, filed.value.reference))?.answers?.volunteers).toBe(3);
  const [head = "", newest = ""] =
    (await downloadHistory(world.users.amina, world.at.rosewood, "care_home", inDecember))?.trim().split("\r\n") ?? [];
  expect([head.endsWith(",Volunteers"), newest.endsWith(",3")]).toEqual([true, true]);
  expect((await open(inDecember)).lastTyped.volunteers).toBe("3");
});

const tables = {
  care_home: "care_home_answers",
  home_care: "home_care_answers",
  business_continuity: "continuity_answers",
  home_care_daily: "home_care_daily_answers",
  hospice: "continuity_answers",
  substance_misuse: "continuity_answers",
  community: "continuity_answers",
};
const types = {
  integer: "Int",
  "numeric 9,2": "Decimal(9,2)",
  "numeric 5,2": "Decimal(5,2)",
  boolean: "Boolean",
  text: "Text",
};

test("every question has a column of its kind, that may be empty", async () => {
  for (const collection of collectionKeys) {
    const columns = await db.$queryRaw<{ name: string; type: string; empty: string }[]>`
      select column_name as name, is_nullable as empty,
             data_type || case when data_type = 'numeric' then ' ' || numeric_precision || ',' || numeric_scale else '' end as type
        from information_schema.columns where table_name = ${tables[collection]}`;
    const found = new Map(columns.map(({ name, type, empty }) => [name, [types[type as keyof typeof types], empty]]));
    for (const { name, type } of answerColumns(collection))
      expect([name, found.get(name)]).toEqual([name, [type, "YES"]]);
  }
});

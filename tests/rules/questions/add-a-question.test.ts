import { questionsAsked } from "@/lib/questions/asked";
import { careHome } from "@/lib/questions/sets/care-home";
import { checkReturn } from "@/lib/questions/check";
import { answerColumns } from "@/lib/questions/columns";
import { differences } from "@/lib/questions/differences";
import type { AnswersTo, Question, QuestionSet } from "@/lib/questions/question";
import { bedTypes, said } from "./rosewood";
import { careHomeTyped } from "@/tests/support/rosewood";

const volunteers = {
  key: "volunteers",
  label: "How many volunteers help in the home?",
  short: "Volunteers",
  enter: "how many volunteers help in the home",
  kind: "count",
  section: "staff",
  from: "2027-01",
  atMost: { of: ["care_workers_employed"], is: "the number of care workers you employ" },
  plausible: 20,
} as const satisfies Question;

/** Without questions that begin later, so that a real new one does not change what is tested here. */
const known = careHome.questions.filter((question) => !("from" in question) || question.from <= "2026-11");
const withVolunteers = { ...careHome, questions: [...known, volunteers] } as const satisfies QuestionSet;

const check = (typed: string, month = "2027-04") =>
  checkReturn({ collection: withVolunteers, month, bedTypes, typed: { ...careHomeTyped, volunteers: typed } });

test("one entry is enough for a question to be asked from its month on, in its section", () => {
  const keys = questionsAsked(withVolunteers, "2027-04").map(({ key }) => key);
  expect(keys.indexOf("volunteers")).toBe(keys.indexOf("non_care_workers_employed") + 1);
  expect(questionsAsked(withVolunteers, "2026-10").map(({ key }) => key)).not.toContain("volunteers");
});

test("one entry is enough for its answer to be read, required and checked", () => {
  expect(check("3").answers.volunteers).toBe(3);
  expect(check("3").problems).toEqual([]);
  expect(said(check(""))).toEqual([["volunteers", "Enter how many volunteers help in the home"]]);
  expect(said(check("a few"))).toEqual([["volunteers", "Volunteers must be a whole number, like 12"]]);
  expect(said(check("25"))[0]).toEqual([
    "volunteers",
    "Volunteers: 25 is more than 24, the number of care workers you employ",
  ]);
  expect(check("21").problems).toMatchObject([{ code: "volunteers.unusually_many", warning: true }]);
  expect(check("", "2026-10").problems).toEqual([]);
});

test("one entry is enough for its column, its type and its words", () => {
  const answer: AnswersTo<typeof withVolunteers>["volunteers"] = 3;
  expect(answerColumns(withVolunteers)).toContainEqual({ name: "volunteers", type: "Int", retired: false });
  expect(answer).toBe(3);
  expect(differences(withVolunteers, check("3"), check("4"))).toEqual([
    { key: "volunteers", label: "Volunteers", before: "3", after: "4" },
  ]);
});

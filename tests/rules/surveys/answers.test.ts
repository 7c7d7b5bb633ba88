import fc from "fast-check";
import { londonInstant } from "@/lib/london";
import { answerInWords } from "@/lib/questions/answer-words";
import { conditionInWords, questionsShown } from "@/lib/questions/shown";
import { typedFrom } from "@/lib/questions/typed";
import { checkAnswers, isFieldOf, typedAnswers } from "@/lib/surveys/check-answers";
import { surveyKinds, type SurveyPart, surveyQuestions } from "@/lib/surveys/parts";
import { closingInWords } from "@/lib/surveys/state";
import { fingerprint, readPart } from "@/lib/surveys/support/check-part";
import { partTyped, syringeDrivers } from "@/tests/support/surveys";

const parts: SurveyPart[] = [
  ...syringeDrivers.map((typed, at) => readPart(typed, `p${at + 1}`, undefined).part),
  { key: "p6", kind: "section", title: "Training", text: "Of your own staff." },
];
const set = surveyQuestions({ intro: "", parts, help: {} });
const whole = { p1: "yes", p2: "12", "p4.day": "1", "p4.month": "2", "p4.year": "2026", p3: ["c3", "c1"], p5: "" };
const checked = (posted: Parameters<typeof typedAnswers>[1]) => checkAnswers(set, typedAnswers(set.questions, posted));

test("every kind of question is read as the returns read theirs, and what is blank is not kept", () => {
  expect(checked(whole)).toEqual({
    answers: { p1: true, p2: 12, p3: "c1,c3", p4: "2026-02-01" },
    problems: [],
    dropped: [],
  });
});

test("an answer that cannot be read is told in a sentence beside its field, all at once", () => {
  const wrong = { ...whole, p2: "a few", p3: ["c9"], "p4.day": "31", p5: "x".repeat(1001) };
  expect(checked(wrong).problems.map(({ field, message }) => `${field}: ${message}`)).toEqual([
    "p2: Syringe drivers must be a whole number, like 12",
    "p3: Select your answer to “Who services them?”",
    "p4: Last serviced must be a real date, like 27 11 2026",
    "p5: Anything else must be 1,000 characters or fewer",
  ]);
});

test("a required question that is not shown does not stand in the way, and its answer is dropped and named", () => {
  expect(checked({ ...whole, p1: "no" })).toEqual({
    answers: { p1: false },
    problems: [],
    dropped: ["p2", "p3", "p4"],
  });
  expect(checked({ p1: "no" })).toEqual({ answers: { p1: false }, problems: [], dropped: [] });
  expect(checked({ p1: "yes" }).problems.map(({ field }) => field)).toEqual(["p2", "p3"]);
});

test("a question below one that is itself not shown is not shown either", () => {
  const chain = [
    { key: "a", kind: "yesNo" },
    { key: "b", kind: "choice", choices: [{ key: "c1", label: "One" }], shownIf: { key: "a", is: "yes" } },
    { key: "c", kind: "text", shownIf: { key: "b", is: "c1" } },
  ].map((each) => ({ ...each, label: each.key, short: each.key, enter: each.key, section: "s" })) as never;
  const keys = (typed: Record<string, string>) => questionsShown(chain, typed).map(({ key }) => key);
  expect(keys({ a: "yes", b: "One" })).toEqual(["a", "b", "c"]);
  expect(keys({ a: "no", b: "One", c: "x" })).toEqual(["a"]);
  expect(keys({ b: "One" })).toEqual(["a"]);
});

test("whatever is typed, what is kept can be typed again and is then the same", () => {
  const text = fc.constantFrom("", "yes", "no", "12", "1,204", "-1", "c1", "c2", "x", "31");
  const post = fc.record({
    ...Object.fromEntries(["p1", "p2", "p4.day", "p4.month", "p4.year", "p5"].map((field) => [field, text])),
    p3: fc.array(text, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(post, (posted) => {
      const { answers, problems, dropped } = checked(posted);
      const again = checkAnswers(set, typedFrom(answers));
      if (problems.length === 0) expect(again).toEqual({ answers, problems: [], dropped: [] });
      for (const key of dropped) expect(answers).not.toHaveProperty(key);
    }),
    { numRuns: 300 },
  );
});

test("answers and conditions are in the words of the page", () => {
  const [has, , who, when] = set.questions;
  if (!has || !who || !when) throw new Error("There are five questions");
  expect(answerInWords(who, "c1,c3")).toBe("The maker and We do");
  expect(answerInWords(when, "2026-02-01")).toBe("1 February 2026");
  expect(conditionInWords(set.questions, { key: "p1", is: "yes" })).toBe(
    "Only if you answered “Yes” to “Do you have syringe drivers?”",
  );
});

test("a form has the fields of its questions and no others", () => {
  const fields = ["p1", "p3", "p4.day", "p4", "p1.day", "p9", "p4.hour"];
  expect(fields.filter((field) => isFieldOf(set.questions, field))).toEqual(["p1", "p3", "p4.day"]);
});

test("what is wrong with a question is said beside each field, all at once", () => {
  const wrong = (typed: Parameters<typeof partTyped>[0]) =>
    readPart(partTyped(typed), "p1", undefined).problems.map(({ field, message }) => `${field}: ${message}`);
  expect(wrong({ kind: "", label: " ", short: "" })).toEqual([
    "kind: Select what kind of answer it asks for",
    "label: Enter the question",
    "short: Enter a short name, such as Syringe drivers",
  ]);
  expect(wrong({ kind: "choice", choices: "One\n\n" })).toEqual([
    "choices: Enter at least 2 answers to choose from, one on each line",
  ]);
  expect(wrong({ kind: "some", choices: "One\nTwo\none" })).toEqual([
    "choices: “one” appears twice. Enter each answer once",
  ]);
  expect(wrong({ kind: "section", text: "x".repeat(1001) })).toEqual([
    "title: Enter a heading",
    "text: The text must be 1,000 characters or fewer",
  ]);
});

test("every kind that can be built can be drawn and read, and a survey says until when it takes answers", () => {
  for (const kind of Object.keys(surveyKinds)) {
    const { part } = readPart(partTyped({ kind, choices: "One\nTwo" }), "p1", undefined);
    const built = surveyQuestions({ intro: "", parts: [part], help: {} });
    expect(checkAnswers(built, {}).problems).toHaveLength(1);
  }
  expect(closingInWords(londonInstant("2026-12-12", "00:00"))).toBe("Answer by 11 December 2026");
  expect(closingInWords(null)).toBe("No closing date has been set");
});

test("an answer to choose from keeps its key when others are added, moved or taken away", () => {
  const before = readPart(partTyped({ kind: "choice", choices: "Red\nAmber\nGreen" }), "p1", undefined).part;
  const after = readPart(partTyped({ kind: "choice", choices: "Green\nBlue\nRed" }), "p1", before).part;
  expect(after).toMatchObject({ choices: [{ key: "c3" }, { key: "c4", label: "Blue" }, { key: "c1" }] });
  expect(fingerprint(before)).not.toBe(fingerprint(after));
});

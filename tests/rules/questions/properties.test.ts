import fc from "fast-check";
import { questionsAsked } from "@/lib/questions/asked";
import { bedField, bedFigures, homeOpenField, unavailable } from "@/lib/questions/beds";
import { checkReturn } from "@/lib/questions/check";
import { collectionKeys } from "@/lib/questions/collections";
import { planFor } from "@/lib/questions/plan";
import type { Question } from "@/lib/questions/question";
import { countsBeds, questionSets } from "@/lib/questions/sets";
import { typedFrom } from "@/lib/questions/typed";
import { bedTypes } from "./rosewood";

const some = { numRuns: 1000 };
const seasons = [
  { key: "flu", from: "2026-11", until: "2027-03" },
  { key: "covid", from: "2026-12", until: "2026-12" },
] as const;
const months = fc.constantFrom("2021-05", "2022-08", "2023-03", "2026-10", "2026-11", "2026-12");
const collections = fc.constantFrom(...collectionKeys);

const upTo = (max: number) => fc.integer({ min: 0, max }).map(String);
const oddities = fc.constantFrom("", " ", "-1", "1e3", "12.0", "1,204", " 7 ", "x", "yes", "no", "9999999");

function typedFor(question: Question, odd: number) {
  const usual =
    question.kind === "yesNo"
      ? fc.constantFrom("yes", "no")
      : question.choices
        ? fc.constantFrom(...question.choices.map(({ key }) => key))
        : question.kind === "text"
          ? fc.string()
          : question.kind === "count"
            ? upTo(question.atMost ? 6 : 12)
            : question.kind === "percent"
              ? upTo(100)
              : fc.oneof(
                  fc.constant(""),
                  fc.integer({ min: 0, max: 9000 }).map((cents) => String(cents / 100)),
                );
  return fc.oneof({ weight: 100 - odd, arbitrary: usual }, { weight: odd, arbitrary: oddities });
}

/** Returns as people might type them; `odd` in a hundred fields hold something strange. */
const returns = (odd: number) =>
  fc.tuple(collections, months).chain(([collection, month]) => {
    const fields: Record<string, fc.Arbitrary<string>> = {};
    for (const question of questionSets[collection].questions) fields[question.key] = typedFor(question, odd);
    if (countsBeds(collection)) {
      fields[homeOpenField] = fc.constantFrom("yes", "no", "");
      for (const { key } of bedTypes.slice(0, 3)) {
        for (const figure of bedFigures)
          fields[bedField(key, figure)] = fc.oneof(
            {
              weight: 100 - odd,
              arbitrary: figure === "capacity" ? fc.constant("60") : fc.integer({ min: 0, max: 20 }).map(String),
            },
            { weight: odd, arbitrary: oddities },
          );
      }
    }
    return fc.record(fields, { requiredKeys: odd === 0 ? Object.keys(fields) : [] }).map((typed) => ({
      collection,
      month,
      seasons,
      bedTypes,
      typed,
    }));
  });

const refuses = ({ problems }: { problems: readonly { warning?: true }[] }) => problems.some(({ warning }) => !warning);

test("no accepted return breaks a hard rule", () => {
  let letThrough = 0;
  fc.assert(
    fc.property(returns(2), (given) => {
      const checked = checkReturn(given);
      if (refuses(checked)) return;
      letThrough++;
      const answers = checked.answers as Record<string, unknown>;
      for (const question of questionsAsked(given.collection, given.month, seasons)) {
        const answer = answers[question.key];
        if (question.mayBeBlank === undefined && !question.onlyIf) expect(answer).not.toBeNull();
        if (question.kind === "count" && answer !== null) expect(Number.isInteger(answer)).toBe(true);
        if (typeof answer === "number") expect(answer).toBeGreaterThanOrEqual(0);
        if (question.kind === "percent" && answer !== null) expect(answer).toBeLessThanOrEqual(100);
        if (question.onlyIf) expect(answers[question.onlyIf]).toBe((answer as number) > 0);
      }
      const hours = ["hours_paid", "hours_overtime", "hours_agency"].some((key) => typeof answers[key] === "number");
      if (hours) expect(answers.hours_absence ?? answers.days_absence).not.toBeNull();
      for (const group of ["nurses", "care_workers", "non_care_workers"]) {
        const [employed, covid, general] = ["employed", "absent_covid", "absent_general"].map(
          (end) => answers[`${group}_${end}`],
        );
        if (typeof employed === "number") expect(employed).toBeGreaterThanOrEqual(Number(covid) + Number(general ?? 0));
      }
      for (const count of Object.values(checked.beds?.types ?? {}))
        expect(unavailable(count)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 10_000 },
  );
  expect(letThrough).toBeGreaterThan(500);
});

test("an accepted return says the same when what was kept is typed in again", () => {
  fc.assert(
    fc.property(returns(2), (given) => {
      const once = checkReturn(given);
      if (refuses(once)) return;
      const again = checkReturn({ ...given, typed: typedFrom(once.answers, once.beds) });
      expect({ answers: again.answers, beds: again.beds }).toEqual({ answers: once.answers, beds: once.beds });
      expect(again.problems).toEqual(once.problems);
    }),
    some,
  );
});

test("every problem is shown beside a field of the form, and the fields come in page order", () => {
  fc.assert(
    fc.property(returns(30), (given) => {
      const form = [
        ...(countsBeds(given.collection)
          ? [
              homeOpenField,
              ...bedTypes.flatMap(({ key }) => [...bedFigures, "open" as const].map((each) => bedField(key, each))),
            ]
          : []),
        ...questionsAsked(given.collection, given.month, seasons).map(({ key }) => key),
      ];
      const { problems } = checkReturn(given);
      for (const { field, message } of problems) {
        expect(form).toContain(field);
        expect(message).toMatch(/^[A-Z0-9].*[^.]$/s);
        expect(message).not.toMatch(/undefined|NaN|null|Infinity|invalid/i);
      }
      const places = problems.filter(({ field }) => !field.startsWith("beds.")).map(({ field }) => form.indexOf(field));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(new Set(problems.map(({ code }) => code)).size).toBe(problems.length);
    }),
    some,
  );
});

test("blank never becomes nought, except in extra hours after the answer no", () => {
  fc.assert(
    fc.property(returns(30), (given) => {
      const { answers } = checkReturn(given);
      for (const [key, answer] of Object.entries(answers)) {
        if ((given.typed[key] ?? "").trim() !== "") continue;
        if (key === "extra_hours_per_week" && given.typed.can_provide_more_hours?.trim() === "no")
          expect(answer).toBe(0);
        else expect(answer).toBeNull();
      }
    }),
    some,
  );
});

test("accepting every warning leaves only refusals, and keeps each warning with its sentence", () => {
  fc.assert(
    fc.property(returns(5), (given) => {
      const first = checkReturn(given);
      const ticks = Object.fromEntries(first.problems.map(({ code }) => [`accept.${code}`, "yes"]));
      const second = checkReturn({ ...given, typed: { ...given.typed, ...ticks } });
      expect(second.problems).toEqual(first.problems.filter(({ warning }) => !warning));
      expect(second.accepted.map(({ message }) => message)).toEqual(
        first.problems.filter(({ warning }) => warning).map(({ message }) => message),
      );
    }),
    some,
  );
});

test("the plan of a collection, month and seasons is made once", () => {
  expect(planFor("care_home", "2026-11")).toBe(planFor("care_home", "2026-11", [...seasons]));
  expect(planFor("care_home", "2026-11")).not.toBe(planFor("care_home", "2026-12", seasons));
  expect(() => planFor("care_home", "2026-13")).toThrow("Not a month");
});

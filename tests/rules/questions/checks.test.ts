import { checkReturn } from "@/lib/questions/check";
import { checksOfFigures, helpWith } from "@/lib/questions/checks";
import { collectionKeys } from "@/lib/questions/collections";
import { planFor } from "@/lib/questions/plan";
import { usualSeasons } from "@/lib/questions/seasons";
import { careHomeTyped } from "@/tests/support/rosewood";

const month = "2026-11";
const seasons = usualSeasons(month);

test.each(collectionKeys)(
  "each check of the %s has a key of its own, a name, and help with an example",
  (collection) => {
    const { steps, bedRules } = planFor(collection, month, seasons);
    const rules = [...bedRules, ...steps.flatMap((step) => step.rules)];
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    expect(rules.filter(({ help }) => !/For example|such as/.test(help)).map(({ code }) => code)).toEqual([]);
    for (const { code, help } of rules) expect(helpWith(collection, month, code, seasons)).toBe(help);
    const names = checksOfFigures(collection, month, seasons).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  },
);

test("an answer that is missing or cannot be read has the help of its question", () => {
  expect(helpWith("care_home", month, "nurses_employed.required", seasons)).toContain("off sick or on leave");
  expect(helpWith("care_home", month, "nurses_employed.unreadable", seasons)).toContain("For example, 12");
  expect(helpWith("care_home", month, "cell.formula", seasons)).toBeNull();
});

test("support's acceptance lets one figure pass one check: another figure and every other check are judged as before", () => {
  const acceptedFigures = new Map([["nurses_absent_covid.at_most", { figure: 6, reason: "They left on Monday" }]]);
  const codes = (typed: Record<string, string>) =>
    checkReturn({
      ...{ collection: "care_home" as const, month: "2026-10" },
      ...{ typed: { ...careHomeTyped, ...typed }, context: { acceptedFigures } },
    }).problems.map(({ code }) => code);
  expect(codes({ nurses_absent_covid: "6" })).not.toContain("nurses_absent_covid.at_most");
  expect(codes({ nurses_absent_covid: "7" })).toContain("nurses_absent_covid.at_most");
  expect(codes({ nurses_absent_covid: "6", care_workers_absent_covid: "999" })).toContain(
    "care_workers_absent_covid.at_most",
  );
});

import { startingBedTypes } from "@/lib/questions/bed-types";
import { checkReturn } from "@/lib/questions/check";
import type { Collection } from "@/lib/questions/collections";
import { planFor } from "@/lib/questions/plan";
import type { Question, QuestionSet } from "@/lib/questions/question";
import type { WhichSet } from "@/lib/questions/sets";

/**
 * How long one rule takes: whole returns are read and checked, and the time is divided by the rules that ran. A question
 * counts as one rule (it is read, and refused where it is missing or unreadable), and so does each rule between figures.
 * Made-up sets of 10 to 1,000 questions show whether a rule costs more where there are more of them.
 */
const month = "2026-11";
const bedTypes = startingBedTypes.care_home;
const rounds = 7;
const least = 200_000_000n;

function made(questions: number): QuestionSet {
  const one = (at: number): Question => ({
    key: `q${at}`,
    label: `How many of kind ${at}?`,
    short: `Kind ${at}`,
    enter: `how many of kind ${at}`,
    kind: "count",
    section: "all",
    plausible: 500,
    steady: true,
    ...(at > 0 && { atMost: { of: [`q${at - 1}`], is: "the number before it" } }),
  });
  return {
    key: "made",
    sections: [{ key: "all", title: "All" }],
    questions: Array.from({ length: questions }, (_, at) => one(at)),
  };
}

const rulesIn = (which: WhichSet): number => {
  const { steps, bedRules } = planFor(which, month);
  return steps.reduce((sum, { rules }) => sum + 1 + rules.length, bedRules.length);
};

function typedFor(which: WhichSet): Record<string, string> {
  const typed: Record<string, string> = { "beds.open": "yes" };
  for (const { question } of planFor(which, month).steps)
    typed[question.key] = question.kind === "yesNo" ? "yes" : "12";
  for (const { key } of bedTypes.slice(0, 2))
    for (const [figure, count] of Object.entries({ capacity: 20, occupied: 16, reserved: 1, accepting: 2 }))
      typed[`beds.${key}.${figure}`] = String(count);
  return typed;
}

/** Nanoseconds a rule: the median of several rounds, each long enough to outlast the clock's grain. */
function perRule(which: WhichSet): number {
  const typed = typedFor(which);
  const answers = Object.fromEntries(planFor(which, month).steps.map(({ question }) => [question.key, 12]));
  const history = Array.from({ length: 12 }, () => ({ answers }));
  const given = { collection: which, month, bedTypes, typed, context: { previous: { answers }, history, cqcBeds: 50 } };
  const rules = rulesIn(which);
  for (let i = 0; i < 500; i++) checkReturn(given);
  const taken = Array.from({ length: rounds }, () => {
    let checked = 0;
    const from = process.hrtime.bigint();
    let now = from;
    while (now - from < least) {
      for (let i = 0; i < 20; i++) checkReturn(given);
      checked += 20;
      now = process.hrtime.bigint();
    }
    return Number(now - from) / checked / rules;
  });
  return taken.sort((a, b) => a - b)[rounds >> 1] ?? NaN;
}

const sizes = [10, 100, 1000];
const madeSets = sizes.map((size) => perRule(made(size)));
const real = (["care_home", "home_care"] satisfies Collection[]).map(
  (key) => [key, perRule(key), rulesIn(key)] as const,
);
const round = (n: number) => Math.round(n * 10) / 10;

for (const [key, ns, rules] of real) console.log(`${key}: ${rules} rules, ${round(ns)} ns a rule`);
sizes.forEach((size, at) => console.log(`${size} questions: ${round(madeSets[at] ?? NaN)} ns a rule`));
console.log(
  JSON.stringify({
    name: "rules",
    ...Object.fromEntries(real.map(([key, ns]) => [`${key}_ns_per_rule`, round(ns)])),
    ...Object.fromEntries(sizes.map((size, at) => [`questions_${size}_ns_per_rule`, round(madeSets[at] ?? NaN)])),
    target_ns_per_rule: 1000,
    ratio_1000_to_10_questions: round((madeSets[2] ?? NaN) / (madeSets[0] ?? NaN)),
  }),
);

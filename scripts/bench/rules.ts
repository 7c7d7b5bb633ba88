import { startingBedTypes } from "@/lib/questions/bed-types";
import { checkReturn } from "@/lib/questions/check";
import type { Collection } from "@/lib/questions/collections";
import type { Figures } from "@/lib/questions/figures";
import { planFor } from "@/lib/questions/plan";
import type { Question, QuestionSet } from "@/lib/questions/question";
import type { WhichSet } from "@/lib/questions/sets";

/**
 * Measures how long one rule takes: whole returns are read and checked, and the time is divided by the number of rules.
 * A question counts as one rule (its answer is read, and refused if it is missing or unreadable), and so does each rule
 * between figures. Made-up sets of 10 to 1,000 questions show whether a rule takes longer when there are more of them.
 * The sets take turns, and only this process's processor time counts, so that other work on the machine does not
 * distort the result.
 */
const month = "2026-11";
const bedTypes = startingBedTypes.care_home;
const rounds = 7;
const least = 200_000;

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

/** One round: nanoseconds per rule, over enough checks for the clock's resolution. */
function timerOf(which: WhichSet): () => number {
  const typed = typedFor(which);
  const given = { collection: which, month, bedTypes, typed, context: contextFor(which) };
  const rules = rulesIn(which);
  for (let i = 0; i < 500; i++) checkReturn(given);
  return () => {
    const from = process.cpuUsage();
    let [checked, taken] = [0, 0];
    while (taken < least) {
      for (let i = 0; i < 20; i++) checkReturn(given);
      checked += 20;
      const { user, system } = process.cpuUsage(from);
      taken = user + system;
    }
    return (taken * 1000) / checked / rules;
  };
}

/** A year of earlier returns, as they are read from the record. */
function contextFor(which: WhichSet) {
  const answers = Object.fromEntries(planFor(which, month).steps.map(({ question }) => [question.key, 12]));
  const figures = () => JSON.parse(JSON.stringify({ answers })) as Figures;
  return { previous: figures(), history: Array.from({ length: 12 }, figures), cqcBeds: 50 };
}

const sizes = [10, 100, 1000];
const real = ["care_home", "home_care"] satisfies Collection[];
const measured: WhichSet[] = [...real, ...sizes.map(made)];
const timers = measured.map(timerOf);
const taken = Array.from({ length: rounds }, () => timers.map((timer) => timer()));
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
const ns = measured.map((_, at) => median(taken.map((round) => round[at] ?? NaN)));
const ofReal = real.map((key, at) => [`${key}_ns_per_rule`, tenths(ns[at])] as const);
const ofSizes = sizes.map((size, at) => [`questions_${size}_ns_per_rule`, tenths(ns[real.length + at])] as const);
const ratio = (of: number, to: number) => Math.round(((ns[of] ?? NaN) / (ns[to] ?? NaN)) * 100) / 100;

for (const [name, figure] of [...ofReal, ...ofSizes]) console.log(`${name.replaceAll("_", " ")}: ${figure}`);
console.log(
  JSON.stringify({
    name: "rules",
    ...Object.fromEntries([...ofReal, ...ofSizes]),
    target_ns_per_rule: 1000,
    ratio_1000_to_10_questions: ratio(measured.length - 1, real.length),
  }),
);

function tenths(figure = NaN): number {
  return Math.round(figure * 10) / 10;
}

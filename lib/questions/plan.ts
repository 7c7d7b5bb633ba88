import type { Month } from "@/lib/london";
import { questionsAsked } from "./asked";
import type { Question, QuestionSet } from "./question";
import { readerOf } from "./read";
import type { Rule } from "./rules/rule";
import { rulesFor } from "./rules/rules";
import { type Season, seasonsOn } from "./seasons";
import { setOf, type WhichSet } from "./sets";

/** A question on the page: how to read it, whether it must be answered, and the rules shown beside it. */
interface Step {
  readonly question: Question;
  readonly read: ReturnType<typeof readerOf>;
  readonly required: boolean;
  readonly rules: readonly Rule[];
}

/** All that checking a collection's return for a month needs, worked out once. */
export interface Plan {
  readonly set: QuestionSet;
  readonly steps: readonly Step[];
  /** Before which step the beds stand; -1 where none are counted. */
  readonly bedsBefore: number;
  /** Rules shown beside the beds. */
  readonly bedRules: readonly Rule[];
  /** The questions of the set that are not asked, retired ones too: their answer is null. */
  readonly unasked: readonly string[];
}

const plans = new WeakMap<QuestionSet, Map<string, Plan>>();

/** The plan for a set, month and seasons; the same one each time. */
export function planFor(which: WhichSet, month: Month, seasons?: readonly Season[]): Plan {
  const set = setOf(which);
  let known = plans.get(set);
  if (!known) plans.set(set, (known = new Map<string, Plan>()));
  const key = `${month} ${seasonsOn(month, seasons).join(" ")}`;
  let plan = known.get(key);
  if (!plan) known.set(key, (plan = makePlan(set, month, seasons)));
  return plan;
}

const calendarMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/;

function makePlan(set: QuestionSet, month: Month, seasons?: readonly Season[]): Plan {
  if (!calendarMonth.test(month)) throw new RangeError(`Not a month: ${month}`);
  const asked = questionsAsked(set, month, seasons);
  const rules = new Map<string, Rule[]>();
  for (const rule of rulesFor(set, asked)) rules.set(rule.field, [...(rules.get(rule.field) ?? []), rule]);
  const isAsked = new Set(asked);
  const steps = asked.map((question) => ({
    question,
    read: readerOf(question),
    required: question.mayBeBlank === undefined && question.onlyIf === undefined,
    rules: rules.get(question.key) ?? [],
  }));
  const ahead = set.sections.slice(
    0,
    set.sections.findIndex(({ key }) => key === set.beds),
  );
  return {
    set,
    steps,
    bedsBefore:
      set.beds === undefined ? -1 : asked.filter(({ section }) => ahead.some(({ key }) => key === section)).length,
    bedRules: rules.get("beds") ?? [],
    unasked: set.questions.filter((question) => !isAsked.has(question)).map(({ key }) => key),
  };
}

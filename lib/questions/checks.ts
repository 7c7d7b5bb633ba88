import type { Month } from "@/lib/london";
import { moreThanCqc } from "./check-beds";
import { type Plan, planFor } from "./plan";
import type { Question } from "./question";
import type { Season } from "./seasons";
import type { WhichSet } from "./sets";

/** A check of a figure, as support finds it in a list. */
export interface FigureCheck {
  code: string;
  name: string;
  help: string;
  /** The field beside which it is asked; "beds" for the beds of all types together. */
  field: string;
  /** What its figure is called. */
  figure: string;
}

/** The checks of a month's return that are about a figure, in page order: what support may accept a figure against. */
export function checksOfFigures(which: WhichSet, month: Month, seasons?: readonly Season[]): FigureCheck[] {
  const plan = planFor(which, month, seasons);
  const ofBeds = plan.bedRules.map(({ code, name, help }) => ({
    code,
    name,
    help,
    field: "beds",
    figure: "Occupied beds",
  }));
  const ofQuestions = plan.steps.flatMap(({ question, rules }) =>
    isFigure(question)
      ? rules.flatMap(({ code, name, help, missing }) =>
          missing ? [] : [{ code, name, help, field: question.key, figure: question.short }],
        )
      : [],
  );
  const cqc = { ...moreThanCqc, field: "beds", figure: "Beds in total" };
  return [...(plan.bedsBefore < 0 ? [] : [cqc, ...ofBeds]), ...ofQuestions];
}

const isFigure = ({ kind }: Question) => kind === "count" || kind === "hours" || kind === "percent";

/** Why a check asks what it asks, with an example; null for what is said about cells and rows of a file. */
export function helpWith(which: WhichSet, month: Month, code: string, seasons?: readonly Season[]): string | null {
  if (code === moreThanCqc.code) return moreThanCqc.help;
  const plan = planFor(which, month, seasons);
  const ofTotals = plan.bedRules.find((rule) => rule.code === code);
  if (ofTotals) return ofTotals.help;
  if (code.startsWith("beds.")) return ofBeds;
  for (const { question, rules } of plan.steps) {
    const rule = rules.find((each) => each.code === code);
    if (rule) return rule.help;
    if (code.startsWith(`${question.key}.`)) return aboutQuestion(question, plan);
  }
  return null;
}

const ofBeds =
  "Every bed of a type is occupied, reserved, accepting admissions or out of use. For example, of 20 beds 16 are occupied, 1 is reserved and 2 are accepting admissions, which leaves 1 out of use.";

const examples: Partial<Record<Question["kind"], string>> = {
  count: "For example, 12. If there are none, enter 0.",
  hours: "For example, 150 or 37.5. If there are none, enter 0.",
  percent: "For example, 5 or 2.5, without the % sign.",
  yesNo: "For example, Yes.",
};

function aboutQuestion(question: Question, { set }: Plan): string {
  const section = set.sections.find(({ key }) => key === question.section);
  const choice = question.choices?.[0]?.label;
  const example = examples[question.kind] ?? (choice === undefined ? undefined : `For example, ${choice}.`);
  return [question.label, question.hint, section?.hint, example].filter(Boolean).join(" ");
}

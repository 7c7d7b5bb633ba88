import type { Question, QuestionSet } from "@/lib/questions/question";
import { historyRule } from "./history";
import { blankRule, hoursPerHead, orElseRule } from "./hours";
import { limitRule } from "./limit";
import { nobodyLivesHere, nobodyUsesTheService } from "./nobody";
import { onlyIfRule } from "./only-if";
import { plausibleRule } from "./plausible";
import type { Rule } from "./rule";
import { agencyEqualsEmployed, staffPerBed, totalStaff } from "./staffing";
import { unchangedRule } from "./unchanged";

/** The rules between figures that no single question could state. Those of beds alone are in check-beds. */
const rulesBetweenQuestions: readonly Rule[] = [
  historyRule("beds.occupied", "Occupied beds", "beds"),
  nobodyLivesHere,
  nobodyUsesTheService,
  totalStaff,
  staffPerBed,
  agencyEqualsEmployed,
  hoursPerHead(["nurses_employed", "care_workers_employed"]),
  hoursPerHead(["care_staff_employed"]),
];

/** All rules that hold for a set while these questions are asked: the one list for form, workbook and API. */
export function rulesFor(set: QuestionSet, asked: readonly Question[]): Rule[] {
  const byKey = new Map(asked.map((question) => [question.key, question]));
  const inSection = new Map(set.sections.map(({ key }) => [key, asked.filter(({ section }) => section === key)]));
  const ofQuestions = asked.flatMap((question) => [
    limitRule(question),
    plausibleRule(question),
    question.steady ? historyRule(question.key, question.short) : null,
    onlyIfRule(question, byKey.get(question.onlyIf ?? "")),
    orElseRule(question, byKey.get(question.orElse ?? ""), inSection.get(question.section) ?? []),
  ]);
  const ofSections = [...inSection].map(([section, questions]) =>
    blankRule(
      section,
      questions.filter(({ mayBeBlank }) => mayBeBlank === "warned"),
    ),
  );
  const rules = [...rulesBetweenQuestions, unchangedRule(set), ...ofQuestions, ...ofSections];
  return rules.filter((rule): rule is Rule => rule !== null && applies(rule, set, byKey));
}

const applies = ({ needs, only }: Rule, set: QuestionSet, asked: ReadonlyMap<string, Question>): boolean =>
  (!only || only.includes(set.key)) &&
  needs.every((need) => (need === "beds" ? set.beds !== undefined : asked.has(need)));

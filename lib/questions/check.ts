import type { Month } from "@/lib/london";
import { type Accepted, acceptedIn } from "./accepted";
import { bedField, type Beds, type BedType } from "./beds";
import { reasonOfSupport } from "./accepted-figures";
import { checkBeds, type CheckedBeds, moreThanCqc } from "./check-beds";
import type { Collection } from "./collections";
import type { Context } from "./figures";
import { type Plan, planFor } from "./plan";
import { type AnswerProblem, spoken } from "./problem";
import type { Answer, Question } from "./question";
import { askFor, largestAnswers, longestText, type Reading, unreadableAnswer, whatToType } from "./read";
import type { RuleFacts } from "./rules/rule";
import type { Season } from "./seasons";
import type { AnswersOf, WhichSet } from "./sets";

/** A return as it was typed, whichever way it came: field name to text. What it does not mention is blank. */
export interface ReturnAsTyped<W extends WhichSet = WhichSet> {
  readonly collection: W;
  readonly month: Month;
  /** Seasons and campaigns switched on; absent, the usual ones. */
  readonly seasons?: readonly Season[];
  /** The bed types to ask about, in page order. */
  readonly bedTypes?: readonly BedType[];
  readonly typed: Readonly<Record<string, string>>;
  /** `accepted` are the warnings ticked as right; absent, they are read from what was typed. */
  readonly context?: Context & { readonly accepted?: Accepted };
}

/** A warning that was accepted, kept with the return. `reason` is "" where none was given. */
export interface AcceptedWarning {
  readonly code: string;
  readonly message: string;
  readonly reason: string;
}

type AnswersFor<W> = W extends Collection ? AnswersOf[W] : Readonly<Record<string, Answer>>;

/** The return may be filed when `problems` is empty. `beds` is null if the collection counts none. */
export interface Checked<W extends WhichSet = WhichSet> {
  readonly answers: AnswersFor<W>;
  readonly beds: Beds | null;
  /** In page order: what refuses, and what asks and was not accepted. */
  readonly problems: AnswerProblem[];
  readonly accepted: AcceptedWarning[];
}

/**
 * Reads and checks a return: the one check behind form, workbook and API.
 *
 * Every problem comes at once, those between figures too, whatever else is wrong. Blank stays null and never becomes
 * nought; only an answer of "no" turns the figure that depends on it into 0, whatever stays in its box. What support
 * has accepted for this window needs no confirmation, and is kept with the return in its words.
 */
export function checkReturn<const W extends WhichSet>(given: ReturnAsTyped<W>): Checked<W> {
  const { typed, context = {}, bedTypes = [] } = given;
  const plan = planFor(given.collection, given.month, given.seasons);
  const beds = plan.bedsBefore < 0 ? null : checkBeds(bedTypes, typed, context);
  const { answers, own, unread } = readAnswers(plan, typed);
  const facts: RuleFacts = { answers, unread, totals: beds?.totals ?? null, context };
  const found: AnswerProblem[] = [];
  const bySupport: AcceptedWarning[] = [];
  const add = (problem: AnswerProblem, figure: Answer) => {
    const reason = reasonOfSupport(context, problem.code, figure);
    if (reason === null) found.push(problem);
    else bySupport.push({ code: problem.code, message: problem.message, reason });
  };
  plan.steps.forEach((step, index) => {
    if (beds && index === plan.bedsBefore) bedProblems(plan, beds, facts, bedTypes, add);
    const problem = unread.size > 0 && unread.get(step.question.key);
    if (problem) found.push(problem);
    for (const rule of step.rules) {
      const message = rule.broken(facts, own[index] ?? null);
      if (message !== null) add(asProblem(rule, rule.field, message), own[index] ?? null);
    }
  });
  if (beds && plan.bedsBefore >= plan.steps.length) bedProblems(plan, beds, facts, bedTypes, add);
  const { problems, accepted } = settle(found, found.length > 0 ? (context.accepted ?? acceptedIn(typed)) : new Map());
  return {
    answers: answers as AnswersFor<W>,
    beds: beds?.beds ?? null,
    problems,
    accepted: [...bySupport, ...accepted],
  };
}

/** Checks an update of beds alone, as given any day between returns. */
export function checkBedUpdate(
  bedTypes: readonly BedType[],
  typed: Readonly<Record<string, string>>,
  context: Context & { readonly accepted?: Accepted } = {},
): { beds: Beds; problems: AnswerProblem[]; accepted: AcceptedWarning[] } {
  const { beds, problems } = checkBeds(bedTypes, typed, context);
  return { beds, ...settle(problems, context.accepted ?? acceptedIn(typed)) };
}

/** An object without a prototype is a hash table from the start: filling it costs the same for each question of any set. */
function readAnswers(plan: Plan, typed: Readonly<Record<string, string>>) {
  const answers = Object.create(null) as Record<string, Answer>;
  const own: Answer[] = [];
  const unread = new Map<string, AnswerProblem>();
  for (const { question, read, required } of plan.steps) {
    const { key, onlyIf } = question;
    const needless = onlyIf !== undefined && answers[onlyIf] === false;
    const reading = needless ? 0 : read(typed[key]);
    const problem = wrongWith(question, reading, required, typed[key]);
    if (problem) unread.set(key, problem);
    const answer = problem ? null : (reading as Answer);
    own.push(answer);
    answers[key] = answer;
  }
  for (const key of plan.unasked) answers[key] = null;
  return { answers, own, unread };
}

/** What is wrong with an answer by itself: missing, not what was asked for, or greater than anyone could mean. */
function wrongWith(question: Question, reading: Reading, required: boolean, typed?: string): AnswerProblem | null {
  const { kind, short } = question;
  if (reading === unreadableAnswer) return wrong(question, "unreadable", whatToType(question, typed));
  if (reading === null) return required ? wrong(question, "required", askFor(question)) : null;
  if (kind === "percent" && (reading as number) > largestAnswers.percent)
    return wrong(question, "greatest", whatToType(question));
  if ((kind === "count" || kind === "hours") && (reading as number) > largestAnswers[kind])
    return wrong(question, "greatest", `${short} must be ${spoken(largestAnswers[kind])} or fewer`);
  if (kind === "text" && (reading as string).length > longestText)
    return wrong(question, "longest", `${short} must be ${spoken(longestText)} characters or fewer`);
  return null;
}

const wrong = ({ key }: Question, rule: string, message: string): AnswerProblem => ({
  field: key,
  message,
  code: `${key}.${rule}`,
});

function bedProblems(
  plan: Plan,
  { problems }: CheckedBeds,
  facts: RuleFacts,
  bedTypes: readonly BedType[],
  add: (problem: AnswerProblem, figure: Answer) => void,
): void {
  for (const problem of problems)
    add(problem, problem.code === moreThanCqc.code ? (facts.totals?.capacity ?? null) : null);
  const [first] = bedTypes;
  const occupied = facts.totals?.occupied ?? null;
  for (const rule of first ? plan.bedRules : []) {
    const message = rule.broken(facts, occupied);
    if (first && message !== null) add(asProblem(rule, bedField(first.key, "occupied"), message), occupied);
  }
}

const asProblem = (rule: { code: string; soft?: true }, field: string, message: string): AnswerProblem =>
  rule.soft ? { field, message, code: rule.code, warning: true } : { field, message, code: rule.code };

/** Takes out the warnings that were accepted, and keeps them with their reasons. */
function settle(
  found: readonly AnswerProblem[],
  ticked: Accepted,
): { problems: AnswerProblem[]; accepted: AcceptedWarning[] } {
  const problems: AnswerProblem[] = [];
  const accepted: AcceptedWarning[] = [];
  for (const problem of found) {
    const reason = problem.warning ? ticked.get(problem.code) : undefined;
    if (reason === undefined) problems.push(problem);
    else accepted.push({ code: problem.code, message: problem.message, reason });
  }
  return { problems, accepted };
}

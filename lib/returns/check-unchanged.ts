import { formatDate, formatMonth } from "@/lib/format";
import { addMonths, type Month } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { acceptedIn } from "@/lib/questions/accepted";
import { isOfSupport } from "@/lib/questions/accepted-figures";
import { notYetAnswered, questionsAsked } from "@/lib/questions/asked";
import { type Collection, isMandated } from "@/lib/questions/collections";
import type { Question } from "@/lib/questions/question";
import { typedFrom } from "@/lib/questions/typed";
import { currentAnswers, figuresNow, figuresSeen } from "./figures-now";
import type { Filing } from "./filing";
import type { FilingFacts } from "./filing-facts";

const changedSince = "Someone changed these figures after you opened the page, so nothing was sent";
const longest = 31 * 86_400_000;

/** "Nothing has changed" as the return that it files: what is typed in it, what is ticked, and what is asked first. */
export interface UnchangedReturn {
  typed: Readonly<Record<string, string>>;
  ticks: Map<string, string>;
  asked: readonly Problem[];
  /** The questions that its form has fields for. */
  fields: readonly Question[];
}

/**
 * Reads "nothing has changed": the last figures, with the answers that the last return lacks and with what belongs to a
 * calendar month as it was put right in place; nothing else that was typed. Refuses where it cannot be said, and where
 * someone has changed the figures since they were looked at. Asks for confirmation of figures older than a month.
 */
export function readUnchanged(
  facts: FilingFacts,
  filing: Filing,
  looked: string,
  month: Month,
  now: Date,
): Outcome<UnchangedReturn> {
  const { collection, typed } = filing;
  const why = whyNotUnchanged(facts);
  if (why.length > 0) return refused(...why);
  const missing = unansweredIn(facts, collection, month);
  if (missing.length > 0 && missing.every(({ key }) => (typed[key] ?? "").trim() === ""))
    return refused(...missing.map(notAnsweredYet));
  if (looked !== figuresSeen(facts))
    return refused({ message: changedSince, link: { href: "", label: "Open this page again" } });
  const inPlace = putRightInPlace(facts, collection, month);
  const answered = [...missing, ...inPlace.filter(({ key }) => typed[key] !== undefined)];
  const figures = figuresNow(facts, collection, month);
  const ticks = new Map(filing.accepted ?? acceptedIn(typed));
  for (const [code, reason] of stillAccepted(facts)) if (!ticks.has(code)) ticks.set(code, reason);
  return done({
    typed: {
      ...typedFrom(figures?.answers ?? {}, figures?.beds),
      ...Object.fromEntries(answered.map(({ key }) => [key, typed[key] ?? ""])),
    },
    ticks,
    asked: olderThanAMonth(facts, collection, month, now),
    fields: [...missing, ...inPlace],
  });
}

/** Why "nothing has changed" cannot be said at all, if so: nothing was filed before, or the last return was nil. */
export function whyNotUnchanged(facts: FilingFacts): Problem[] {
  if (!facts.past[0]) return [{ message: "There are no earlier figures yet. Fill in the return" }];
  if (facts.latest?.nilReason)
    return [{ message: "Your last return was a nil return. Fill in the return, or send a nil return again" }];
  return [];
}

/**
 * The questions that are new or seasonal and that the last return does not answer. "Nothing has changed" is refused until
 * they are answered; they may be answered with it, and the other figures are filed as they were.
 */
export const unansweredIn = (facts: FilingFacts, collection: Collection, month: Month): Question[] =>
  notYetAnswered(collection, month, currentAnswers(facts, collection, month), facts.calendar.seasonsIn(month));

/**
 * The questions about the calendar month before a window, such as hours: last month's figure is of another month, so
 * the form of "nothing has changed" has fields for them. None once there is a return for this month.
 */
export function putRightInPlace(facts: FilingFacts, collection: Collection, month: Month): Question[] {
  if ((facts.past[0]?.month ?? month) >= month) return [];
  const missing = unansweredIn(facts, collection, month);
  return questionsAsked(collection, month, facts.calendar.seasonsIn(month)).filter(
    (question) => question.monthBefore && !missing.includes(question),
  );
}

/** Last figures that are older than a month are not filed again without a question. */
export function olderThanAMonth(facts: FilingFacts, collection: Collection, month: Month, now: Date): Problem[] {
  const last = facts.past[0];
  if (!last) return [];
  const monthly = isMandated(collection);
  const fresh = monthly ? last.month >= addMonths(month, -1) : now.getTime() - last.submittedAt.getTime() <= longest;
  if (fresh) return [];
  const filed = monthly ? `for ${formatMonth(last.month)}` : `on ${formatDate(last.submittedAt)}`;
  return [
    {
      message: `These figures were filed ${filed}, more than a month ago. Look at each of them before you file them again`,
      warning: true,
      code: `unchanged.older.${last.reference}`,
      tick: monthly ? `They are right for ${formatMonth(month)}` : "They are right today",
    },
  ];
}

/** Warnings that were accepted about the last figures stay accepted. Those about the filing itself do not. */
const stillAccepted = ({ past }: FilingFacts): [code: string, reason: string][] =>
  (past[0]?.accepted ?? [])
    .filter((one) => !isOfSupport(one))
    .filter(({ code }) => code !== "unchanged_for_long" && !/^(?:window|replaces|nil|unchanged)\./.test(code))
    .map(({ code, reason }) => [code, reason]);

/** The warnings that are accepted already when the last figures are filed again. */
export const acceptedAlready = (facts: FilingFacts): ReadonlyMap<string, string> => new Map(stillAccepted(facts));

const notAnsweredYet = ({ key, short }: Question): Problem => ({
  field: key,
  message: `${short}: this question is new or seasonal, so your last return does not answer it. Answer it, then send`,
});

/** A form that asks a few questions has no other fields to point at. */
export function onTheForm(problem: Problem, fields: readonly Question[]): Problem {
  const { field, ...rest } = problem;
  return fields.some(({ key }) => key === field) ? problem : rest;
}

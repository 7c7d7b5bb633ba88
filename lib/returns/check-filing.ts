import { formatDate, formatDateTime, formatMonth } from "@/lib/format";
import { closedNow } from "@/lib/locations/closed";
import type { Month } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { type Accepted, acceptedIn } from "@/lib/questions/accepted";
import { notYetAnswered } from "@/lib/questions/asked";
import type { Beds } from "@/lib/questions/beds";
import { type AcceptedWarning, checkReturn } from "@/lib/questions/check";
import { type Collection, collections, collectionsFor } from "@/lib/questions/collections";
import { isNilReason, type NilReason } from "@/lib/questions/nil-reasons";
import { inSentence } from "@/lib/questions/problem";
import type { Answers, Question } from "@/lib/questions/question";
import { typedFrom } from "@/lib/questions/typed";
import { windowFor } from "@/lib/windows/calendar";
import type { ReturnOnRecord } from "./filed-returns";
import type { Filing } from "./filing";
import { currentAnswers, bedTypesOf, contextOf, figuresNow, lookedAt } from "./figures-now";
import type { FilingFacts } from "./filing-facts";
import { isOpen, lastMinute, monthFor, type ReportingWindow } from "@/lib/windows/reporting-window";

/** A return that may be filed: for which month, whether too late to count, and what it says. */
export interface Filable {
  month: Month;
  late: boolean;
  nil: { reason: NilReason; note: string | null } | null;
  answers: Answers | null;
  beds: Beds | null;
  accepted: readonly AcceptedWarning[];
}

const longestNote = 500;
const changedSince = "Someone changed these figures after you opened the page. Check them, then send them again";

/**
 * Decides whether a return may be filed, from what is known of the location. The one check behind form, workbook, nil,
 * "nothing has changed" and API: every problem at once, and warnings that were not accepted.
 *
 * It belongs to the latest window that has opened; outside it a monthly return is late and doesn't count. Collections
 * that are updated any day have no deadline to be late for.
 */
export function checkFiling(facts: FilingFacts, filing: Filing, now: Date): Outcome<Filable> {
  const { location, calendar } = facts;
  const { label, often } = collections[filing.collection];
  if (!collectionsFor(location.types, calendar.switched).includes(filing.collection))
    return refused({ message: `${location.name} does not need to send the ${inSentence(label)}` });
  const closed = closedNow(location, now);
  if (closed)
    return refused({
      message: `${location.name} closed on ${formatDate(closed.on)}, so no return can be filed for it`,
    });

  const window = windowFor(calendar, monthFor(now), now, location.id);
  const late = often === "monthly" && !isOpen(window, now);
  const moved = [...movedSince(filing, window, late), ...filedSince(filing, facts, window.month, late)];
  if (filing.nil) return nilReturn(filing, window.month, late, moved);
  return withFigures(facts, filing, window.month, late, moved, now);
}

/** How a window stands, for a form to say which it was opened for. */
export const windowToken = (month: Month, late: boolean): string => `${month} ${late ? "late" : "open"}`;

/** A form left open over the end of a window, or over the opening of the next, is asked about and not filed unseen. */
function movedSince({ shown }: Filing, window: ReportingWindow, late: boolean): Problem[] {
  if (shown === undefined || shown === windowToken(window.month, late)) return [];
  const message = shown.startsWith(window.month)
    ? late
      ? `The window closed at ${formatDateTime(lastMinute(window))}, while you had this form open. What you send now will be kept as a late update and will not count`
      : `The ${formatMonth(window.month)} window has been extended, so what you send now counts`
    : `The ${formatMonth(window.month)} window has opened since you opened this form. What you send now is for ${formatMonth(window.month)}`;
  const tick = late ? "Send it as a late update" : `Send it for ${formatMonth(window.month)}`;
  return [{ message, warning: true, code: "window.moved", tick }];
}

/** The return that stands for a month: the one that counts, or of those that came late the newest. */
export const currentReturn = ({ latest }: FilingFacts, month: Month, late: boolean): ReturnOnRecord | null =>
  latest && latest.month === month && latest.late === late ? latest : null;

/** What someone filed while a form was open is not replaced unseen. */
function filedSince({ standing }: Filing, facts: FilingFacts, month: Month, late: boolean): Problem[] {
  const filed = currentReturn(facts, month, late);
  if (standing === undefined || !filed || filed.reference === standing) return [];
  const who = filed.onBehalfOf ?? filed.submittedBy;
  const message = `${who} filed this return at ${formatDateTime(filed.submittedAt)}, after you opened this page. Yours will replace it, and we keep both`;
  return [{ message, warning: true, code: `replaces.${filed.reference}`, tick: "Replace it with mine" }];
}

const unseen = (moved: Problem[], ticks: Accepted) => moved.filter(({ code = "" }) => !ticks.has(code));
const seen = (moved: Problem[]) => moved.map(({ code = "", message }) => ({ code, message, reason: "" }));

function nilReturn({ collection, nil, accepted, typed }: Filing, month: Month, late: boolean, moved: Problem[]) {
  const problems: Problem[] = [];
  const reason = nil?.reason ?? "";
  const note = (nil?.note ?? "").replaceAll("\u0000", "").trim();
  const { often, label } = collections[collection];
  if (often !== "monthly") problems.push({ message: `You cannot send a nil return for the ${inSentence(label)}` });
  if (!isNilReason(reason)) problems.push({ field: "reason", message: "Select why there is nothing to report" });
  if (note.length > longestNote)
    problems.push({ field: "note", message: `Your note must be ${longestNote} characters or fewer` });
  const ticks = accepted ?? acceptedIn(typed);
  problems.push(...unseen(moved, ticks));
  if (problems.length > 0 || !isNilReason(reason)) return refused(...problems);
  return done({ month, late, nil: { reason, note: note || null }, answers: null, beds: null, accepted: seen(moved) });
}

function withFigures(
  facts: FilingFacts,
  filing: Filing,
  month: Month,
  late: boolean,
  moved: Problem[],
  now: Date,
): Outcome<Filable> {
  const { collection, unchanged } = filing;
  const bedTypes = bedTypesOf(facts, collection, month);
  const seasons = facts.calendar.seasonsIn(month);
  const ticks = new Map(filing.accepted ?? acceptedIn(filing.typed));
  const missing = unchanged ? unansweredIn(facts, collection, month) : [];
  let { typed } = filing;
  if (unchanged) {
    const why = whyNotUnchanged(facts);
    if (why.length > 0) return refused(...why);
    const answers = missing.map(({ key }) => [key, typed[key] ?? ""] as const);
    if (answers.length > 0 && answers.every(([, answer]) => answer.trim() === ""))
      return refused(...missing.map(notAnsweredYet));
    if (unchanged.looked !== lookedAt(facts)) return refused({ message: changedSince });
    const figures = figuresNow(facts, collection, month);
    typed = { ...typedFrom(figures?.answers ?? {}, figures?.beds), ...Object.fromEntries(answers) };
    for (const { code, reason } of facts.past[0]?.accepted ?? [])
      if (code !== "unchanged_for_long" && !ticks.has(code)) ticks.set(code, reason);
  }
  const context = { ...contextOf(facts, collection, month, now), accepted: ticks };
  const checked = checkReturn({ collection, month, seasons, bedTypes, typed, context });
  const found = unchanged ? checked.problems.map((problem) => onTheForm(problem, missing)) : checked.problems;
  const problems: Problem[] = [...unseen(moved, ticks), ...found];
  if (problems.length > 0) return refused(...problems);
  const { answers, beds, accepted } = checked;
  return done({ month, late, nil: null, answers: answers, beds, accepted: [...seen(moved), ...accepted] });
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

const notAnsweredYet = ({ key, short }: Question): Problem => ({
  field: key,
  message: `${short}: this question is new or seasonal, so your last return does not answer it. Answer it, then send`,
});

/** A form that asks a few questions has no other fields to point at. */
function onTheForm(problem: Problem, asked: readonly Question[]): Problem {
  const { field, ...rest } = problem;
  return asked.some(({ key }) => key === field) ? problem : rest;
}

import { formatList, formatMonth } from "@/lib/format";
import { addMonths, monthsFrom, type Month } from "@/lib/london";
import type { BankHolidays } from "./bank-holidays";
import { isOwed } from "./owed";
import type { FirstDue, Registration } from "./registration";
import {
  extensionFor,
  type GrantedExtension,
  monthFor,
  reportingWindow,
  type ReportingWindow,
} from "./reporting-window";
import { monthsInView, noticeInARow, noticeInView, riskInARow } from "./thresholds";

/** A return as compliance sees it: for which month, when, how, and whether a nil return. No figures. */
export interface FiledReturn {
  month: Month;
  submittedAt: Date;
  /** When a newer return took its place, if one did. */
  supersededAt?: Date | null;
  nil: boolean;
  /** How it was filed: by form, workbook, "nothing has changed" and so on. */
  source: string;
}

/**
 * Everything that decides one location's compliance with one collection. Dormant locations need to file too: a nil
 * return counts.
 */
export interface ComplianceFacts extends Registration {
  locationId: string;
  returns: readonly FiledReturn[];
  extensions?: readonly GrantedExtension[];
}

export type MonthState =
  | { state: "not due" | "open" | "missed" }
  | { state: "filed" | "nil"; at: Date; source: string }
  /** Missed, and filed after the window closed: welcome, but it doesn't count. */
  | { state: "late update"; at: Date; source: string };

export type MonthStanding = MonthState & { month: Month; window: ReportingWindow };

export type ComplianceStanding = "on track" | "at risk" | "notice threshold";

export interface Compliance {
  standing: ComplianceStanding;
  /** The missed months that led to this standing, oldest first; none when on track. */
  because: Month[];
  /** What was missed in the twelve months, in a sentence: "No return counted for September 2026 and October 2026." */
  why: string;
  /** The twelve months that count, oldest first, then the month of a window that is still open and unanswered. */
  months: MonthStanding[];
}

/**
 * A location's compliance with a collection at a moment, as it was known then: anything filed, superseded, extended or
 * deregistered later is left out, so the answer for a past date never changes.
 *
 * A deadline is missed where the month was due and nothing was filed within its window; a late update doesn't mend it.
 * Notice threshold: the last 3 missed, or 4 of the last 12 (the Business Services Authority's published trigger for a
 * notice of intent). At risk: the last 2 missed. A window still open counts once something was filed in it, and until
 * then leaves the standing as it was; so filing ends a run, but not yet the four of twelve.
 */
export function complianceAt(
  asOf: Date,
  facts: ComplianceFacts,
  holidays: BankHolidays,
  firstDue: FirstDue = "first-full-window",
): Compliance {
  const latest = monthFor(asOf);
  const months = monthsFrom(addMonths(latest, -monthsInView), latest).map((month) =>
    monthStanding(month, asOf, facts, holidays, firstDue),
  );
  const inView = months.at(-1)?.state === "open" ? months : months.slice(1);
  const settled = inView.filter(({ state }) => state !== "open");
  return { ...standingFrom(settled.map((one) => ({ month: one.month, missed: isMissed(one) }))), months: inView };
}

/** The state of one month at a moment, as it was known then. */
export function monthStanding(
  month: Month,
  asOf: Date,
  facts: ComplianceFacts,
  holidays: BankHolidays,
  firstDue: FirstDue = "first-full-window",
): MonthStanding {
  const granted = facts.extensions?.filter(({ grantedAt }) => grantedAt <= asOf) ?? [];
  const window = reportingWindow(month, holidays, extensionFor(month, granted, facts.locationId));
  return { month, window, ...stateOf(window, asOf, facts, firstDue) };
}

/** Whether a month counts as a missed deadline. */
const isMissed = ({ state }: MonthState): boolean => state === "missed" || state === "late update";

function stateOf(window: ReportingWindow, asOf: Date, facts: ComplianceFacts, firstDue: FirstDue): MonthState {
  const known = facts.returns.filter(({ month, submittedAt }) => month === window.month && submittedAt <= asOf);
  const inWindow = standing(
    known.filter(({ submittedAt }) => window.opensAt <= submittedAt && submittedAt < window.closesAt),
    asOf,
  );
  if (inWindow) return { state: inWindow.nil ? "nil" : "filed", at: inWindow.submittedAt, source: inWindow.source };

  if (asOf < window.opensAt || !isOwed(window, facts, firstDue, asOf)) return { state: "not due" };
  if (asOf < window.closesAt) return { state: "open" };
  const late = standing(known, asOf);
  return late ? { state: "late update", at: late.submittedAt, source: late.source } : { state: "missed" };
}

/**
 * Of several returns, the one that counts: the newest that had not been superseded by then. If all had been superseded
 * (by a late one, before an extension made them count), the newest of them: a return filed in time stays filed.
 */
function standing(returns: readonly FiledReturn[], asOf: Date): FiledReturn | undefined {
  const current = returns.filter(({ supersededAt }) => !supersededAt || supersededAt > asOf);
  return (current.length > 0 ? current : returns).reduce<FiledReturn | undefined>(
    (newest, next) => (newest && newest.submittedAt > next.submittedAt ? newest : next),
    undefined,
  );
}

/** The standing of a location, from the months that count, oldest first. */
export function standingFrom(settled: readonly { month: Month; missed: boolean }[]): Omit<Compliance, "months"> {
  const missed = settled.filter((one) => one.missed).map(({ month }) => month);
  const run = settled.slice(settled.findLastIndex((one) => !one.missed) + 1).map(({ month }) => month);

  if (missed.length >= noticeInView) return { standing: "notice threshold", because: missed, why: whyMissed(missed) };
  if (run.length >= noticeInARow) return { standing: "notice threshold", because: run, why: whyMissed(run) };
  if (run.length >= riskInARow) return { standing: "at risk", because: run, why: whyMissed(run) };
  return { standing: "on track", because: [], why: missed.length > 0 ? whyMissed(missed) : "No deadline was missed." };
}

const whyMissed = (months: readonly Month[]) => `No return counted for ${formatList(months.map(formatMonth))}.`;

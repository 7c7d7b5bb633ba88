import {
  formatCount,
  formatDateTime,
  formatDateTimeThisYear,
  formatLongDayAndMonth,
  formatOrdinal,
  formatWeekday,
  formatMonth,
} from "@/lib/format";
import { windowOpensOn } from "@/lib/first-window";
import { addDays, addMonths, dayIn, dayOf, daysBetween, isWeekend, monthOf, partsOf, startOfDay } from "@/lib/london";
import type { Day, Month } from "@/lib/london";
import type { BankHolidays } from "./bank-holidays";

/** The days of a month within which its return counts. */
export interface ReportingWindow {
  month: Month;
  firstDay: Day;
  /** The last day on which a return counts, until midnight. */
  lastDay: Day;
  opensAt: Date;
  /** The first moment that is too late: midnight after the last day. */
  closesAt: Date;
  /** Why it closes later than the 14th: "the 14th is a Saturday", or the reason that support gave. */
  extendedBecause?: string;
  extendedBy?: "calendar" | "support";
}

/** A later last day that support set for one window, and why. */
export interface Extension {
  month: Month;
  lastDay: Day;
  reason: string;
  /** The locations that it is for; all of them if absent. */
  locationIds?: readonly string[];
}

/** An extension, with the time when support gave it. */
export interface GrantedExtension extends Extension {
  grantedAt: Date;
}

const lastDate = 14;

/**
 * The window of a month, London time: from the start of the 8th to the end of the 14th or, if that is a Saturday, a
 * Sunday or a bank holiday in England, to the end of the next working day. The opening day never moves. Source: the
 * notice on mandated data under section 277A of the Health and Social Care Act 2012.
 *
 * An extension makes the last day later. One that would not is ignored, and none can reach the next window.
 */
export function reportingWindow(month: Month, holidays: BankHolidays, extension?: Extension): ReportingWindow {
  const window = windowByCalendar(month, holidays);
  if (!extension || extension.month !== month || extension.lastDay <= window.lastDay) return window;
  const latest = lastExtendableDay(month);
  const lastDay = extension.lastDay < latest ? extension.lastDay : latest;
  const closesAt = startOfDay(addDays(lastDay, 1));
  return { ...window, lastDay, closesAt, extendedBecause: extension.reason, extendedBy: "support" };
}

/** The last day to which support may extend a month's window: the day before the next one opens. */
export const lastExtendableDay = (month: Month): Day => dayIn(addMonths(month, 1), windowOpensOn - 1);

/** The extension of a month's window that applies to a location: if several do, the one that closes last. */
export function extensionFor(
  month: Month,
  extensions: readonly Extension[],
  locationId?: string,
): Extension | undefined {
  return extensions
    .filter((extension) => extension.month === month)
    .filter(({ locationIds }) => !locationIds || (locationId !== undefined && locationIds.includes(locationId)))
    .reduce<Extension | undefined>((last, next) => (last && last.lastDay >= next.lastDay ? last : next), undefined);
}

/**
 * The month that a return filed now belongs to: the month of the latest window to have opened, even if it has closed. A
 * return filed after it closed is late.
 */
export function monthFor(now: Date): Month {
  const month = monthOf(now);
  return dayOf(now) < dayIn(month, windowOpensOn) ? addMonths(month, -1) : month;
}

/** Whether an instant is in a window: at or after its opening, and before its closing. */
export const isOpen = (window: ReportingWindow, at: Date): boolean => window.opensAt <= at && at < window.closesAt;

export type WindowNow =
  | { state: "open"; current: ReportingWindow; latestOpened: ReportingWindow; next: ReportingWindow }
  | { state: "closed"; current?: undefined; latestOpened: ReportingWindow; next: ReportingWindow };

/**
 * The windows at a moment: the open one, if any; the latest to have opened, to which a return filed now belongs; and
 * the next to open. An extension for some locations counts only if `locationId` is one of them.
 */
export function windowAt(
  now: Date,
  holidays: BankHolidays,
  extensions: readonly Extension[] = [],
  locationId?: string,
): WindowNow {
  const windowOf = (month: Month) => reportingWindow(month, holidays, extensionFor(month, extensions, locationId));
  const latestOpened = windowOf(monthFor(now));
  const next = windowOf(addMonths(latestOpened.month, 1));
  return isOpen(latestOpened, now)
    ? { state: "open", current: latestOpened, latestOpened, next }
    : { state: "closed", latestOpened, next };
}

/** How many days are left after today before a window closes: 0 on its last day and once it has closed. */
export const daysLeft = (window: ReportingWindow, now: Date): number =>
  Math.max(0, daysBetween(dayOf(now), window.lastDay));

/** A window's state in one line: "3 days left: closes 11:59pm on Monday 16 November". */
export function windowSentence(window: ReportingWindow, now: Date): string {
  if (now < window.opensAt) return `Opens on ${formatLongDayAndMonth(window.firstDay)}`;
  if (now >= window.closesAt) return `Closed at ${formatDateTime(lastMinute(window))}`;
  const left = daysLeft(window, now);
  return `${left === 0 ? "Last day" : `${formatCount("day", left)} left`}: closes ${formatDateTimeThisYear(lastMinute(window))}`;
}

/** A window and its state, as the first thing of a page: "November 2026 window. 6 days left: closes 11:59pm on …". */
export const windowInFull = (window: ReportingWindow, now: Date): string =>
  `${formatMonth(window.month)} window. ${windowSentence(window, now)}.`;

/** The last minute in which a return counts: 11:59pm on the last day. */
export const lastMinute = (window: ReportingWindow): Date => new Date(window.closesAt.getTime() - 60_000);

const windows = new WeakMap<BankHolidays, Map<Month, ReportingWindow>>();

function windowByCalendar(month: Month, holidays: BankHolidays): ReportingWindow {
  const known = windows.get(holidays) ?? new Map<Month, ReportingWindow>();
  windows.set(holidays, known);
  const window = known.get(month) ?? Object.freeze(workOut(month, holidays));
  known.set(month, window);
  return window;
}

function workOut(month: Month, holidays: BankHolidays): ReportingWindow {
  const firstDay = dayIn(month, windowOpensOn);
  const fourteenth = dayIn(month, lastDate);
  let lastDay = fourteenth;
  while (isWeekend(lastDay) || holidays.isHoliday(lastDay)) lastDay = addDays(lastDay, 1);
  const window = { month, firstDay, lastDay, opensAt: startOfDay(firstDay), closesAt: startOfDay(addDays(lastDay, 1)) };
  if (lastDay === fourteenth) return window;
  return { ...window, extendedBecause: whyNot(fourteenth, holidays), extendedBy: "calendar" };
}

function whyNot(day: Day, holidays: BankHolidays): string {
  const name = holidays.nameOf(day);
  return `the ${formatOrdinal(partsOf(day).day)} is ${name ? `a bank holiday (${name})` : `a ${formatWeekday(day)}`}`;
}

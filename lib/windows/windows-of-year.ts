import { formatDateTime, formatLongDate, formatOrdinal, formatWeekday } from "@/lib/format";
import { dayIn, monthsFrom, partsOf } from "@/lib/london";
import type { BankHolidays } from "./bank-holidays";
import { extensionFor, lastMinute, reportingWindow, type Extension, type ReportingWindow } from "./reporting-window";

/** A window with the words in which the public page explains it. */
export interface ExplainedWindow {
  window: ReportingWindow;
  /** "Sunday 8 November 2026". */
  opens: string;
  /** "11:59pm on Monday 16 November 2026". */
  closes: string;
  /** One sentence on why it closes when it does. */
  why: string;
}

/** The twelve windows of a year, as they hold for a location, or for everyone where none is named. */
export function windowsOfYear(
  year: number,
  holidays: BankHolidays,
  extensions: readonly Extension[] = [],
  locationId?: string,
): ExplainedWindow[] {
  return monthsFrom(`${year}-01`, `${year}-12`).map((month) =>
    explained(reportingWindow(month, holidays, extensionFor(month, extensions, locationId))),
  );
}

/** A window in words. */
export const explained = (window: ReportingWindow): ExplainedWindow => ({
  window,
  opens: formatLongDate(window.firstDay),
  closes: formatDateTime(lastMinute(window)),
  why: whyItClosesThen(window),
});

/**
 * "It closes on Monday the 16th, the next working day, because the 14th is a Saturday." Support's reason is shown as it
 * was written.
 */
function whyItClosesThen(window: ReportingWindow): string {
  const fourteenth = dayIn(window.month, 14);
  if (window.extendedBy === "support")
    return `Extended to ${formatLongDate(window.lastDay)}: ${window.extendedBecause}`;
  if (window.extendedBy === undefined) return `The 14th is a ${formatWeekday(fourteenth)}, and a working day.`;
  const last = `${formatWeekday(window.lastDay)} the ${formatOrdinal(partsOf(window.lastDay).day)}`;
  return `It closes on ${last}, the next working day, because ${window.extendedBecause}.`;
}

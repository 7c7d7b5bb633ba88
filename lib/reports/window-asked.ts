import { addMonths, type Month, monthsFrom } from "@/lib/london";
import { type Calendar, calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { monthsShown } from "./months";

/** A year and the month it is compared with. */
const monthsOfShortTrend = 13;

/** The window that a report shows, and those it can be moved to. */
export interface WindowAsked {
  calendar: Calendar;
  /** The windows of the last three years that someone owed a return for, oldest first; the newest is the last to open. */
  choices: Month[];
  month: Month;
  isLatest: boolean;
  /** The windows of the trend, which end with the one that is shown. Oldest first. */
  months: Month[];
}

/**
 * The window that someone asked for: the newest where it is none that can be shown. A short trend is a year with the
 * month it is compared with; a long one is all that can be shown.
 */
export async function windowAsked(wanted: Month | null, now: Date, trend: "short" | "long"): Promise<WindowAsked> {
  const calendar = await calendarNow();
  const latest = monthFor(now);
  const all = monthsFrom(addMonths(latest, 1 - monthsShown), latest);
  const owed = all.filter((month) => month >= (calendar.owedFrom ?? ""));
  const choices = owed.length > 0 ? owed : [latest];
  const month = wanted && choices.includes(wanted) ? wanted : latest;
  const first = trend === "short" ? addMonths(month, 1 - monthsOfShortTrend) : "";
  const months = choices.filter((one) => one >= first && one <= month);
  return { calendar, choices, month, isLatest: month === latest, months };
}

import { dayOf, daysBetween, londonTime, partsOf, weekdayOf, type Day, type Month } from "./london";

export { formatList, inSentence } from "./list";

/**
 * Dates, times and numbers in the service's words, as the NHS writes them: no leading noughts, "9am" and not "9:00am",
 * "midday" and "midnight". Times are London's. The names are our own list and not Intl's, which words a date
 * differently from one release of Node and one browser to another.
 */

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const perCent = new Intl.NumberFormat("en-GB", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** "16 November 2026", of a day, or of an instant as London dates it. */
export function formatDate(at: Date | Day): string {
  const { year } = partsOf(asDay(at));
  return `${formatDayAndMonth(at)} ${year}`;
}

/** "16 November". */
export function formatDayAndMonth(at: Date | Day): string {
  const { month, day } = partsOf(asDay(at));
  return `${day} ${months[month - 1]}`;
}

/** "Monday". */
export const formatWeekday = (at: Date | Day): string => weekdays[weekdayOf(asDay(at))] ?? "";

/** "Monday 16 November 2026". */
export const formatLongDate = (at: Date | Day): string => `${formatWeekday(at)} ${formatDate(at)}`;

/** "Monday 16 November", where the year goes without saying. */
export const formatLongDayAndMonth = (at: Date | Day): string => `${formatWeekday(at)} ${formatDayAndMonth(at)}`;

/** "9am", "11:59pm", "midday", "midnight". */
export function formatTime(at: Date): string {
  const { hour, minute } = londonTime(at);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "midday";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/**
 * "11:59pm on Monday 16 November 2026". Midnight says which end of the day it is, because people differ:
 * "midnight at the start of Sunday 8 November 2026".
 */
export const formatDateTime = (at: Date): string => withTime(at, formatLongDate(at));

/** "11:59pm on Monday 16 November", where the year goes without saying. */
export const formatDateTimeThisYear = (at: Date): string => withTime(at, formatLongDayAndMonth(at));

/** "November 2026". */
export function formatMonth(month: Month): string {
  const { year, month: number } = partsOf(`${month}-01`);
  return `${months[number - 1]} ${year}`;
}

/** "8th", "14th", "21st". */
export function formatOrdinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teens ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}

/**
 * How long ago, in one unit: "just now", "5 minutes ago", "2 hours ago", "yesterday", "3 days ago"; beyond 30 days, and
 * for a time still to come, the date. From 24 hours on it counts London's days, as people do.
 */
export function formatAgo(then: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < -1) return formatDate(then);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${formatCount("minute", minutes)} ago`;
  const days = daysBetween(dayOf(then), dayOf(now));
  if (minutes < 24 * 60 || days === 0) return `${formatCount("hour", Math.floor(minutes / 60))} ago`;
  if (days === 1) return "yesterday";
  return days <= 30 ? `${days} days ago` : formatDate(then);
}

/** "1,204"; up to two decimals if there are any. */
export const formatNumber = (n: number): string => whole.format(n);

/** "86.0%", of a share from 0 to 1, always with one decimal so that a column lines up. */
export const formatPercent = (share: number): string => perCent.format(share);

/** The word that goes with a number: "bed" with 1, otherwise "beds", or the plural given. */
export const plural = (one: string, n: number, many = `${one}s`): string => (n === 1 ? one : many);

/** The number with its word: "1 bed", "1,204 beds". */
export const formatCount = (one: string, n: number, many?: string): string =>
  `${formatNumber(n)} ${plural(one, n, many)}`;

const asDay = (at: Date | Day): Day => (typeof at === "string" ? at : dayOf(at));

function withTime(at: Date, day: string): string {
  const time = formatTime(at);
  return time === "midnight" ? `midnight at the start of ${day}` : `${time} on ${day}`;
}

/** What a workbook files: "2 returns", "3 completed surveys", or "2 returns and 3 completed surveys". */
export const lotInWords = (returns: number, surveys = 0): string =>
  [
    ...(returns > 0 || surveys === 0 ? [formatCount("return", returns)] : []),
    ...(surveys > 0 ? [formatCount("completed survey", surveys)] : []),
  ].join(" and ");

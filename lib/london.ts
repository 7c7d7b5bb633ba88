/**
 * The calendar of England, as pure arithmetic. A day is a string such as "2026-11-08" and a month "2026-11", so that
 * they compare and sort as text and carry no hour that a change of clocks could move.
 */

/** A calendar day, "YYYY-MM-DD". */
export type Day = string;

/** A calendar month, "YYYY-MM": the name of a reporting window. */
export type Month = string;

export interface CalendarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

export interface LondonTime extends CalendarDate {
  hour: number;
  minute: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const two = (n: number) => String(n).padStart(2, "0");

const wallClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/** The last instant that was asked for: a lot of returns is judged at one instant, and formatting it takes the longest. */
let last: { instant: number; shown: LondonTime } | undefined;

/** What a clock on a wall in London shows at an instant. */
export function londonTime(instant: Date): LondonTime {
  const at = instant.getTime();
  if (last?.instant !== at) last = { instant: at, shown: wallClockAt(instant) };
  return { ...last.shown };
}

function wallClockAt(instant: Date): LondonTime {
  const shown: Record<string, number> = {};
  for (const { type, value } of wallClock.formatToParts(instant)) shown[type] = Number(value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN } = shown;
  return { year, month, day, hour, minute };
}

/** The date in London at an instant: at half past midnight in June it is already a day that UTC has not reached. */
export function londonDate(instant: Date): CalendarDate {
  const { year, month, day } = londonTime(instant);
  return { year, month, day };
}

/** The day in London at an instant. */
export const dayOf = (instant: Date): Day => dayFrom(londonDate(instant));

/** The month in London at an instant. Not the month a return filed then belongs to: that is `monthFor`. */
export const monthOf = (instant: Date): Month => dayOf(instant).slice(0, 7);

/** The month that a day lies in. */
export const monthOfDay = (day: Day): Month => day.slice(0, 7);

/** London's day and time, as it sorts and as spreadsheets take it for a date: "2026-11-10 09:05". */
export function sortableTime(instant: Date): string {
  const { hour, minute } = londonTime(instant);
  return `${dayOf(instant)} ${two(hour)}:${two(minute)}`;
}

export const dayFrom = ({ year, month, day }: CalendarDate): Day =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

/** A day taken apart. Throws a RangeError for a day that the calendar does not have, such as "2026-02-30". */
export function partsOf(day: Day): CalendarDate {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const parts = { year: Number(year), month: Number(month), day: Number(date) };
  if (!year || dayOfUtc(Date.UTC(parts.year, parts.month - 1, parts.day)) !== day)
    throw new RangeError(`"${day}" is not a day of the calendar.`);
  return parts;
}

/** A day from what was typed in three boxes, or null if the calendar has no such day. */
export function dayTyped(day: string, month: string, year: string): Day | null {
  const parts = [year, month, day].map((part) => part.trim());
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [y, m, d] = parts.map(Number) as [number, number, number];
  try {
    partsOf(dayFrom({ year: y, month: m, day: d }));
    return dayFrom({ year: y, month: m, day: d });
  } catch {
    return null;
  }
}

/**
 * The instant at which clocks in London show a time on a day. A time that is skipped in March is the moment an hour
 * later by the clock; one that comes twice in October is its first. Throws a RangeError for a day or time that is none.
 */
export function londonInstant(day: Day, time: string): Date {
  const [, hour = "", minute = ""] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (!hour) throw new RangeError(`"${time}" is not a time of day.`);
  const asIfUtc = utcOf(day) + (Number(hour) * 60 + Number(minute)) * minuteMs;
  const inSummerTime = new Date(asIfUtc - 60 * minuteMs);
  const shown = londonTime(inSummerTime);
  const fits = dayFrom(shown) === day && shown.hour === Number(hour) && shown.minute === Number(minute);
  return fits ? inSummerTime : new Date(asIfUtc);
}

/** The instant at which a day begins in London. */
export const startOfDay = (day: Day): Date => londonInstant(day, "00:00");

/** The day that many days later, or earlier if the number is negative. */
export const addDays = (day: Day, days: number): Day => dayOfUtc(utcOf(day) + days * dayMs);

/** How many days later the second day is: 0 for the same day, negative where it comes first. */
export const daysBetween = (from: Day, to: Day): number => (utcOf(to) - utcOf(from)) / dayMs;

/** The day of the week, from 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: Day): number => new Date(utcOf(day)).getUTCDay();

export const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** The month that many months later, or earlier if the number is negative. */
export function addMonths(month: Month, months: number): Month {
  const count = indexOf(month) + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${two((((count % 12) + 12) % 12) + 1)}`;
}

/** How many months later the second month is. */
export const monthsBetween = (from: Month, to: Month): number => indexOf(to) - indexOf(from);

/** Every month from the first to the last, both included; none if the last comes first. */
export const monthsFrom = (first: Month, last: Month): Month[] =>
  Array.from({ length: Math.max(0, monthsBetween(first, last) + 1) }, (_, i) => addMonths(first, i));

/** The day of that number in a month: `dayIn("2026-11", 8)` is "2026-11-08". */
export const dayIn = (month: Month, date: number): Day => `${month}-${two(date)}`;

function indexOf(month: Month): number {
  const { year, month: number } = partsOf(dayIn(month, 1));
  return year * 12 + number - 1;
}

function utcOf(day: Day): number {
  const { year, month, day: date } = partsOf(day);
  return Date.UTC(year, month - 1, date);
}

function dayOfUtc(ms: number): Day {
  return Number.isNaN(ms) ? "" : new Date(ms).toISOString().slice(0, 10);
}

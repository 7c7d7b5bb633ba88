import { addDays, dayOf, londonInstant, monthOf, weekdayOf, type Day } from "@/lib/london";

/** How often a saved report is emailed. */
export const scheduleWords = {
  day: "Every day",
  week: "Every Monday",
  month: "Each month, the day after the window closes",
} as const;

export type Often = keyof typeof scheduleWords;

export const isOften = (text: string | null): text is Often => text !== null && Object.hasOwn(scheduleWords, text);

const monday = 1;

/**
 * The day for which a report is to be emailed at a moment, or null: from its hour on, London's in summer too, on days of
 * its kind. `lastDay` is the last day of the month's window. A report that was saved after that hour waits for the next day.
 */
export function dueOn(
  { every, hour, since }: { every: Often; hour: number; since: Date },
  now: Date,
  lastDay: Day,
): Day | null {
  const today = dayOf(now);
  const at = londonInstant(today, `${String(hour).padStart(2, "0")}:00`);
  if (now < at || since > at) return null;
  const is = {
    day: true,
    week: weekdayOf(today) === monday,
    month: monthOf(now) === lastDay.slice(0, 7) && today === addDays(lastDay, 1),
  };
  return is[every] ? today : null;
}

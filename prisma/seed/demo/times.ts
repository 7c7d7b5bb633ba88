import { addDays, addMonths, type Day, dayIn, daysBetween, isWeekend, londonInstant, startOfDay } from "@/lib/london";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import type { Dice } from "./dice";

const second = 1_000;
const day = 86_400_000;

/** A time of day at which people file: most in office hours, some in the evening. */
export function timeOn(dice: Dice, date: Day): Date {
  const hour = dice.happens(0.82) ? dice.whole(9, 16) : dice.pick([7, 8, 17, 18, 19, 20, 21]);
  const minutes = (hour - 12) * 60 + dice.whole(0, 59);
  return new Date(noonOf(date) + (minutes * 60 + dice.whole(0, 59)) * second);
}

/** Kept, since a calendar is slow to ask; clocks change at night alone. */
const noons = new Map<Day, number>();

function noonOf(date: Day): number {
  const noon = noons.get(date) ?? londonInstant(date, "12:00").getTime();
  noons.set(date, noon);
  return noon;
}

/** When a return came that came in time: few at weekends, one in five on the last day. */
export function timeInWindow(dice: Dice, { firstDay, lastDay }: ReportingWindow): Date {
  if (dice.happens(0.22)) return timeOn(dice, lastDay);
  const days = Array.from({ length: daysBetween(firstDay, lastDay) }, (_, index) => addDays(firstDay, index));
  const weights = days.map((date, index) => (isWeekend(date) ? 0.3 : 1) * (index === 0 ? 1.6 : 1));
  let left = dice.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = days.findIndex((_, index) => (left -= weights[index] ?? 0) < 0);
  return timeOn(dice, days[chosen] ?? firstDay);
}

/** How many of all who will file have done so each day that a window is open. */
const eachDay = 0.26;

/**
 * When a return comes to a window that is open now, or null where it has not come yet. Who files when hangs on the dice
 * alone, so a later clock only adds to those who have: about half at 9am on the third day.
 */
export function timeInOpenWindow(dice: Dice, { firstDay }: ReportingWindow, now: Date): Date | null {
  const days = dice.next() / eachDay;
  if (days > 3.7) return null;
  const date = addDays(firstDay, Math.floor(days));
  const at = new Date(startOfDay(date).getTime() + (0.3 + (days % 1) * 0.55) * day);
  return at <= now ? at : null;
}

/** When figures came that came too late: within the weeks before the next window. */
export function timeAfterWindow(dice: Dice, { month, lastDay }: ReportingWindow, now: Date): Date | null {
  const next = dayIn(addMonths(month, 1), 8);
  const weeks = daysBetween(lastDay, next) - 1;
  const at = timeOn(dice, addDays(lastDay, dice.happens(0.6) ? dice.whole(1, 4) : dice.whole(1, weeks)));
  return at <= now ? at : null;
}

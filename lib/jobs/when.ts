import { dayIn, dayOf, londonInstant, londonTime, monthOf } from "@/lib/london";

/**
 * When a piece of scheduled work is due: the period it is due for at a moment, or null. Each period is worked once, so
 * work that was missed (the service was down) is done as soon as its period allows. Times are London's.
 */
export type Schedule = (now: Date) => string | null;

/** Once a day, from an hour on. */
export const dailyFrom =
  (time: string): Schedule =>
  (now) =>
    now >= londonInstant(dayOf(now), time) ? dayOf(now) : null;

/** At each of several hours a day: a missed one is not made up for once the next has come. */
export const atHours =
  (...hours: readonly number[]): Schedule =>
  (now) => {
    const { hour } = londonTime(now);
    const last = hours.filter((at) => at <= hour).at(-1);
    return last === undefined ? null : `${dayOf(now)} ${String(last).padStart(2, "0")}:00`;
  };

/** Once an hour. The hour that comes twice when the clocks go back counts once. */
export const hourly: Schedule = (now) => `${dayOf(now)} ${String(londonTime(now).hour).padStart(2, "0")}:00`;

/** Once in each quarter of an hour. */
export const quarterHourly: Schedule = (now) => {
  const { hour, minute } = londonTime(now);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${dayOf(now)} ${two(hour)}:${two(minute - (minute % 15))}`;
};

/** Once a month: from an hour of one date until the end of another. */
export const monthlyBetween =
  (first: number, last: number, time: string): Schedule =>
  (now) => {
    const month = monthOf(now);
    const begun = now >= londonInstant(dayIn(month, first), time);
    return begun && dayOf(now) <= dayIn(month, last) ? month : null;
  };

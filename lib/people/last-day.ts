import { addDays, dayTyped, startOfDay } from "@/lib/london";
import { done, refusedAt, type Outcome } from "@/lib/outcome";

/** A day as a form posts it, in three fields; all empty if there is none. */
export interface TypedDay {
  day?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
}

/**
 * The last moment of the last day of an access, or null if none is typed: up to midnight in London, also on a day that
 * a change of clocks makes longer. A day that is not on the calendar, or is over, is refused beside `field`.
 */
export function lastMoment(typed: TypedDay, field: string, now: Date): Outcome<Date | null> {
  const { day = "", month = "", year = "" } = typed;
  if ([day, month, year].every((part) => part.trim() === "")) return done(null);
  const last = dayTyped(day, month, year);
  if (!last) return refusedAt(field, "Enter a full date, like 31 3 2027, or leave it empty");
  const moment = new Date(startOfDay(addDays(last, 1)).getTime() - 1);
  return moment > now ? done(moment) : refusedAt(field, "Enter today’s date or a date in the future");
}

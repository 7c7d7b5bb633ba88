import { addMonths, type Month, monthsFrom } from "@/lib/london";
import { type Calendar, windowFor } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { monthsShown } from "./months";

/** The months that dashboards show, whose returns were owed and whose windows have closed: oldest first. */
export function closedMonths(calendar: Calendar, now: Date): Month[] {
  const latest = monthFor(now);
  return monthsFrom(addMonths(latest, 1 - monthsShown), latest).filter(
    (month) => windowFor(calendar, month, now).closesAt <= now && month >= (calendar.owedFrom ?? ""),
  );
}

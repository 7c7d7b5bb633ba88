import { env } from "@/lib/env";
import { addDays, type Day } from "@/lib/london";
import type { Calendar } from "./calendar";

/** The days between which a location is registered for what a collection asks about. */
export interface Registration {
  registeredOn: Day;
  /** The day from which it no longer is. */
  deregisteredOn?: Day | null;
}

/**
 * When a new location first needs to file: its first full window, the first to open after the day of registration; or
 * the first to open at least so many days after it.
 */
export type FirstDue = "first-full-window" | number;

/**
 * The registration of a location as its returns are owed by it. One without a date has been there for ever; and before
 * the first window of the service no one owes, as though everyone had been registered just in time for it.
 */
export function registration(
  { registeredOn, deregisteredOn }: { registeredOn: Day | null; deregisteredOn: Day | null },
  { owedFrom }: Calendar,
): Registration {
  const own = registeredOn ?? "1900-01-01";
  const since = firstDue();
  const justInTime = owedFrom && addDays(`${owedFrom}-08`, since === "first-full-window" ? -1 : -since);
  return { registeredOn: justInTime && justInTime > own ? justInTime : own, deregisteredOn };
}

/** When a new location first needs to file, as the setting says. */
export function firstDue(): FirstDue {
  const setting = env().NEW_LOCATION_DUE;
  return setting === "first-full-window" ? setting : Number(setting);
}

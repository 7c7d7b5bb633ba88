import { env } from "@/lib/env";
import { addDays, type Day } from "@/lib/london";
import type { Calendar } from "./calendar";

/** The days between which a location is registered for the services that a collection covers. */
export interface Registration {
  registeredOn: Day;
  /** The first day on which it is no longer registered. */
  deregisteredOn?: Day | null;
}

/**
 * When a new location first needs to file: in its first full window (the first to open after the day of registration),
 * or in the first to open at least this many days after it.
 */
export type FirstDue = "first-full-window" | number;

/**
 * The registration that decides which returns a location owes. A location without a date counts as always registered.
 * No one owes a return before the service's first window: everyone counts as registered just in time for it.
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

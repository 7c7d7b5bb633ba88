import { env } from "@/lib/env";
import { addDays, type Day } from "@/lib/london";
import type { Calendar } from "./calendar";
import type { ComplianceFacts, FirstDue } from "./compliance";

export type Registration = Pick<ComplianceFacts, "registeredOn" | "deregisteredOn">;

/**
 * The registration of a location as its returns are owed by it. One without a date has been there for ever; and before
 * the first window of the service nobody owes, as though everybody had been registered just in time for it.
 */
export function registration(
  { registeredOn, deregisteredOn }: { registeredOn: Day | null; deregisteredOn: Day | null },
  { owedFrom }: Calendar,
): Registration {
  const own = registeredOn ?? "1900-01-01";
  const first = owedFrom && registeredBefore(`${owedFrom}-08`);
  return { registeredOn: first && first > own ? first : own, deregisteredOn };
}

/** The first day of a window that a location owes must come after the day of its registration, by so many days. */
export const registeredBefore = (firstDay: Day): Day => {
  const since = firstDue();
  return addDays(firstDay, since === "first-full-window" ? -1 : -since);
};

/** From when a new location owes, as the setting says. */
export function firstDue(): FirstDue {
  const setting = env().NEW_LOCATION_DUE;
  return setting === "first-full-window" ? setting : Number(setting);
}

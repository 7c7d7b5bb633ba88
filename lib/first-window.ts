import { addMonths, monthOf, partsOf, dayOf, type Month } from "@/lib/london";

/** The day of the month on which every reporting window opens. */
export const windowOpensOn = 8;

/** The key of the setting that holds the first window for which anyone needs to file. */
export const owedFromKey = "owed_from";

/** The month of the first window to open after a moment: the first full one of a service that begins then. */
export function firstFullWindowAfter(now: Date): Month {
  const month = monthOf(now);
  return partsOf(dayOf(now)).day < windowOpensOn ? month : addMonths(month, 1);
}

import type { Month } from "@/lib/london";
import type { SeasonKey } from "./question";

/** A season or campaign as support switched it on: first and last month, both included. */
export interface Season {
  readonly key: SeasonKey;
  readonly from: Month;
  readonly until: Month;
}

/** The seasons by name, for the screens on which support switches them on and off. */
export const seasonNames = {
  flu: "Flu vaccination",
  covid: "COVID-19 vaccination campaign",
} as const satisfies Record<SeasonKey, string>;

/**
 * The seasons of the winter that a month belongs to, where support has said nothing else: flu from November to March as
 * published each year, and no COVID-19 campaign.
 */
export function usualSeasons(month: Month): Season[] {
  const year = Number(month.slice(0, 4)) - (month.slice(5) <= "06" ? 1 : 0);
  return [{ key: "flu", from: `${year}-11`, until: `${year + 1}-03` }];
}

/** Which seasons are on in a month. */
export function seasonsOn(month: Month, seasons: readonly Season[] = usualSeasons(month)): SeasonKey[] {
  const on: SeasonKey[] = [];
  for (const { key, from, until } of seasons) {
    if (from <= month && month <= until && !on.includes(key)) on.push(key);
  }
  return on.sort();
}

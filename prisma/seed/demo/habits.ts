import type { Month } from "@/lib/london";
import { isOwed } from "@/lib/windows/owed";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import { diceFor } from "./dice";
import type { DemoMonths } from "./months";
import { type DemoLocation, isA } from "./world";

export type Mandated = "care_home" | "home_care";

/** How a location keeps its deadlines with one collection. */
export interface Habit {
  /** How often it misses one, besides those that are said. */
  misses: number;
  /** How often figures follow after a deadline was missed. */
  follows: number;
  /** Months that it certainly missed. */
  missed: ReadonlySet<Month>;
  /** It has not filed in the window that is open. */
  waits: boolean;
}

/** A location with one of the returns that it owes. */
export interface Unit {
  location: DemoLocation;
  collection: Mandated;
}

export const unitsOf = (locations: readonly DemoLocation[]): Unit[] =>
  (["care_home", "home_care"] as const).flatMap((collection) =>
    locations.filter((location) => isA(location, collection)).map((location) => ({ location, collection })),
  );

export const unitKey = ({ location, collection }: Unit): string => `${location.registerId} ${collection}`;

/** How many closed windows ago, of some units of each collection. */
const failing: { ago: readonly number[]; homes: number; homeCare: number }[] = [
  { ago: [1, 2], homes: 4, homeCare: 3 },
  { ago: [1, 2, 3], homes: 2, homeCare: 2 },
  { ago: [1, 2, 3, 4], homes: 1, homeCare: 0 },
  { ago: [2, 5, 6, 9], homes: 2, homeCare: 1 },
  { ago: [3, 4, 7, 11], homes: 1, homeCare: 1 },
];

/** Where the demo's own accounts find this month's return still to file. */
const waiting = ["Fernbank House", "Brightdoor Home Care"];

/**
 * Each unit's habit. Some are at risk, some at the notice threshold in each of its two ways; those in `spared` keep
 * their deadlines, so that who is shown around meets an ordinary home.
 */
export function habitsOf(
  units: readonly Unit[],
  { closed }: DemoMonths,
  spared: (location: DemoLocation) => boolean,
): Map<string, Habit> {
  const forced = new Map<string, Set<Month>>();
  for (const collection of ["care_home", "home_care"] as const) {
    const failers = diceFor(`failing ${collection}`).shuffled(
      units.filter((unit) => unit.collection === collection && !spared(unit.location) && owedAll(unit, closed)),
    );
    for (const { ago, homes, homeCare } of failing)
      for (const unit of failers.splice(0, collection === "care_home" ? homes : homeCare))
        forced.set(unitKey(unit), new Set(ago.flatMap((back) => closed.at(-back)?.month ?? [])));
  }
  return new Map(
    units.map((unit) => [
      unitKey(unit),
      habitOf(unitKey(unit), forced.get(unitKey(unit)), spared(unit.location), waiting.includes(unit.location.name)),
    ]),
  );
}

const owedAll = ({ location }: Unit, closed: readonly ReportingWindow[]) =>
  location.dormantFrom === null &&
  location.dualPrimaryId === null &&
  closed.every((window) => isOwed(window, location));

function habitOf(key: string, missed: Set<Month> | undefined, spared: boolean, waits: boolean): Habit {
  const dice = diceFor(`habit of ${key}`);
  const kind = dice.next();
  const follows = dice.happens(0.5) ? 0.8 : 0.2;
  if (spared) return { misses: 0, follows, missed: new Set(), waits };
  if (missed) return { misses: 0, follows: follows / 2, missed, waits: dice.happens(0.8) };
  return {
    misses: kind < 0.55 ? 0.01 : kind < 0.92 ? 0.06 : 0.16,
    follows,
    missed: new Set(),
    waits: false,
  };
}

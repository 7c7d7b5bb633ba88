import type { Collection } from "@/lib/questions/collections";
import type { NilReason } from "@/lib/questions/nil-reasons";
import { addDays, dayOf, daysBetween, type Month, startOfDay } from "@/lib/london";
import { isOwed } from "@/lib/windows/owed";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import { monthFor } from "@/lib/windows/reporting-window";
import { type Dice, diceFor } from "./dice";
import { type Habit, type Mandated, unitKey } from "./habits";
import { allWindows, type DemoMonths, firstDay } from "./months";
import { timeAfterWindow, timeInOpenWindow, timeInWindow, timeOn } from "./times";
import { type DemoLocation, isA } from "./world";

export interface Nil {
  reason: NilReason;
  note: string | null;
}

/** Something that someone at a place did, on a day. */
export type Event =
  | {
      what: "return";
      at: Date;
      collection: Collection;
      month: Month;
      late: boolean;
      nil: Nil | null;
      window?: ReportingWindow;
    }
  | { what: "beds"; at: Date };

/** The returns of one collection that a place filed: in time, late, twice, nil or not at all. */
export function filings(location: DemoLocation, collection: Mandated, habit: Habit, months: DemoMonths): Event[] {
  const key = unitKey({ location, collection });
  const nilly = diceFor(`nil returns of ${key}`);
  const neverStarted = isA(location, "care_home") && collection === "home_care" && nilly.happens(0.4);
  return allWindows(months).flatMap((window): Event[] => {
    const dice = diceFor(`${key} ${window.month}`);
    if (!isOwed(window, location)) return [];
    const { month } = window;
    const common = { what: "return" as const, collection, month, window };
    const nil = nilFor(location, window, neverStarted, dice);
    if (window === months.open) {
      const at = habit.waits ? null : timeInOpenWindow(together(location, dice, month), window, months.now);
      return at ? [{ ...common, at, late: false, nil }] : [];
    }
    if (habit.missed.has(month) || dice.happens(nil ? 0.2 : habit.misses)) {
      const at = nil || !dice.happens(habit.follows) ? null : timeAfterWindow(dice, window, months.now);
      return at ? [{ ...common, at, late: true, nil: null }] : [];
    }
    const at = timeInWindow(together(location, dice, month), window);
    const again = new Date(at.getTime() + dice.whole(12, 1_900) * 60_000);
    const extra: Event[] = [];
    if (!nil && dice.happens(0.04) && again < window.closesAt) extra.push({ ...common, at: again, late: false, nil });
    else if (!nil && dice.happens(0.03)) {
      const later = timeAfterWindow(dice, window, months.now);
      if (later) extra.push({ ...common, at: later, late: true, nil });
    }
    return [{ ...common, at, late: false, nil }, ...extra];
  });
}

/** A group that files with a workbook files for all its places at once. */
export const filesTogether = ({ provider }: DemoLocation): boolean =>
  provider.brand === "Greywater" || provider.brand === "Kindstep";

const together = (location: DemoLocation, dice: Dice, month: Month) =>
  filesTogether(location) ? diceFor(`workbook of ${location.provider.name} ${month}`) : dice;

function nilFor(location: DemoLocation, window: ReportingWindow, neverStarted: boolean, dice: Dice): Nil | null {
  if (neverStarted) return { reason: "not_started", note: "We are registered for home care and have not begun it." };
  if (location.dormantFrom && location.dormantFrom <= window.lastDay) return { reason: "stopped", note: null };
  const isNew = daysBetween(location.registeredOn, window.firstDay) < 75;
  if (isNew && dice.happens(0.8)) return { reason: "not_started", note: "First people expected within two months." };
  const leaving = location.deregisteredOn && daysBetween(window.firstDay, location.deregisteredOn) < 45;
  if (leaving) return { reason: "closing", note: "The last resident has moved." };
  if (!dice.happens(0.004)) return null;
  return dice.pick<Nil>([
    { reason: "waiting_for_cqc", note: "The number of beds is being corrected." },
    { reason: "changing_hands", note: null },
    { reason: "no_people", note: "Closed for building work." },
  ]);
}

/** For how many days they are made up: more than a year of them tells no one anything. */
const atMost = 460;

/** Updates that have no deadline: monthly or so where a place gives them at all. */
export function anyDayUpdates(location: DemoLocation, collection: Collection, months: DemoMonths): Event[] {
  const dice = diceFor(`${location.registerId} ${collection}`);
  const every = dice.whole(9, 32);
  const days = Math.min(daysSinceStart(months), atMost);
  const events: Event[] = [];
  for (let ago = days - dice.whole(0, every); ago >= 0; ago -= Math.max(1, every + dice.whole(-6, 6))) {
    const at = timeOn(dice, addDays(dayOf(months.now), -ago));
    if (at <= months.now && standing(location, at))
      events.push({ what: "return", at, collection, month: monthFor(at), late: false, nil: null });
  }
  return events;
}

/** How often, in days, beds are updated between returns: by nearly half of all places never. */
const cadences = [0, 0, 0, 0, 30, 30, 14, 7, 7, 3];

/** Updates of beds between returns. */
export function bedUpdates(location: DemoLocation, months: DemoMonths): Event[] {
  const dice = diceFor(`beds of ${location.registerId} between returns`);
  const every = dice.pick(cadences);
  if (every === 0 || location.dormantFrom) return [];
  const days = Math.min(daysSinceStart(months), every < 7 ? 75 : 400);
  const events: Event[] = [];
  for (let ago = days - dice.whole(0, every); ago >= 0; ago -= Math.max(1, every + dice.whole(-2, 2))) {
    const at = timeOn(dice, addDays(dayOf(months.now), -ago));
    if (at <= months.now && standing(location, at)) events.push({ what: "beds", at });
  }
  return events;
}

const daysSinceStart = (months: DemoMonths) => daysBetween(firstDay(months), dayOf(months.now));

const standing = ({ registeredOn, deregisteredOn }: DemoLocation, at: Date) =>
  at > startOfDay(addDays(registeredOn, 20)) && (!deregisteredOn || at < startOfDay(addDays(deregisteredOn, -40)));

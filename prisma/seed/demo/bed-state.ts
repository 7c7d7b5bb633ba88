import { type Month } from "@/lib/london";
import type { BedCount, Beds } from "@/lib/questions/beds";
import type { Dice } from "./dice";

interface TypeState {
  capacity: number;
  occupied: number;
  reserved: number;
  unavailable: number;
}

/** The beds of a place as its days go by. */
export interface BedState {
  types: Record<string, TypeState>;
  /** What part of its beds it usually fills. */
  usual: number;
  open: boolean;
}

/** Over all homes 86% of beds are occupied; small ones are mostly full, and one that is failing is not. */
export function startingBeds(dice: Dice, capacity: Record<string, number>): BedState {
  const usual = dice.happens(0.08) ? dice.near(0.62, 0.07) : Math.min(1, dice.near(0.9, 0.05));
  const types = Object.fromEntries(
    Object.entries(capacity).map(([key, beds]) => {
      const occupied = Math.min(beds, Math.max(1, Math.round(beds * usual)));
      return [key, { capacity: beds, occupied, reserved: 0, unavailable: 0 }];
    }),
  );
  return { types, usual, open: true };
}

/** In winter more people die and fewer move in. */
const winter = (month: Month): number =>
  ["01", "02"].includes(month.slice(5)) ? -0.02 : month.endsWith("-12") ? -0.01 : 0;

/** Lets some days pass: people move in and out, beds are promised, painted and closed. */
export function passDays(dice: Dice, state: BedState, days: number, month: Month): void {
  state.open = state.open ? !dice.happens(0.001 * Math.min(days, 30)) : dice.happens(days > 20 ? 0.9 : 0.3);
  for (const type of Object.values(state.types)) {
    const aim = type.capacity * Math.min(1, state.usual + winter(month));
    const pull = Math.min(0.5, days / 40);
    const sway = Math.sqrt(type.capacity * Math.min(days, 30)) * 0.11;
    const next = Math.round(type.occupied + (aim - type.occupied) * pull + dice.near(0, sway));
    type.occupied = Math.max(Math.min(1, type.capacity), Math.min(type.capacity, next));
    let empty = type.capacity - type.occupied;
    type.unavailable = dice.happens(0.2) ? dice.whole(0, Math.min(empty, 3)) : Math.min(type.unavailable, empty);
    if (dice.happens(0.4)) type.unavailable = 0;
    empty -= type.unavailable;
    type.reserved = empty > 0 && dice.happens(0.32) ? dice.whole(1, Math.min(empty, 2)) : 0;
  }
}

/** The beds as someone would state them now. A place that is closed to admissions has none to offer. */
export function statedBeds({ types, open }: BedState): Beds {
  const counted = ({ capacity, occupied, reserved, unavailable }: TypeState): BedCount => {
    const accepting = open ? capacity - occupied - reserved - unavailable : 0;
    return { capacity, occupied, reserved, accepting, open: open ? accepting > 0 || null : false };
  };
  return { open, types: Object.fromEntries(Object.entries(types).map(([key, type]) => [key, counted(type)])) };
}

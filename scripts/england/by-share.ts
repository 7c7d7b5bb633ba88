import { certain } from "@/prisma/seed/demo/certain";
import type { Dice } from "@/prisma/seed/demo/dice";

/** Picks one of several things by weight. The weights need not add up to one. */
export function byShare<T>(dice: Dice, parts: readonly (readonly [share: number, thing: T])[]): T {
  let left = dice.next() * parts.reduce((sum, [share]) => sum + share, 0);
  return certain(parts.find(([share]) => (left -= share) < 0) ?? parts.at(-1))[1];
}

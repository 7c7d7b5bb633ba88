import { certain } from "./certain";

/** Chance that falls the same way each time for the same name. */
export interface Dice {
  /** From 0 up to and without 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True so often. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Around a mean, mostly within twice the spread. */
  near(mean: number, spread: number): number;
  shuffled<T>(list: readonly T[]): T[];
  bytes(length: number): Uint8Array;
}

/** Dice of their own for everything that is made up, so that adding one thing leaves the others as they were. */
export function diceFor(name: string): Dice {
  const next = generator(name);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
    near: (mean, spread) => mean + spread * 1.7 * (next() + next() + next() - 1.5),
    shuffled: (list) =>
      list
        .map((one) => ({ one, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one),
    bytes: (length) => Uint8Array.from({ length }, () => whole(0, 255)),
  };
}

/** A figure whose quantiles are given, straight lines between them. */
export function drawn(dice: Dice, quantiles: readonly (readonly [share: number, figure: number])[]): number {
  const at = dice.next();
  const above = quantiles.findIndex(([share]) => share >= at);
  if (above <= 0) return certain(quantiles.at(above))[1];
  const [from, to] = [certain(quantiles[above - 1]), certain(quantiles[above])];
  return from[1] + ((at - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}

/** A sequence that the name alone decides: its FNV-1a hash, then mulberry32. */
function generator(name: string): () => number {
  let state = 2_166_136_261;
  for (const letter of `capacity tracker demo, ${name}`)
    state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

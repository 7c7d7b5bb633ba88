/**
 * The service's clock: nothing else reads the time. A demo's clock is set once, at start, and then runs on. The offset
 * hangs on `globalThis` because Next bundles `instrumentation.ts` and the pages apart: a variable of this module would
 * be set in one copy and read in another.
 */
const offset = Symbol.for("capacity-tracker.clock-offset");
const kept = globalThis as { [offset]?: number };

/** The time now, as the service has it. */
export const now = (): Date => new Date(Date.now() + clockOffset());

/** By how many milliseconds the service's clock is ahead of the real one: 0 except in a demo whose clock was set. */
export const clockOffset = (): number => kept[offset] ?? 0;

/** Sets the clock ahead by this many milliseconds, or back if negative. Only a demo calls it, when it starts. */
export function setClockOffset(ms: number): void {
  if (!Number.isFinite(ms)) throw new RangeError("The clock's offset must be a number of milliseconds.");
  kept[offset] = ms;
}

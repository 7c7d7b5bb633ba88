import { TooBusy } from "@/lib/too-busy";

interface Caller {
  running: number;
  waiting: (() => void)[];
}

/**
 * Gives each caller a number of turns at once. Their further requests wait, and no one waits for another caller. Throws
 * `TooBusy` if a caller has too many waiting.
 */
export class Turns {
  private readonly callers = new Map<string, Caller>();

  constructor(private readonly most: { readonly atOnce: number; readonly waiting: number }) {}

  /** Waits for this caller's turn. Returns the function that gives the turn back, once. */
  async take(key: string): Promise<() => void> {
    const caller = this.callers.get(key) ?? { running: 0, waiting: [] };
    this.callers.set(key, caller);
    if (caller.running < this.most.atOnce) caller.running++;
    else if (caller.waiting.length >= this.most.waiting) throw new TooBusy();
    else await new Promise<void>((go) => caller.waiting.push(go));
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.giveBack(key, caller);
    };
  }

  private giveBack(key: string, caller: Caller): void {
    const next = caller.waiting.shift();
    if (next) return next();
    caller.running--;
    if (caller.running === 0) this.callers.delete(key);
  }
}

import { TooBusy } from "@/lib/too-busy";

interface Caller {
  running: number;
  waiting: (() => void)[];
}

/**
 * Turns by caller: so many at once for each, the others of the same caller wait, and no one waits for someone else.
 * Throws `TooBusy` where one has too many waiting.
 */
export class Turns {
  private readonly callers = new Map<string, Caller>();

  constructor(private readonly most: { readonly atOnce: number; readonly waiting: number }) {}

  /** Waits for a turn of this caller. What it answers gives the turn back, once. */
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

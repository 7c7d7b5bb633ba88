import { Worker } from "node:worker_threads";
import { TooBusy } from "./too-busy";

export interface ThreadBounds {
  /** How many may wait for their turn. */
  readonly waiting: number;
  /** How long one may take before its thread is ended. */
  readonly milliseconds: number;
}

/** It took longer than it may. */
export class TooSlow extends Error {}

interface Job<In, Out> {
  given: In;
  resolve: (found: Out) => void;
  reject: (fault: Error) => void;
}

/**
 * A thread beside the server's own for work that would hold up everyone: one thing at a time, in turn. Throws
 * `TooBusy` where too many wait and `TooSlow` where one takes too long; the next gets a new thread.
 */
export class Thread<In, Out> {
  private worker: Worker | undefined;
  private readonly queue: Job<In, Out>[] = [];
  private running = false;
  /** Has the thread loaded what it needs? The limit of time counts from then. */
  private isReady = false;
  private heard: ((answer: Answer<Out>) => void) | undefined;
  private lost: ((fault: Error) => void) | undefined;

  constructor(
    private readonly start: () => Worker,
    private readonly bounds: ThreadBounds,
  ) {}

  ask(given: In): Promise<Out> {
    if (this.queue.length >= this.bounds.waiting) return Promise.reject(new TooBusy());
    return new Promise((resolve, reject) => {
      this.queue.push({ given, resolve, reject });
      void this.work();
    });
  }

  /** Ends the thread: for tests and scripts that end. */
  async end(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private async work(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let job = this.queue.shift(); job; job = this.queue.shift())
      await this.one(job.given).then(job.resolve, job.reject);
    this.running = false;
  }

  private async one(given: In): Promise<Out> {
    const worker = (this.worker ??= this.begin());
    worker.ref();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Out>((resolve, reject) => {
        const give = () => {
          timer = setTimeout(() => this.lose(worker, new TooSlow("It took too long")), this.bounds.milliseconds);
          worker.postMessage(given);
        };
        this.heard = (answer) => {
          if ("ready" in answer) give();
          else if ("fault" in answer) reject(new Error(answer.fault));
          else resolve(answer.found);
        };
        this.lost = reject;
        if (this.isReady) give();
      });
    } finally {
      clearTimeout(timer);
      this.heard = undefined;
      this.lost = undefined;
      worker.unref();
    }
  }

  private begin(): Worker {
    this.isReady = false;
    const worker = this.start();
    worker.on("message", (answer: Answer<Out>) => {
      this.isReady ||= "ready" in answer;
      this.heard?.(answer);
    });
    worker.on("error", (fault) => this.lose(worker, fault));
    worker.on("exit", () => this.lose(worker, new Error("The thread ended")));
    return worker;
  }

  private lose(worker: Worker, fault: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    void worker.terminate();
    this.lost?.(fault);
  }
}

type Answer<Out> = { ready: true } | { found: Out } | { fault: string };

/** A thread of one of our files from its source, as in tests and scripts, where nothing bundles it. */
export const threadFromSource = (
  url: URL,
  options: { resourceLimits?: { maxOldGenerationSizeMb: number } } = {},
): Worker => {
  const script = `require("tsx/cjs"); require(${JSON.stringify(decodeURIComponent(url.pathname))})`;
  return new Worker(script, { ...options, eval: true });
};

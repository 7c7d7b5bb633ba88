import { Worker } from "node:worker_threads";
import { Thread, threadFromSource, TooSlow } from "@/lib/thread";

const scorer = new Thread<{ password: string; ownWords: string[] }, number>(
  () =>
    process.env.NEXT_RUNTIME
      ? new Worker(new URL("./password-strength.worker.ts", import.meta.url))
      : threadFromSource(new URL("./password-strength.worker.ts", import.meta.url)),
  { waiting: 50, milliseconds: 5_000 },
);

/**
 * How hard a password is to guess, from 0 to 4, worked out beside the server's own thread: some texts take a second.
 * One that cannot be judged in time counts as easy to guess.
 */
export const scorePassword = (password: string, ownWords: readonly string[]): Promise<number> =>
  scorer.ask({ password, ownWords: [...ownWords] }).catch((fault: unknown) => {
    if (fault instanceof TooSlow) return 0;
    throw fault;
  });

/** Builds the lists of common passwords before anyone waits for them. */
export const prepareScoring = (): Promise<number> => scorePassword("otter lantern gravel", []);

/** Ends the thread: for tests and scripts that end. */
export const endScoring = (): Promise<void> => scorer.end();

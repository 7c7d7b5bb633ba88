import { parentPort } from "node:worker_threads";

/** The far end of a `Thread`: answers each thing that is asked with what `work` makes of it. */
export function answerInThread(work: (given: never) => unknown): void {
  parentPort?.on("message", (given: unknown) => {
    Promise.resolve(given)
      .then((asked) => work(asked as never))
      .then(
        (found) => parentPort?.postMessage({ found }),
        (fault: unknown) => parentPort?.postMessage({ fault: fault instanceof Error ? fault.message : String(fault) }),
      );
  });
  parentPort?.postMessage({ ready: true });
}

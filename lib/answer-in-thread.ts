import { parentPort } from "node:worker_threads";

/** The other end of a `Thread`: answers each request with the result of `work`. */
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

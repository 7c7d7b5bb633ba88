import { parentPort } from "node:worker_threads";

/** The far end of a `Thread`: answers each thing that is asked with what `work` makes of it. */
export function answerInThread<In>(work: (given: In) => unknown): void {
  parentPort?.on("message", (given: In) => {
    void (async () => work(given))().then(
      (found) => parentPort?.postMessage({ found }),
      (fault: unknown) => parentPort?.postMessage({ fault: fault instanceof Error ? fault.message : String(fault) }),
    );
  });
  parentPort?.postMessage({ ready: true });
}

import { isMainThread } from "node:worker_threads";

/**
 * Loaded into a server that we start. Its input ends when we end, for whatever reason, and the server must end too.
 * Processes and threads that the server starts inherit this file but not that input, and end when the server ends them.
 */
if (isMainThread && process.ppid === Number(process.env.ENDS_WITH)) {
  process.stdin.on("end", () => process.exit()).resume();
  process.stdin.unref?.();
}

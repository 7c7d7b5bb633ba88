import { isMainThread } from "node:worker_threads";

/**
 * Loaded into a server we start: its input ends when we are gone, however we went, and it must not outlive us. What the
 * server starts itself, a process or a thread, inherits this file but not that input, and lives as long as the server has it.
 */
if (isMainThread && process.ppid === Number(process.env.ENDS_WITH)) {
  process.stdin.on("end", () => process.exit()).resume();
  process.stdin.unref?.();
}

/** Loaded into a server we start: its input ends when we are gone, however we went, and it must not outlive us. */
process.stdin.on("end", () => process.exit()).resume();
process.stdin.unref?.();

/**
 * A worker gives a sign each time it gets further with a sent file, and takes less than this for the slowest step. After
 * so long without a sign it has stopped, and the step can be tried again.
 */
const silentMs = 3 * 60_000;

/** Whether the work on a file has stopped, from when its worker last gave a sign. */
export const hasStopped = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() > silentMs;

/** The same as a condition of a query. */
export const stoppedBy = (now: Date) => ({ seenAt: { lt: new Date(now.getTime() - silentMs) } });

import { now } from "@/lib/clock";
import { databaseIsCurrent, db } from "@/lib/db";
import { env } from "@/lib/env";

/** One a process, though Next bundles what starts and what serves apart. */
const kept = globalThis as { capacityTrackerReady?: { checked: boolean; mailIsThere: boolean } };
const state = () => (kept.capacityTrackerReady ??= { checked: false, mailIsThere: false });

/** The database was looked at, and it is one that this service may serve from. */
export const databaseWasChecked = (): void => void (state().checked = true);

/**
 * Can it serve? The database was checked, answers and has every migration; jobs and mail are watched elsewhere, for
 * filing goes on. A demo is ready once the mail that it begins with can be read.
 */
export const isReady = async (): Promise<boolean> =>
  state().checked && (await databaseIsCurrent()) && (await demoMailIsThere());

/** Has each message that a demo begins with been tried once? What fails later keeps no one from being ready. */
async function demoMailIsThere(): Promise<boolean> {
  const { SERVICE_MODE, MAIL_TRANSPORT, WORKER_IN_APP, WORKER_DATABASE_URL } = env();
  if (SERVICE_MODE !== "demo" || MAIL_TRANSPORT !== "kept" || !WORKER_IN_APP || !WORKER_DATABASE_URL) return true;
  if (state().mailIsThere) return true;
  const untried = await db.email.count({
    where: { sentAt: null, failedAt: null, attempts: 0, nextTryAt: { lte: now() } },
  });
  return (state().mailIsThere = untried === 0);
}

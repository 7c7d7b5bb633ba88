import { now } from "@/lib/clock";
import { databaseIsCurrent, db } from "@/lib/db";
import { env } from "@/lib/env";

/** One for each process, although Next bundles the code that starts and the code that serves separately. */
const kept = globalThis as { capacityTrackerReady?: { checked: boolean; mailIsThere: boolean } };
const state = () => (kept.capacityTrackerReady ??= { checked: false, mailIsThere: false });

/** Records that the database was checked and that this service may use it. */
export const databaseWasChecked = (): void => void (state().checked = true);

/**
 * Can the service answer requests? True when the database was checked, responds and has every migration. Jobs and email
 * are not considered, because people can file without them. A demo is ready when its first emails can be read.
 */
export const isReady = async (): Promise<boolean> =>
  state().checked && (await databaseIsCurrent()) && (await demoMailIsThere());

/** Has the service tried to send each of a demo's first messages? Later failures do not matter. */
async function demoMailIsThere(): Promise<boolean> {
  const { SERVICE_MODE, MAIL_TRANSPORT, WORKER_IN_APP, WORKER_DATABASE_URL } = env();
  if (SERVICE_MODE !== "demo" || MAIL_TRANSPORT !== "kept" || !WORKER_IN_APP || !WORKER_DATABASE_URL) return true;
  if (state().mailIsThere) return true;
  const untried = await db.email.count({
    where: { sentAt: null, failedAt: null, attempts: 0, nextTryAt: { lte: now() } },
  });
  return (state().mailIsThere = untried === 0);
}

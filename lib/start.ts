import { now } from "./clock";
import { startDemoClock } from "./demo-clock";
import { env } from "./env";
import { startJobs } from "./jobs/start-jobs";
import { log } from "./log";

/** Makes the process ready to serve, or ends it with one sentence that says why not. */
export async function start(): Promise<void> {
  try {
    env();
  } catch (fault) {
    process.stderr.write(`${(fault as Error).message}\n`);
    process.exit(1);
  }
  await startDemoClock(now());
  if (!env().WORKER_IN_APP) return;
  if (env().WORKER_DATABASE_URL) return startJobs();
  log.warn("WORKER_DATABASE_URL is not set: mail and scheduled work wait for a process of their own (npm run worker)");
}

import { prepareScoring } from "@/lib/accounts/score-password";
import { now } from "@/lib/clock";
import { databaseFaults, databaseState } from "@/lib/database-state";
import { startDemoClock } from "@/lib/demo-clock";
import { env } from "@/lib/env";
import { meetEveryRequest } from "./guard-requests";
import { startJobs, stopJobs } from "@/lib/jobs/start-jobs";
import { log } from "@/lib/log";

/** Makes the process ready to serve, or ends it with one sentence that says why not. */
export async function start(): Promise<void> {
  try {
    env();
    meetEveryRequest();
    await refuseUnsafeDatabase();
  } catch (fault) {
    process.stderr.write(`${(fault as Error).message}\n`);
    process.exit(1);
  }
  void prepareScoring().catch((fault: unknown) => log.error({ err: fault }, "the lists of passwords were not read"));
  await startDemoClock(now());
  if (!env().WORKER_IN_APP) return;
  if (!env().WORKER_DATABASE_URL) {
    log.warn(
      "WORKER_DATABASE_URL is not set: mail and scheduled work wait for a process of their own (npm run worker)",
    );
    return;
  }
  finishJobsBeforeLeaving();
  await startJobs();
}

/** A live service starts on no database that could lose a return; a demo does, and says so in the log. */
async function refuseUnsafeDatabase(): Promise<void> {
  const faults = await databaseState().then(databaseFaults, (fault: unknown) => {
    log.warn({ err: fault }, "the database was not there to be checked");
    return [];
  });
  if (faults.length > 0 && env().SERVICE_MODE === "live")
    throw new Error(`The service cannot start: ${faults.map((fault) => `${fault}.`).join(" ")}`);
  for (const fault of faults) log.warn(`the database is not one for a live service: ${fault}`);
}

const longest = 9_000;

/**
 * Asked to stop, the server answers the requests it has and then ends its process at once. That end waits here until the
 * scheduled work in hand is finished too, nine seconds at most: those who start processes kill them after ten.
 */
function finishJobsBeforeLeaving(): void {
  const leave = process.exit.bind(process);
  const stop = () => {
    const late = new Promise<void>((resolve) => setTimeout(resolve, longest));
    const finished = Promise.race([stopJobs(), late]);
    process.exit = ((code?: number) => void finished.then(() => leave(code))) as typeof process.exit;
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
}

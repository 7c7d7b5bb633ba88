import { now } from "@/lib/clock";
import { disconnect } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { env } from "@/lib/env";
import { startJobs, stopJobs } from "@/lib/jobs/start-jobs";

/** Sends email and does scheduled work in a separate process, for a service whose app has WORKER_IN_APP=no. */
async function work(): Promise<void> {
  if (!env().WORKER_DATABASE_URL)
    throw new Error("WORKER_DATABASE_URL must be set: the address of the database, with the worker's role.");
  await startDemoClock(now());
  await startJobs();
  console.log("Sending email and doing scheduled work.");
  const staying = setInterval(() => undefined, 60_000);
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      clearInterval(staying);
      void stopJobs().then(disconnect);
    });
}

work().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

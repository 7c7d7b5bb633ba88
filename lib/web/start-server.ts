import type { Server } from "node:http";
import { prepareScoring } from "@/lib/accounts/score-password";
import { now } from "@/lib/clock";
import { databaseFaults, databaseState } from "@/lib/database-state";
import { startDemoClock } from "@/lib/demo-clock";
import { env } from "@/lib/env";
import { frontServer } from "./front-server";
import { startJobs, stopJobs } from "@/lib/jobs/start-jobs";
import { log } from "@/lib/log";

/** Makes the process ready to serve, or ends it with one sentence that says why not. */
export async function start(): Promise<void> {
  try {
    env();
    await refuseUnsafeDatabase();
  } catch (fault) {
    leave((fault as Error).message);
  }
  void prepareScoring().catch((fault: unknown) => log.error({ err: fault }, "the lists of passwords were not read"));
  await startDemoClock(now());
  stopWhenAsked(openFront());
  if (!env().WORKER_IN_APP) return;
  if (env().WORKER_DATABASE_URL) return startJobs();
  log.warn("WORKER_DATABASE_URL is not set: mail and scheduled work wait for a process of their own (npm run worker)");
}

/** Lets callers in, at the port that `scripts/standalone/start.mjs` was given: Next has one of its own behind it. */
function openFront(): Server {
  const { PUBLIC_PORT, PUBLIC_HOST, PORT } = process.env;
  if (!PUBLIC_PORT || !PORT) return leave("Start the service with npm start: Next's own server.js is not for callers.");
  return frontServer(Number(PORT))
    .on("error", (fault) => leave(`The service cannot start: ${fault.message}.`))
    .listen(Number(PUBLIC_PORT), PUBLIC_HOST);
}

function leave(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
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
const exitCodes = { SIGTERM: 143, SIGINT: 130 } as const;

/**
 * Asked to stop, takes no more requests, answers those it has and finishes the scheduled work in hand, within nine
 * seconds: those who start processes kill them after ten. Next leaves signals to us (NEXT_MANUAL_SIG_HANDLE).
 */
function stopWhenAsked(front: Server): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      const answered = new Promise<void>((resolve) => front.close(() => resolve()));
      const late = new Promise<void>((resolve) => setTimeout(resolve, longest));
      const finished = Promise.race([Promise.all([answered, stopJobs()]), late]);
      void finished.then(() => process.exit(exitCodes[signal]));
    });
}

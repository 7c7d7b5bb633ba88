import type { Server } from "node:http";
import { prepareScoring } from "@/lib/accounts/score-password";
import { now } from "@/lib/clock";
import { databaseFaults, databaseState, missingLimits } from "@/lib/database/state";
import { startDemoClock } from "@/lib/demo-clock";
import { env } from "@/lib/env";
import { frontServer } from "./front-server";
import { databaseWasChecked } from "./ready";
import { startJobs, stopJobs } from "@/lib/jobs/start-jobs";
import { log } from "@/lib/log";

/** Gets the process ready to serve, or ends it with one sentence that says why it cannot. */
export async function start(): Promise<void> {
  try {
    env();
    refuseUnsafeSettings();
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

/** Opens the port that `scripts/standalone/start.mjs` was given to callers. Next listens on another one behind it. */
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

/**
 * A live service refuses a database that could lose a return or that was filled by a demo; a demo accepts one and says
 * so in the log. If the database is down, it is checked as soon as it is back, and until then the service is not ready.
 */
async function refuseUnsafeDatabase(): Promise<void> {
  const found = await Promise.all([databaseState(), missingLimits()]).catch((fault: unknown) => {
    log.warn({ err: fault }, "the database could not be reached to be checked: we keep trying until it can");
    setTimeout(
      () => void refuseUnsafeDatabase().catch((fault: unknown) => leave((fault as Error).message)),
      beforeNextLook,
    ).unref();
    return null;
  });
  if (!found) return;
  const [state, missing] = found;
  const isLive = env().SERVICE_MODE === "live";
  const faults = databaseFaults(isLive ? state : { ...state, demo: false });
  if (missing.length > 0)
    faults.push(`the app's connections do not have their ${missing.join(", ")}: run npm run limits as its login`);
  if (faults.length > 0 && isLive)
    throw new Error(`The service cannot start: ${faults.map((fault) => `${fault}.`).join(" ")}`);
  for (const fault of faults) log.warn(`the database is not one for a live service: ${fault}`);
  databaseWasChecked();
}

const beforeNextLook = 2_000;

/** Settings that a live service needs, although not every process that reads the settings does. */
function refuseUnsafeSettings(): void {
  const { SERVICE_MODE, TRUSTED_PROXIES } = env();
  if (SERVICE_MODE !== "live") return;
  if (!process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY)
    throw new Error(
      "The service cannot start: NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be set, to the same value for every instance and release. Without it, a form shown by one instance fails at another. See .env.example.",
    );
  if (TRUSTED_PROXIES === 0)
    log.warn(
      "TRUSTED_PROXIES is 0: behind a proxy every caller has the proxy's address, so limits and sign-ins treat all callers as one. Set it to the number of your own proxies that add to X-Forwarded-For",
    );
}

const longest = 9_000;
const exitCodes = { SIGTERM: 143, SIGINT: 130 } as const;

/**
 * When asked to stop, accepts no more requests, answers those it has and finishes the scheduled work that is running,
 * within nine seconds: most hosts kill a process after ten. Next leaves signals to us (NEXT_MANUAL_SIG_HANDLE).
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

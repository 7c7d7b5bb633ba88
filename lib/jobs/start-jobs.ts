import { EventEmitter } from "node:events";
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { now } from "@/lib/clock";
import { deliverWebhook } from "@/lib/api/webhooks/deliver-webhook";
import { tellWebhooks } from "@/lib/api/webhooks/tell-webhooks";
import { deliverEmail } from "@/lib/email/deliver-email";
import { env } from "@/lib/env";
import { runUpload } from "@/lib/uploads/run-upload";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { log } from "@/lib/log";
import { isJob } from "./jobs";
import { presence, type Presence } from "./jobs-of-the-gone";
import { runDue } from "./run-due";
import { runJob } from "./run-job";

const email = z.object({ id: z.uuid() });
const numbered = z.object({ id: z.number().int().positive() });
const byHand = z.object({ job: z.string().refine(isJob) });

/** What the queue can hold. */
const tasks: TaskList = {
  "deliver-email": async (payload) => {
    await deliverEmail(email.parse(payload).id, now());
  },
  "tell-webhooks": async () => {
    await tellWebhooks(now());
  },
  "deliver-webhook": async (payload) => {
    await deliverWebhook(numbered.parse(payload).id, now());
  },
  "run-job": async (payload) => {
    const at = now();
    await runJob(byHand.parse(payload).job, `by hand ${at.toISOString()}`, at);
  },
  /** What an earlier release queued: its files were taken over as uploads, and are tried again from their page. */
  "pre-register": () => undefined,
  "import-upload": async (payload) => {
    await runUpload(numbered.parse(payload).id, now());
  },
  workbook: async (payload) => {
    await runWorkbook(numbered.parse(payload).id, now());
  },
  tick: async () => {
    await kept.capacityTrackerJobs?.presence?.freeJobsOfTheGone(now());
    await runDue(now());
  },
};

const everyFiveMinutes = "*/5 * * * * tick ?jobKey=tick";
const beforeRestart = 10_000;

/** How many pieces of work one process has in hand. */
const atOnce = 4;

interface Running {
  runners?: Runner[];
  presence?: Presence;
  retry?: NodeJS.Timeout;
  stopped: boolean;
}

/** One a process, though Next bundles what starts and what serves apart. */
const kept = globalThis as { capacityTrackerJobs?: Running };

/**
 * Starts delivering mail, telling webhooks and doing scheduled work in this process. Any number of processes may: each
 * piece of work is done by one. Where the database is away it says so in the log and tries again; it never throws, and
 * what people are doing goes on.
 */
export async function startJobs(): Promise<void> {
  if (kept.capacityTrackerJobs && !kept.capacityTrackerJobs.stopped) return;
  const running: Running = { stopped: false };
  kept.capacityTrackerJobs = running;
  await begin(running);
}

/** Lets the work in hand finish, and starts no more. */
export async function stopJobs(): Promise<void> {
  const running = kept.capacityTrackerJobs;
  if (!running) return;
  running.stopped = true;
  clearTimeout(running.retry);
  await leave(running);
}

async function leave({ runners = [], presence }: Running): Promise<void> {
  await Promise.all(runners.map((runner) => runner.stop().catch(() => undefined)));
  await presence?.end().catch(() => undefined);
}

/**
 * Each piece of work in hand is held under the id of a pool of this process, which the database knows to be there; what a
 * process had in hand that was killed is free at once, and waits for no lock to grow old.
 */
async function begin(running: Running): Promise<void> {
  try {
    const here = (running.presence = await presence(env().WORKER_DATABASE_URL ?? ""));
    await here.freeJobsOfTheGone(now());
    running.runners = [];
    for (let nth = 0; nth < atOnce; nth++) running.runners.push(await runnerOf(here, nth === 0));
    void Promise.all(running.runners.map(({ promise }) => promise)).then(
      () => again(running, "stopped"),
      (error: unknown) => again(running, error),
    );
  } catch (error) {
    again(running, error);
  }
}

/** A pool of one worker, which is said to be there as soon as it is made. */
async function runnerOf(here: Presence, watchesTheClock: boolean): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  let held = Promise.resolve();
  events.on("pool:create", ({ workerPool }) => {
    held = here.hold(workerPool.id);
  });
  const runner = await run({
    connectionString: env().WORKER_DATABASE_URL ?? "",
    taskList: tasks,
    ...(watchesTheClock && { crontab: everyFiveMinutes }),
    concurrency: 1,
    maxPoolSize: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    logger,
    events,
  });
  await held;
  return runner;
}

function again(running: Running, why: unknown): void {
  if (running.stopped) return;
  log.error({ err: why }, "scheduled work stopped, and starts again in ten seconds");
  running.retry = setTimeout(() => void leave(running).then(() => begin(running)), beforeRestart).unref();
}

const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;
const logger = new Logger(() => (level, message) => log[levels[level]]({ worker: true }, message));

import { system, transact } from "@/lib/db";
import { log } from "@/lib/log";
import { jobs, type JobName } from "./jobs";

const minuteMs = 60_000;
/** After this long without an end, the process that ran it has died. */
const given = 30 * minuteMs;
/** Before one that failed is tried again. */
const pause = 10 * minuteMs;

const by = system("scheduled work");

export type JobResult = "done" | "failed" | "not ours";

/**
 * Does one piece of work for one period, unless it was done or someone is at it: of any number of instances, one runs
 * it. The result is kept for support. So is a failure, which is never thrown, and it is tried again after ten minutes.
 */
export async function runJob(job: JobName, period: string, now: Date): Promise<JobResult> {
  const id = await take(job, period, now);
  if (id === null) return "not ours";
  try {
    const outcome = await jobs[job].run(now);
    await finish(id, now, { outcome, error: null });
    return "done";
  } catch (error) {
    log.error({ job, period, err: error }, "scheduled work failed");
    const reason = error instanceof Error ? error.message : String(error);
    await finish(id, now, { outcome: null, error: reason.slice(0, 1000) });
    return "failed";
  }
}

async function take(job: JobName, period: string, now: Date): Promise<bigint | null> {
  const [taken] = await transact(
    by,
    job,
    (tx) => tx.$queryRaw<{ id: bigint }[]>`
      insert into job_run as run (job, period, started_at) values (${job}, ${period}, ${now})
      on conflict (job, period) do update set started_at = ${now}, finished_at = null, error = null
       where (run.finished_at is null and run.started_at <= ${new Date(now.getTime() - given)})
          or (run.error is not null and run.finished_at <= ${new Date(now.getTime() - pause)})
      returning id`,
  );
  return taken?.id ?? null;
}

const finish = (id: bigint, finishedAt: Date, came: { outcome: string | null; error: string | null }) =>
  transact(by, "what came of it", (tx) => tx.jobRun.update({ where: { id }, data: { finishedAt, ...came } }));

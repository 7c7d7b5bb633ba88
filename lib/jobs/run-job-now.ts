import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { isJob, jobs } from "./jobs";

/**
 * Has a piece of scheduled work run now, by the worker and once, for support. Running it more often than its schedule
 * does no harm: no one is written to twice.
 */
export async function runJobNow(user: User, job: string): Promise<Outcome<string>> {
  allow(user, "run scheduled work");
  if (!isJob(job)) return refused({ message: "There is no such scheduled work." });
  await transact(user, `run now: ${job}`, async (tx) => {
    await tx.$executeRaw`select queue_job('run-job', json_build_object('job', ${job}::text), ${`run-job:${job}`})`;
  });
  return done(jobs[job].label);
}

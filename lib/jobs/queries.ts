import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { jobNames, jobs, type JobName } from "./jobs";

/** One run of a piece of scheduled work. */
export interface Run {
  period: string;
  startedAt: Date;
  finishedAt: Date | null;
  /** Result, in a few words. */
  outcome: string | null;
  /** Why it failed. */
  error: string | null;
}

export interface JobWithRuns {
  job: JobName;
  label: string;
  /** When it runs, in words. */
  often: string;
  /** Newest first, ten at most. */
  runs: Run[];
}

/** All scheduled work with its latest runs, for support. */
export async function jobRuns(user: User): Promise<JobWithRuns[]> {
  allow(user, "run scheduled work");
  return Promise.all(
    jobNames.map(async (job) => ({
      job,
      label: jobs[job].label,
      often: jobs[job].often,
      runs: await db.jobRun.findMany({
        where: { job },
        orderBy: { startedAt: "desc" },
        take: 10,
        select: { period: true, startedAt: true, finishedAt: true, outcome: true, error: true },
      }),
    })),
  );
}

/** The scheduled work whose latest run failed, for support. */
export const failingJobs = async (user: User): Promise<JobWithRuns[]> =>
  (await jobRuns(user)).filter(({ runs }) => typeof runs[0]?.error === "string");

/** How far the audit is sealed, and what the latest check of it found. */
export async function auditSealing(
  user: User,
): Promise<{ seal: { at: Date; digest: string } | null; check: Run | null }> {
  allow(user, "read the audit");
  const [seal, check] = await Promise.all([
    db.auditSeal.findFirst({ orderBy: { id: "desc" }, select: { sealedAt: true, digest: true } }),
    db.jobRun.findFirst({
      where: { job: "audit-check", finishedAt: { not: null } },
      orderBy: { startedAt: "desc" },
      select: { period: true, startedAt: true, finishedAt: true, outcome: true, error: true },
    }),
  ]);
  return { seal: seal && { at: seal.sealedAt, digest: Buffer.from(seal.digest).toString("hex") }, check };
}

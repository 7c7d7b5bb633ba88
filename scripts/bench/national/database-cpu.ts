import { readFileSync } from "node:fs";
import { db } from "@/lib/db";

/**
 * How many milliseconds of processor time PostgreSQL has used for this database's connections so far, which a busy
 * machine does not increase. Null if Linux does not say, or if PostgreSQL runs elsewhere.
 */
export async function databaseCpu(): Promise<number | null> {
  const running = await db.$queryRaw<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`;
  try {
    const nanoseconds = running.map(({ pid }) => Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]));
    return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
  } catch {
    return null;
  }
}

import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/env";
import type { Problem } from "@/lib/outcome";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How often one caller may do each thing: so many times in so many seconds. Proposed numbers, ours to change. */
const limits = {
  register: [
    { points: 10, duration: hour },
    { points: 60, duration: day },
  ],
  "sign-in": [{ points: 600, duration: 10 * minute }],
  reset: [
    { points: 5, duration: 15 * minute },
    { points: 20, duration: day },
  ],
  code: [
    { points: 5, duration: hour },
    { points: 20, duration: day },
  ],
  "new-password": [{ points: 20, duration: 15 * minute }],
  search: [{ points: 120, duration: minute }],
  upload: [{ points: 30, duration: hour }],
  export: [{ points: 60, duration: hour }],
} as const;

export type Limited = keyof typeof limits;

/**
 * Counts one more of `kind` for `key` (an address or an account) in PostgreSQL, for all instances together.
 * Null while it is allowed; else the sentence that tells when to try again. While the database is away each process
 * counts for itself. A caller whose address is not known is not counted: all of them would be one.
 */
export async function limited(kind: Limited, key: string | null): Promise<Problem | null> {
  if (key === null) return null;
  for (const limiter of limitersOf(kind)) {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { message: `This was tried too often. Try again in ${wait(refusal.msBeforeNext)}.` };
    }
  }
  return null;
}

function wait(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  if (minutes >= 90) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

const kept = new Map<Limited, RateLimiterPostgres[]>();
let pool: pg.Pool | undefined;

/** A lost connection is made again at the next use. */
const connect = () =>
  new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 2,
    allowExitOnIdle: true,
    connectionTimeoutMillis: 2000,
  }).on("error", () => undefined);

function limitersOf(kind: Limited): RateLimiterPostgres[] {
  const storeClient = (pool ??= connect());
  const made =
    kept.get(kind) ??
    limits[kind].map(
      ({ points, duration }) =>
        new RateLimiterPostgres({
          storeClient,
          tableName: "rate_limit",
          tableCreated: true,
          clearExpiredByTimeout: false,
          keyPrefix: `${kind}:${duration}`,
          points,
          duration,
          inMemoryBlockOnConsumed: points + 1,
          insuranceLimiter: new RateLimiterMemory({ keyPrefix: `${kind}:${duration}`, points, duration }),
        }),
    );
  kept.set(kind, made);
  return made;
}

/** Lets go of the connections, and of what this process remembers: for scripts and tests that end. */
export async function forgetLimits(): Promise<void> {
  kept.clear();
  await pool?.end();
  pool = undefined;
}

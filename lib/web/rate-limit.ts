import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { networksOf } from "@/lib/accounts/ip-address";
import { env } from "@/lib/env";
import type { Problem } from "@/lib/outcome";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How often each thing may be done: a number of times in a number of seconds. We chose these numbers and may change
 * them. The main limits are by what was typed (an email address, an account). Limits by the caller's internet address
 * ("… from one place") are high and a last resort, because a whole hospital or council can share one address.
 */
const limits = {
  register: [
    { points: 10, duration: hour },
    { points: 60, duration: day },
  ],
  "register from one place": [
    { points: 600, duration: hour },
    { points: 3000, duration: day },
  ],
  "sign-in": [{ points: 3000, duration: 10 * minute }],
  reset: [
    { points: 5, duration: 15 * minute },
    { points: 20, duration: day },
  ],
  "reset from one place": [
    { points: 150, duration: 15 * minute },
    { points: 1000, duration: day },
  ],
  code: [
    { points: 5, duration: hour },
    { points: 20, duration: day },
  ],
  "new-password": [{ points: 20, duration: 15 * minute }],
  search: [{ points: 600, duration: minute }],
  upload: [{ points: 30, duration: hour }],
  api: [{ points: 1200, duration: minute }],
  "api without a key from one place": [{ points: 300, duration: 10 * minute }],
  "open feed from one place": [{ points: 600, duration: 10 * minute }],
  export: [{ points: 60, duration: hour }],
  receipt: [{ points: 300, duration: hour }],
} as const;

export type Limited = keyof typeof limits;

/** How many times more often a whole IPv6 /48 network may do something than one /64 network. */
const wideShare = 8;

/**
 * Counts one more of `kind` for `key` (a caller's address, an account or an email address) in PostgreSQL, for all
 * instances together. Returns null while it is allowed, or else the sentence that says when to try again. While the
 * database is down, each process counts by itself. Callers with no known address are not counted, because they would
 * all count as one.
 */
export async function limited(kind: Limited, key: string | null): Promise<Problem | null> {
  if (key === null) return null;
  const [near = key, wide] = networksOf(key);
  const counts = limitersOf(kind).flatMap((limiter): [RateLimiterPostgres, string][] => [[limiter, near]]);
  if (wide)
    counts.push(...limitersOf(kind, wideShare).map((limiter): [RateLimiterPostgres, string] => [limiter, wide]));
  for (const [limiter, counted] of counts) {
    try {
      await limiter.consume(counted);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return {
        message: `You have tried too many times. Try again in ${wait(refusal.msBeforeNext)}, or call ${env().SUPPORT_NAME}: ${env().SUPPORT_PHONE}.`,
      };
    }
  }
  return null;
}

function wait(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  if (minutes >= 90) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

const kept = new Map<string, RateLimiterPostgres[]>();
let pool: pg.Pool | undefined;

/** A lost connection is opened again when it is next needed. */
const connect = () =>
  new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 2,
    allowExitOnIdle: true,
    connectionTimeoutMillis: 2000,
  }).on("error", () => undefined);

/** The limiter names its statements, which a pooler in transaction mode does not know. */
const unnamed = (store: pg.Pool) => ({
  query: ({ text, values }: pg.QueryConfig) => store.query({ text, ...(values && { values }) }),
});

function limitersOf(kind: Limited, share = 1): RateLimiterPostgres[] {
  const name = share === 1 ? kind : `${kind}:wide`;
  const store = (pool ??= connect());
  const storeClient = env().DATABASE_POOLED ? unnamed(store) : store;
  const made =
    kept.get(name) ??
    limits[kind]
      .map((limit) => ({ ...limit, points: limit.points * share }))
      .map(
        ({ points, duration }) =>
          new RateLimiterPostgres({
            storeClient,
            storeType: "pool",
            tableName: "rate_limit",
            tableCreated: true,
            clearExpiredByTimeout: false,
            keyPrefix: `${name}:${duration}`,
            points,
            duration,
            inMemoryBlockOnConsumed: points + 1,
            insuranceLimiter: new RateLimiterMemory({ keyPrefix: `${name}:${duration}`, points, duration }),
          }),
      );
  kept.set(name, made);
  return made;
}

/** Closes the connections and forgets what this process counted, for scripts and tests that end. */
export async function forgetLimits(): Promise<void> {
  kept.clear();
  await pool?.end();
  pool = undefined;
}

import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { Prisma, type PrismaClient } from "@/prisma/client/client";
import type { User } from "./access/user";
import { connectToPrimary } from "./database/connection";
import { leaveReplica, replicaInUse } from "./database/replica";
import { env } from "./env";

/** Background work that writes under its own name. */
export interface SystemActor {
  readonly system: string;
}

export const system = (name: string): SystemActor => ({ system: name });

export type Actor = User | SystemActor;

/** The database inside one transaction with its actor. */
export type Transaction = Prisma.TransactionClient;

type ReadVerb =
  | "findUnique"
  | "findUniqueOrThrow"
  | "findFirst"
  | "findFirstOrThrow"
  | "findMany"
  | "count"
  | "aggregate"
  | "groupBy";
type Models = Exclude<keyof PrismaClient, `$${string}` | symbol>;
export type Reader = { readonly [M in Models]: Pick<PrismaClient[M], ReadVerb & keyof PrismaClient[M]> } & Pick<
  PrismaClient,
  "$queryRaw"
>;

export { Prisma };

/**
 * A separate connection for checking the database, so that a busy pool is not mistaken for an outage. If it is lost, we
 * make it again.
 */
const listen = () =>
  new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: answersWithin,
    query_timeout: answersWithin,
    allowExitOnIdle: true,
  }).on("error", () => undefined);

const answersWithin = 1000;

const kept = globalThis as {
  capacityTrackerDatabase?: PrismaClient;
  capacityTrackerPulse?: { pool: pg.Pool; asked?: Promise<boolean> };
};
const client = (): PrismaClient => (kept.capacityTrackerDatabase ??= connectToPrimary());

/**
 * Reading. It has no verb that writes: writing needs a transaction with an actor. It reads from the main server, but for
 * what is done `fromReplica`.
 */
export const db: Reader = new Proxy({} as Reader, {
  get: (_, name): unknown => Reflect.get(replicaInUse() ?? client(), name),
});

interface Options {
  /** Milliseconds the work may take; an import takes longer than a form. */
  timeout?: number;
}

/** What is asked of the replica is asked of the main server once more when it fails, so it must not write. */
function refuseOnReplica(): void {
  if (replicaInUse()) throw new Error("What is read from the replica may not write.");
}

/**
 * The way to write: everything in `work` happens or nothing does, in the name of `actor` and for `reason`. The database's
 * own triggers put both in the audit, and refuse a change to an audited table without an actor. `oneStatement` is the
 * exception.
 */
export function transact<T>(
  actor: Actor,
  reason: string,
  work: (tx: Transaction) => Promise<T>,
  options: Options = {},
): Promise<T> {
  refuseOnReplica();
  const timeout = options.timeout ?? 15_000;
  const written = client().$transaction(
    async (tx) => {
      await name(tx, actor, reason, timeout);
      const value = await work(tx);
      if (rehearsing.getStore()) throw new Rehearsed(value);
      return value;
    },
    { maxWait: 10_000, timeout },
  );
  return rehearsing.getStore() ? written.catch((fault: unknown) => valueOfRehearsal(fault) as T) : written;
}

const rehearsing = new AsyncLocalStorage<true>();

class Rehearsed extends Error {
  constructor(readonly value: unknown) {
    super("This was a rehearsal: nothing of it was kept");
  }
}

function valueOfRehearsal(fault: unknown): unknown {
  if (fault instanceof Rehearsed) return fault.value;
  throw fault;
}

/** Does the work and keeps nothing that it writes, to find out what would be wrong before the work may be done. */
export const rehearse = <T>(work: () => Promise<T>): Promise<T> => rehearsing.run(true, work);

/**
 * One statement in a transaction of its own, without an actor: for counts that many requests fight over, for what is
 * kept of a key at each request, and for filing a return, whose rows hold who files it and are their own audit. It is
 * one journey to the database, and its rows are held no longer than the database itself needs. Audited tables refuse it,
 * because no one is named.
 */
export function oneStatement<T>(sql: Prisma.Sql): Promise<T[]> {
  refuseOnReplica();
  return rehearsing.getStore() ? Promise.reject(new Rehearsed(null)) : client().$queryRaw<T[]>(sql);
}

const name = (tx: Transaction, actor: Actor, reason: string, timeout: number) => {
  const [who, accountId, onBehalfOf] =
    "system" in actor ? [actor.system, "", ""] : [actor.email, String(actor.id), actor.onBehalfOf ?? ""];
  return tx.$queryRaw`
    select set_config('capacity.actor', ${who}, true), set_config('capacity.account_id', ${accountId}, true),
           set_config('capacity.on_behalf_of', ${onBehalfOf}, true), set_config('capacity.reason', ${reason}, true),
           set_config('statement_timeout', ${String(Math.max(5_000, timeout))}, true)`;
};

/** Is the database there, now? Answers within a second or two either way. All who ask at the same time ask once. */
export function databaseAnswers(): Promise<boolean> {
  const pulse = (kept.capacityTrackerPulse ??= { pool: listen() });
  return (pulse.asked ??= pulse.pool
    .query("select 1")
    .then(
      () => true,
      () => false,
    )
    .finally(() => delete pulse.asked));
}

/** Does the database answer, and does it have every migration that this build was made with? */
export async function databaseIsCurrent(): Promise<boolean> {
  if (!(await databaseAnswers())) return false;
  const wanted = process.env.LATEST_MIGRATION ?? "";
  const applied = await client().$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations where finished_at is not null and migration_name >= ${wanted}`;
  return applied.length > 0;
}

/** Closes the connections, for scripts and tests that need to end. */
export async function disconnect(): Promise<void> {
  await kept.capacityTrackerDatabase?.$disconnect();
  await kept.capacityTrackerPulse?.pool.end();
  await leaveReplica();
  delete kept.capacityTrackerDatabase;
  delete kept.capacityTrackerPulse;
}

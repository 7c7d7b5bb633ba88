import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import type { PrismaClient } from "@/prisma/client/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { connectToReplica } from "./connection";
import { bytesOf, Marks } from "./replica-lag";

/** What there is to say of the replica: whether reads go there, and how far it is behind. */
export type ReplicaState =
  | { readonly state: "none" }
  | { readonly state: "away"; readonly why: string }
  | { readonly state: "in use" | "behind"; readonly seconds: number | null; readonly bytes: number };

interface Replica {
  client: PrismaClient;
  /** One connection to each server, so that a busy pool is not mistaken for a replica that is behind. */
  here: pg.Pool;
  there: pg.Pool;
  marks: Marks;
  replayed: bigint;
  /** Why it cannot be used; null while it can. */
  away: string | null;
  watching: NodeJS.Timeout;
  measuring: Promise<void> | undefined;
}

const every = 1000;
const answersWithin = 1000;

const kept = globalThis as { capacityTrackerReplica?: Replica };

const inUse = new AsyncLocalStorage<PrismaClient>();

/** The client of the replica where what runs now reads from it. */
export const replicaInUse = (): PrismaClient | undefined => inUse.getStore();

/**
 * Does work that only reads, and may see the service as it was a moment ago, on the replica in READ_DATABASE_URL. Without
 * one, while it is too far behind or away, or if it fails, the main server is asked: no one is refused for the replica's
 * sake. Nothing in `work` may write.
 */
export async function fromReplica<T>(work: () => Promise<T>): Promise<T> {
  const replica = started();
  if (!replica || stateOf(replica).state !== "in use") return work();
  try {
    return await inUse.run(replica.client, work);
  } catch (fault) {
    if (!isOfDatabase(fault)) throw fault;
    log.warn({ err: fault }, "the replica failed: the main server is asked instead");
    replica.away = "it failed, and has not been checked since";
    return work();
  }
}

const isOfDatabase = (fault: unknown) => fault instanceof Error && /^(?:Prisma|DriverAdapter)/.test(fault.name);

/** How the replica is now, as this process measured it in the last second. */
export function replicaState(): ReplicaState {
  const replica = started();
  return replica ? stateOf(replica) : { state: "none" };
}

/** Measures now, for those who cannot wait for the next second: what is shown to support, and tests. */
export async function measuredReplicaState(): Promise<ReplicaState> {
  const replica = started();
  if (!replica) return { state: "none" };
  await measure(replica);
  return stateOf(replica);
}

function stateOf({ marks, replayed, away }: Replica): ReplicaState {
  if (away !== null) return { state: "away", why: away };
  const upTo = marks.shownUpTo(replayed);
  const seconds = upTo === null ? null : (performance.now() - upTo) / 1000;
  const state = seconds !== null && seconds <= env().READ_LAG_SECONDS ? "in use" : "behind";
  return { state, seconds, bytes: marks.bytesBehind(replayed) };
}

function started(): Replica | undefined {
  const { READ_DATABASE_URL, DATABASE_URL } = env();
  if (!READ_DATABASE_URL) return undefined;
  if (kept.capacityTrackerReplica) return kept.capacityTrackerReplica;
  const replica: Replica = {
    client: connectToReplica(READ_DATABASE_URL),
    here: listen(DATABASE_URL),
    there: listen(READ_DATABASE_URL),
    marks: new Marks(),
    replayed: 0n,
    away: "it has not been checked yet",
    watching: setInterval(() => void measure(replica), every).unref(),
    measuring: undefined,
  };
  void measure(replica);
  return (kept.capacityTrackerReplica = replica);
}

const listen = (connectionString: string) =>
  new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: answersWithin,
    query_timeout: answersWithin,
    allowExitOnIdle: true,
  }).on("error", () => undefined);

const measure = (replica: Replica): Promise<void> =>
  (replica.measuring ??= look(replica)
    .catch((fault: unknown) => (fault as Error).message || "it does not answer")
    .then((away) => {
      if (away !== null && replica.away === null) log.warn({ why: away }, "the replica is away");
      replica.away = away;
    })
    .finally(() => (replica.measuring = undefined)));

interface Primary {
  position: string;
  system: string;
}
interface Follower {
  follows: boolean;
  replayed: string | null;
  system: string;
}

/** Looks where both stand, the main server first. Gives why the replica cannot be used, or null. */
async function look(replica: Replica): Promise<string | null> {
  const at = performance.now();
  const system = "(select system_identifier::text from pg_control_system()) as system";
  const primary = await replica.here.query<Primary>(`select pg_current_wal_lsn()::text as position, ${system}`);
  const follower = await replica.there.query<Follower>(
    `select pg_is_in_recovery() as follows, pg_last_wal_replay_lsn()::text as replayed, ${system}`,
  );
  const [{ position, system: ours } = { position: "", system: "" }] = primary.rows;
  const [found] = follower.rows;
  replica.marks.note(at, bytesOf(position));
  if (!found?.follows || found.replayed === null) return "it is not a replica, but takes writes itself";
  if (found.system !== ours) return "it is a replica of another server";
  replica.replayed = bytesOf(found.replayed);
  return null;
}

/** Forgets the replica and closes its connections. */
export async function leaveReplica(): Promise<void> {
  const replica = kept.capacityTrackerReplica;
  delete kept.capacityTrackerReplica;
  if (!replica) return;
  clearInterval(replica.watching);
  await replica.measuring;
  await Promise.all([replica.client.$disconnect(), replica.here.end(), replica.there.end()]);
}

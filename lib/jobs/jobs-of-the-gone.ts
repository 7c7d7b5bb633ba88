import pg from "pg";
import { system, transact } from "@/lib/db";
import { log } from "@/lib/log";

const beforeAgain = 5_000;

/** How a process shows that its workers are there: by locks that end with its connection, however it ends. */
export interface Presence {
  /** Adds a pool of workers, under whose id jobs are held, to those that this process keeps alive. */
  hold(pool: string): Promise<void>;
  /** Gives back the jobs that are held by pools whose process is gone. Answers with how many. */
  freeJobsOfTheGone(now: Date): Promise<number>;
  end(): Promise<void>;
}

const key = "hashtextextended($1, 0)";

/** Connects to the database for as long as this process works on jobs, with nothing held yet. */
export async function presence(connectionString: string): Promise<Presence> {
  const pools = new Set<string>();
  let ended = false;
  let client = await connected();
  async function connected(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString });
    made.on("error", () => void reconnect());
    await made.connect();
    for (const pool of pools) await made.query(`select pg_advisory_lock(${key})`, [pool]);
    return made;
  }
  const reconnect = async (): Promise<void> => {
    if (ended) return;
    await connected().then(
      (made) => void (client = made),
      () => void setTimeout(() => void reconnect(), beforeAgain).unref(),
    );
  };
  return {
    hold: async (pool) => {
      pools.add(pool);
      await client.query(`select pg_advisory_lock(${key})`, [pool]);
    },
    freeJobsOfTheGone: (now) => freeJobs(client, pools, now),
    end: async () => {
      ended = true;
      await client.end();
    },
  };
}

async function freeJobs(client: pg.Client, own: ReadonlySet<string>, now: Date): Promise<number> {
  const { rows } = await client.query<{ pool: string }>(`
    select locked_by as pool from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null`);
  let freed = 0;
  for (const { pool } of rows) if (!own.has(pool)) freed += await freeJobsOf(client, pool, now);
  return freed;
}

/** A process that gets the lock of a pool knows that the pool's own process is gone. */
async function freeJobsOf(client: pg.Client, pool: string, now: Date): Promise<number> {
  const { rows: taken } = await client.query<{ gone: boolean }>(`select pg_try_advisory_lock(${key}) as gone`, [pool]);
  if (!taken[0]?.gone) return 0;
  await client.query(`select pg_advisory_unlock(${key})`, [pool]);
  const { rows: jobs } = await client.query<{ email: string | null; webhook: number | null }>(
    `select case when identifier = 'deliver-email' then payload ->> 'id' end as email,
            case when identifier = 'deliver-webhook' then (payload ->> 'id')::int end as webhook
       from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      where locked_by = $1`,
    [pool],
  );
  const mails = jobs.flatMap(({ email }) => (email === null ? [] : [email]));
  const webhooks = jobs.flatMap(({ webhook }) => webhook ?? []);
  await transact(system("mail"), "taken by a worker that is gone", async (tx) => {
    await tx.email.updateMany({
      where: { id: { in: mails }, sentAt: null, failedAt: null, nextTryAt: { gt: now } },
      data: { nextTryAt: now },
    });
    await tx.webhookDelivery.updateMany({
      where: { id: { in: webhooks }, nextTryAt: { gt: now } },
      data: { nextTryAt: now },
    });
  });
  await client.query("select graphile_worker.force_unlock_workers($1)", [[pool]]);
  log.warn({ pool, jobs: jobs.length }, "a worker was gone: its jobs are free again");
  return jobs.length;
}

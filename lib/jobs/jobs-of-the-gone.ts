import pg from "pg";
import { system, transact } from "@/lib/db";
import { log } from "@/lib/log";

const beforeAgain = 5_000;

/** What keeps a worker's name while its process lives: the lock goes with the connection, however that ends. */
export interface Presence {
  /** Gives back the jobs that are held by workers whose process is gone. Answers with how many. */
  freeJobsOfTheGone(now: Date): Promise<number>;
  end(): Promise<void>;
}

/** Holds the name of this process's workers (`name-0`, `name-1` …) in the database, on a connection of its own. */
export async function presenceOf(name: string, connectionString: string): Promise<Presence> {
  let ended = false;
  let client = await holding();
  async function holding(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString });
    made.on("error", () => void hold());
    await made.connect();
    await made.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return made;
  }
  const hold = async (): Promise<void> => {
    if (ended) return;
    await holding().then(
      (made) => void (client = made),
      () => void setTimeout(() => void hold(), beforeAgain).unref(),
    );
  };
  return {
    freeJobsOfTheGone: (now) => freeJobs(client, name, now),
    end: async () => {
      ended = true;
      await client.end();
    },
  };
}

async function freeJobs(client: pg.Client, own: string, now: Date): Promise<number> {
  const { rows } = await client.query<{ worker: string }>(`
    select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null`);
  let freed = 0;
  for (const { worker } of rows) freed += await freeJobsOf(client, own, worker, now);
  return freed;
}

/** Whoever gets the lock of a worker's name knows that its process is gone. */
async function freeJobsOf(client: pg.Client, own: string, worker: string, now: Date): Promise<number> {
  const name = worker.replace(/-\d+$/, "");
  if (name === own) return 0;
  const key = "hashtextextended($1, 0)";
  const { rows: taken } = await client.query<{ gone: boolean }>(`select pg_try_advisory_lock(${key}) as gone`, [name]);
  if (!taken[0]?.gone) return 0;
  await client.query(`select pg_advisory_unlock(${key})`, [name]);
  const { rows: jobs } = await client.query<{ email: string | null }>(
    `select case when identifier = 'deliver-email' then payload ->> 'id' end as email
       from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      where locked_by = $1`,
    [worker],
  );
  const mails = jobs.flatMap(({ email }) => (email === null ? [] : [email]));
  await transact(system("mail"), "taken by a worker that is gone", (tx) =>
    tx.email.updateMany({
      where: { id: { in: mails }, sentAt: null, failedAt: null, nextTryAt: { gt: now } },
      data: { nextTryAt: now },
    }),
  );
  await client.query("select graphile_worker.force_unlock_workers($1)", [[worker]]);
  log.warn({ worker, jobs: jobs.length }, "a worker was gone: its jobs are free again");
  return jobs.length;
}

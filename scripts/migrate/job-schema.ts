import { runMigrations } from "graphile-worker";
import pg from "pg";
import { connection } from "./connection";

const MAY_BECOME_WORKER = `
  SELECT pg_has_role(current_user, 'capacity_worker',
    CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS may`;

/**
 * Makes the first thing that graphile-worker would make, because it would need a right over the whole database. One
 * transaction.
 */
const FIRST = `
  CREATE SCHEMA IF NOT EXISTS graphile_worker AUTHORIZATION capacity_worker;
  SET LOCAL ROLE capacity_worker;
  CREATE TABLE IF NOT EXISTS graphile_worker.migrations (
    id int PRIMARY KEY,
    ts timestamptz DEFAULT now() NOT NULL,
    breaking boolean NOT NULL DEFAULT false
  );`;

/**
 * Installs or updates the tables of graphile-worker. All of them belong to capacity_worker, because they have row-level
 * security that only their owner passes.
 */
export async function installJobSchema(owner: pg.Client, url: string): Promise<void> {
  await becomeAble(owner);
  await owner.query(FIRST);
  const pool = new pg.Pool({ ...connection(url), options: "-c role=capacity_worker", max: 1 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await runMigrations({ pgPool: pool, schema: "graphile_worker" });
  } finally {
    await pool.end();
  }
}

/** From PostgreSQL 16 on, whoever creates a role may grant it but not act as it. */
async function becomeAble(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ may: boolean }>(MAY_BECOME_WORKER);
  if (!rows[0]?.may) await owner.query("GRANT capacity_worker TO CURRENT_USER");
}

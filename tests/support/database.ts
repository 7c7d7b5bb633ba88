import pg from "pg";

const EMPTIED = `
  SELECT format('%I.%I', schemaname, tablename) AS name
    FROM pg_tables
   WHERE schemaname = 'public' AND NOT tablename = ANY($1)
      OR schemaname = 'graphile_worker' AND tablename IN ('_private_jobs', '_private_job_queues')`;

const reference = JSON.parse(process.env.TEST_REFERENCE_TABLES ?? "[]") as string[];
let owner: Promise<pg.Client> | undefined;
let emptied: string[] | undefined;

afterAll(async () => (await owner)?.end());

/** The connection that owns this worker's database, for setting up and looking at what no user may. */
export const asOwner = (): Promise<pg.Client> => (owner ??= connected(process.env.MIGRATE_DATABASE_URL ?? ""));

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Empties every table but those that migrating fills (areas, bed types and the like): call it before each test. */
export async function emptyDatabase(): Promise<void> {
  const client = await asOwner();
  emptied ??= (await client.query<{ name: string }>(EMPTIED, [reference])).rows.map(({ name }) => name);
  const rows = emptied.map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM ${table})`);
  const full = (await client.query<{ name: string }>(rows.join(" UNION ALL "))).rows.map(({ name }) => name);
  if (full.length > 0) await client.query(`TRUNCATE ${full.join(", ")} RESTART IDENTITY CASCADE`);
}

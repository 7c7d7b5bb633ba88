import pg from "pg";

/** Does at once what autovacuum would do within a minute after this many rows. */
export async function analyse(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.SUPERUSER_DATABASE_URL ?? "" });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

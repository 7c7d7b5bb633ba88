import pg from "pg";

/** What autovacuum does within a minute of so many rows. */
export async function analyse(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.SUPERUSER_DATABASE_URL ?? "" });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

import pg from "pg";

/** The rows of one statement, on a connection of its own. */
export async function asked(url, sql, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The number of rows of each table of ours and a sum over what is in them, so that two databases can be compared. */
export async function tableSums(url) {
  const tables = await asked(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  const sums = new Map();
  for (const { name } of tables) {
    const [row] = await asked(
      url,
      `SELECT count(*) AS rows, sum(hashtextextended(t::text, 0)) AS sum FROM "${name}" t`,
    );
    sums.set(name, `${row.rows} rows, ${row.sum}`);
  }
  return sums;
}

import pg from "pg";

/** A connection string as fields, so that other databases on the same server can be opened. */
export function connection(url: string): pg.PoolConfig {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url }) as pg.Client & {
    password?: string;
    ssl?: boolean;
  };
  return {
    host,
    port,
    ...(user && { user }),
    ...(password && { password }),
    ...(database && { database }),
    ...(ssl && { ssl }),
  };
}

/** Runs `work` on one connection and closes it afterwards. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection(url));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

import pg from "pg";
import { limitsOfLogin } from "@/lib/database/connection";

/**
 * Gives the app's login, in this database, the limits that its connections carry otherwise: for a pooler that hands
 * connections on and takes no options with them. Any login may do this for itself; it may be done again at any time.
 */
async function setLimits(url = process.env.DATABASE_URL): Promise<string> {
  if (!url) throw new Error("DATABASE_URL must be set: the address of the database, as the app's login.");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ login: string; database: string }>(
      "select current_user as login, current_database() as database",
    );
    const { login = "", database = "" } = rows[0] ?? {};
    for (const [name, value] of Object.entries(limitsOfLogin))
      await client.query(
        `alter role current_user in database ${pg.escapeIdentifier(database)} set ${name} = ${pg.escapeLiteral(value)}`,
      );
    return `The login ${login} now has its limits: ${Object.keys(limitsOfLogin).join(", ")}. New connections have them.`;
  } finally {
    await client.end();
  }
}

setLimits().then(console.log, (error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

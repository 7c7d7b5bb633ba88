import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadReference } from "@/lib/registers/load-reference";
import { connected } from "./migrate/connection";
import { installJobSchema } from "./migrate/job-schema";
import { EVERYTHING, migrations, withSchemaEngine } from "./migrate/schema-engine";

/** Any number that nothing else in this database uses as a lock. */
const ONE_AT_A_TIME = 2_041_210_907;
const AFTER_JOBS = path.join(__dirname, "../prisma/after-jobs.sql");

/**
 * Brings the database up to date, as the owner in MIGRATE_DATABASE_URL: first our migrations, applied and recorded as
 * `prisma migrate deploy` would; then the job queue's own schema; then prisma/after-jobs.sql, which needs both and may
 * be applied any number of times; then any reference rows that the database does not have yet.
 */
async function migrate(url: string): Promise<void> {
  await connected(url, async (owner) => {
    await owner.query("SELECT pg_advisory_lock($1)", [ONE_AT_A_TIME]);
    const applied = await applyMigrations(url);
    await installJobSchema(owner, url);
    if (existsSync(AFTER_JOBS)) await owner.query(readFileSync(AFTER_JOBS, "utf8"));
    await loadReference(owner);
    console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  });
}

const applyMigrations = (url: string): Promise<string[]> =>
  withSchemaEngine(url, async (engine) => {
    const input = { migrationsList: migrations(), filters: EVERYTHING };
    return (await engine.applyMigrations(input)).appliedMigrationNames;
  });

async function main(url = process.env.MIGRATE_DATABASE_URL): Promise<number> {
  if (!url) {
    console.error("MIGRATE_DATABASE_URL must be set: the address of the database, as the role that owns it.");
    return 1;
  }
  try {
    await migrate(url);
    return 0;
  } catch (error) {
    console.error(`The database was not migrated. ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

/** The engine leaves a ten-second timer behind from waiting for its lock. Ends without waiting for it. */
void main().then((code) => process.exit(code));

import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { Sentence } from "../steps/sentence.mjs";
import { addressOf, programFor, runProgram } from "./programs.mjs";

/** Restores one database's file into the empty database of MIGRATE_DATABASE_URL: all of it or nothing. */
export async function restoreDatabase(file) {
  const url = process.env.MIGRATE_DATABASE_URL;
  if (!url) throw new Sentence("Set MIGRATE_DATABASE_URL: the address of an empty database, as the role that owns it.");
  await refuseChanged(file);
  const major = await majorOfEmpty(url);
  const failed = "Nothing was restored: what pg_restore said is above.";
  const args = ["--single-transaction", "--exit-on-error", "--no-owner", `--dbname=${addressOf(url).PGDATABASE}`, file];
  await runProgram(programFor("pg_restore", major), args, addressOf(url), failed);
  console.log("Restored. Next: npm run migrate, then npm run audit:verify with the seal that the backup named.");
}

async function refuseChanged(file) {
  const noted = `${file}.sha256`;
  if (!existsSync(noted)) return;
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  if (!readFileSync(noted, "utf8").startsWith(hash.digest("hex")))
    throw new Sentence(`${file} is not the file that was backed up: its sum differs from the one in ${noted}.`);
}

async function majorOfEmpty(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_database() AS name,
              (SELECT count(*)::int FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')) AS tables`,
    );
    const { major, name, tables } = rows[0];
    if (tables > 0)
      throw new Sentence(`The database ${name} holds ${tables} tables already: restore into a new, empty one.`);
    return major;
  } catch (error) {
    if (error instanceof Sentence) throw error;
    throw new Sentence(`The database could not be reached, so nothing was restored: ${error.message || error.code}.`);
  } finally {
    await client.end();
  }
}

import "./steps/node-version.mjs";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { optionsOf } from "./backup/options.mjs";
import { addressOf, programFor, runProgram } from "./backup/programs.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

const USAGE = "Use: npm run backup -- FOLDER, or npm run backup -- FOLDER --whole.";

/**
 * Backs up the database that BACKUP_DATABASE_URL names, else MIGRATE_DATABASE_URL, into a folder.
 *
 * A copy of the database in one file (pg_dump), which any PostgreSQL from the same version on can restore; or, with
 * `--whole`, a copy of the whole server (pg_basebackup), from which together with the archived write-ahead log
 * `npm run restore -- --at` goes back to any moment. The second needs a login with REPLICATION. A backup gets its name
 * only once it is complete and checked.
 */
await inOneSentence(async () => {
  const { values, positionals } = optionsOf({ whole: { type: "boolean", default: false } }, USAGE);
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new Sentence(`Say which folder the backup goes to. ${USAGE}`);
  const url = process.env.BACKUP_DATABASE_URL || process.env.MIGRATE_DATABASE_URL;
  if (!url) throw new Sentence("Set MIGRATE_DATABASE_URL, or BACKUP_DATABASE_URL if another login makes the backups.");
  const { major, stamp, seal } = await factsOf(url);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = await (values.whole ? wholeServer : oneDatabase)({ url, major, folder, stamp });
  console.log(`Backed up to ${made}.`);
  if (seal) console.log(`After a restore, check the audit with: npm run audit:verify -- ${seal}`);
});

/**
 * The server's major version, its time as part of a file's name, and the digest of the newest seal of the audit, where
 * this login may read it: one that has REPLICATION alone may not.
 */
async function factsOf(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS major,
              to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') AS stamp,
              CASE WHEN to_regclass('public.audit_seal') IS NULL THEN false
                   ELSE has_table_privilege('public.audit_seal', 'SELECT') END AS sealed`,
    );
    const { sealed, ...facts } = rows[0];
    const newest = "SELECT encode(digest, 'hex') AS seal FROM audit_seal ORDER BY id DESC LIMIT 1";
    return { ...facts, seal: sealed ? (await client.query(newest)).rows[0]?.seal : undefined };
  } catch (error) {
    throw new Sentence(`The database could not be reached, so nothing was backed up: ${error.message || error.code}.`);
  } finally {
    await client.end();
  }
}

async function oneDatabase({ url, major, folder, stamp }) {
  const file = free(path.join(folder, `capacity-tracker-${stamp}.dump`));
  const part = `${file}.part`;
  const dump = programFor("pg_dump", major);
  try {
    const failed = "The database was not backed up: what pg_dump said is above.";
    writeFileSync(part, "", { mode: 0o600 });
    await runProgram(dump, ["--format=custom", "--no-owner", `--file=${part}`], addressOf(url), failed);
    await runProgram(programFor("pg_restore", major), ["--list", part], {}, "The backup cannot be read again.");
    writeFileSync(`${file}.sha256`, `${await sha256(part)}  ${path.basename(file)}\n`, { mode: 0o600 });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return `${file} (${(statSync(file).size / 1e6).toFixed(1)} MB)`;
}

async function wholeServer({ url, major, folder, stamp }) {
  const base = free(path.join(folder, `server-${stamp}`));
  const part = `${base}.part`;
  const copy = programFor("pg_basebackup", major);
  try {
    const args = [`--pgdata=${part}`, "--wal-method=stream", "--checkpoint=fast"];
    await runProgram(copy, args, addressOf(url), "The server was not backed up: what pg_basebackup said is above.");
    await runProgram(programFor("pg_verifybackup", major), [part], {}, "The backup is not whole, and was removed.");
    renameSync(part, base);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
  return base;
}

function free(place) {
  if (existsSync(place)) throw new Sentence(`${place} is there already: a second later there will be another name.`);
  return place;
}

async function sha256(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

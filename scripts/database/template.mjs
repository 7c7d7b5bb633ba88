import path from "node:path";
import pg from "pg";
import { isAlive } from "../steps/lock.mjs";
import { fingerprint } from "../steps/fingerprint.mjs";
import { must, ROOT, tsx } from "../steps/run.mjs";
import { prepareDatabase, startCluster } from "./cluster.mjs";

const QUICK = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 };
/** The files that decide what a migrated database contains. */
export const WHAT_MAKES_IT = [
  "prisma/migrations",
  "prisma/after-jobs.sql",
  "prisma/reference",
  "lib/registers/load-reference.ts",
  "scripts/migrate",
  "scripts/migrate.ts",
  "package-lock.json",
];

/** The tests' own PostgreSQL. Its data may be lost, so it does not wait for the disk. */
export const testCluster = (version) =>
  startCluster({ version, dir: path.join(ROOT, ".data/test", String(version)), settings: QUICK });

/**
 * Makes one migrated database for each name, copied from a template that is rebuilt when its sources change. Returns
 * the three roles' URLs by name, and the tables that migrating fills. Names begin with this process's id, and databases
 * left behind by ended processes are dropped first.
 */
export async function copies(cluster, names) {
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  try {
    await admin.query("SELECT pg_advisory_lock(7410)");
    await dropAbandoned(admin);
    const template = await builtTemplate(cluster, admin);
    const urls = {};
    for (const name of names) {
      const database = `run_${process.pid}_${name}`;
      await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await admin.query(`CREATE DATABASE "${database}" TEMPLATE "${template.name}" OWNER "template_owner"`);
      urls[name] = Object.fromEntries(Object.entries(template.urls).map(([role, url]) => [role, swap(url, database)]));
    }
    return { urls, reference: await filledTables(urls[names[0]].ownerUrl) };
  } finally {
    await admin.end();
  }
}

/** The tables that migrating fills. Tests do not need the audit of that. */
async function filledTables(url) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows } = await owner.query(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'audit'",
    );
    const filled = rows.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM public."${name}")`);
    return (await owner.query(filled.join(" UNION ALL "))).rows.map(({ name }) => name);
  } finally {
    await owner.end();
  }
}

/** The same role's URL for another database. */
export const swap = (url, database) => url.replace(/[^/]+$/, database);

async function builtTemplate(cluster, admin) {
  const urls = await keptTemplate(cluster, admin, "template", fingerprint(...WHAT_MAKES_IT), (made) =>
    must("Migrating an empty database", ...tsx("scripts/migrate.ts"), { env: { MIGRATE_DATABASE_URL: made.ownerUrl } }),
  );
  return { name: "template", urls };
}

/**
 * The three roles' URLs of a database to copy from. If none has this fingerprint, `make` makes one; it gets the
 * fingerprint only when it is complete.
 */
export async function keptTemplate(cluster, admin, name, print, make) {
  const urls = await prepareDatabase(cluster, name);
  const { rows } = await admin.query(
    "SELECT shobj_description(oid, 'pg_database') AS print FROM pg_database WHERE datname = $1",
    [name],
  );
  if (rows[0].print === print) return urls;
  await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  await prepareDatabase(cluster, name);
  await make(urls);
  await admin.query(`COMMENT ON DATABASE "${name}" IS '${print}'`);
  return urls;
}

async function dropAbandoned(admin) {
  const { rows } = await admin.query("SELECT datname AS name FROM pg_database WHERE datname LIKE 'run\\_%'");
  for (const { name } of rows) {
    if (!isAlive(Number(name.split("_")[1]))) await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  }
}

export async function dropCopies(cluster) {
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  try {
    const { rows } = await admin.query("SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)", [
      `run_${process.pid}_`,
    ]);
    for (const { name } of rows) await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  } finally {
    await admin.end();
  }
}

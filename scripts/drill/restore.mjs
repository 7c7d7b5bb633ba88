import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { binaries, isInstalled } from "../database/binaries.mjs";
import { prepareDatabase, startCluster } from "../database/cluster.mjs";
import { launch, shutDown } from "../database/postmaster.mjs";
import { demoSettings } from "../steps/demo.mjs";
import { must, tsx } from "../steps/run.mjs";
import { Sentence } from "../steps/sentence.mjs";
import { asked, tableSums } from "./parts/asked.mjs";
import { filing } from "./parts/filing.mjs";
import { placesOfServer } from "./parts/places.mjs";

const DATABASE = "capacity_tracker";
const REPLAYED_WITHIN = 300_000;

/**
 * A lost machine. While returns are being filed the server is backed up, and at some moment the time is noted; later the
 * server is killed, and only its backup and its archived log are used. Restored to that moment, every return that was
 * acknowledged before it must be there and none from after the last, and the audit must hold. One database's own file
 * must give back every table as it was. `npm run drill -- restore 5000` says how many returns are filed.
 */
export async function drill([count = "1000"]) {
  if (!isInstalled(15)) throw new Sentence("The drill needs Debian's postgresql-15 in /usr/lib/postgresql/15.");
  const places = placesOfServer();
  try {
    const night = await lostMachine(Number(count), places);
    const restored = await restoredTo(night, places);
    const { seconds, kept, tables, different } = restored;
    const lost = night.before.filter((reference) => !kept.has(reference)).length;
    const figures = {
      filed: Number(count),
      acknowledged: night.before.length,
      lost,
      restored: kept.size,
      seconds,
      tables,
    };
    return { figures, broken: faults(figures, different) };
  } finally {
    rmSync(places.root, { recursive: true, force: true });
  }
}

function faults({ filed, lost, restored, tables }, different) {
  return [
    ...(lost > 0 ? [`${lost} acknowledged returns were lost.`] : []),
    ...(restored >= filed ? ["Returns from after the time were restored too."] : []),
    ...(tables < 50 ? [`Only ${tables} tables were compared.`] : []),
    ...different.map((table) => `The table ${table} is not as it was backed up.`),
  ];
}

async function lostMachine(count, { home, wal, backups }) {
  const settings = { archive_mode: "on", archive_command: `cp %p ${wal}/%f` };
  const cluster = await startCluster({ version: 15, dir: home, settings });
  const urls = await prepareDatabase(cluster, DATABASE);
  const env = demoSettings({ port: 3000, urls, home });
  const superuser = cluster.superuserUrl(DATABASE);
  await must("Migrating the database", ...tsx("scripts/migrate.ts"), { env });
  const acknowledged = filing(env, count);
  await acknowledged.reaches(Math.floor(count * 0.2));
  const server = await backUp(["--whole"], backups, await replicator(cluster));
  await acknowledged.reaches(Math.floor(count / 2));
  const before = acknowledged.soFar();
  const [{ time }] = await asked(
    superuser,
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', '${MOMENT}') AS time`,
  );
  acknowledged.goOn();
  await acknowledged.ended;
  const dump = await backUp([], backups, urls.ownerUrl);
  const sums = await tableSums(urls.ownerUrl);
  await archived(superuser);
  await kill(superuser);
  return { cluster, urls, env, server, dump, sums, before, time };
}

const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

/** A login that may copy the whole server and read nothing of it, as the guide says. */
async function replicator(cluster) {
  const password = await cluster.password("backup");
  await asked(cluster.superuserUrl(), `CREATE ROLE backup LOGIN REPLICATION PASSWORD '${password}'`);
  return cluster.url("backup", password, DATABASE);
}

/** Runs `npm run backup`: what it made, and the seal of the audit that it named. */
async function backUp(options, folder, url) {
  const env = { BACKUP_DATABASE_URL: url };
  const said = await must("Backing up", process.execPath, ["scripts/backup.mjs", folder, ...options], { env });
  const [, made] = /^Backed up to (.*?)(?: \([\d.]+ MB\))?\.$/m.exec(said);
  return { made, seal: /audit:verify -- ([0-9a-f]{64})/.exec(said)?.[1] };
}

/** Waits until all that the log holds now is in the archive. */
async function archived(url) {
  const [{ name }] = await asked(url, "SELECT pg_walfile_name(pg_current_wal_lsn()) AS name");
  await asked(url, "SELECT pg_switch_wal()");
  const done = async () => {
    const [{ last }] = await asked(url, "SELECT last_archived_wal AS last FROM pg_stat_archiver");
    return last >= name;
  };
  while (!(await done())) await pause(50);
}

async function kill(url) {
  const [{ pid }] = await asked(
    url,
    String.raw`SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int AS pid`,
  );
  process.kill(pid, "SIGKILL");
}

async function restoredTo({ cluster, urls, env, server, dump, sums, time }, { home, wal, into, user }) {
  const began = performance.now();
  const said = ["--wal", wal, "--into", into, "--at", time];
  await must("Restoring the server", process.execPath, ["scripts/restore.mjs", server.made, ...said]);
  const port = await launch({ bin: binaries(15, user), dataDir: into, user, settings: {}, home });
  const at = (url) => url.replace(`:${cluster.port}/`, `:${port}/`);
  try {
    const kept = await promoted(at(cluster.superuserUrl(DATABASE)));
    const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
    const app = { ...env, DATABASE_URL: at(urls.appUrl) };
    await must("Reading the audit against its seals", ...tsx("scripts/audit-verify.ts", dump.seal), { env: app });
    const again = await fileRestored(dump.made, cluster, at);
    const different = [...sums].filter(([table, sum]) => again.get(table) !== sum).map(([table]) => table);
    return { seconds, kept, tables: again.size, different };
  } finally {
    await shutDown(into);
  }
}

/** Waits until the restored server takes writes, and returns the references of the returns that were filed. */
async function promoted(url) {
  const replaying = async () => {
    const [row] = await asked(url, "SELECT pg_is_in_recovery() AS replaying").catch(() => [{ replaying: true }]);
    return row.replaying;
  };
  for (const until = Date.now() + REPLAYED_WITHIN; await replaying(); await pause(50))
    if (Date.now() > until) throw new Sentence("The restored server did not take writes within five minutes.");
  const filed = `SELECT reference FROM "return" WHERE idempotency_key LIKE 'drill-%'`;
  return new Set((await asked(url, filed)).map(({ reference }) => reference));
}

/** Restores one database's file beside the other, and sums up its tables. */
async function fileRestored(file, cluster, at) {
  const owner = `${DATABASE}_owner`;
  await asked(at(cluster.superuserUrl()), `CREATE DATABASE restored OWNER ${owner}`);
  const url = at(cluster.url(owner, await cluster.password(owner), "restored"));
  const env = { MIGRATE_DATABASE_URL: url };
  await must("Restoring the database's file", process.execPath, ["scripts/restore.mjs", file], { env });
  return tableSums(url);
}

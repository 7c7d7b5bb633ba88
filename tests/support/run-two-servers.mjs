import { rmSync } from "node:fs";
import readline from "node:readline";
import { binaries } from "../../scripts/database/binaries.mjs";
import { prepareDatabase, startCluster } from "../../scripts/database/cluster.mjs";
import { runAs } from "../../scripts/database/os-user.mjs";
import { launch, shutDown } from "../../scripts/database/postmaster.mjs";
import { placesOfServer } from "../../scripts/drill/parts/places.mjs";
import { asked } from "../../scripts/drill/parts/asked.mjs";
import { must, tsx } from "../../scripts/steps/run.mjs";

/**
 * A PostgreSQL 15 with our migrations and a streaming replica of it, for as long as its input is open. It says both
 * addresses as a line of JSON; at the line "start" it starts the replica again, which may have been killed, and says so.
 */
const DATABASE = "tracker";
const QUICK = { fsync: "off", full_page_writes: "off" };
const { root, home, into, user } = placesOfServer();
let cluster;
let port;

async function begin() {
  cluster = await startCluster({ version: 15, dir: home, settings: QUICK });
  const urls = await prepareDatabase(cluster, DATABASE);
  await must("Migrating the database", ...tsx("scripts/migrate.ts"), { env: { MIGRATE_DATABASE_URL: urls.ownerUrl } });
  const password = await cluster.password("follower");
  await asked(cluster.superuserUrl(), `CREATE ROLE follower LOGIN REPLICATION PASSWORD '${password}'`);
  const from = cluster.url("follower", password, "postgres");
  const program = `${binaries(15, user)}/pg_basebackup`;
  await must("Copying the server", "/usr/bin/env", [
    ...asUser(),
    ...[program, "-D", into, "-d", from, "--checkpoint=fast", "--wal-method=stream", "--write-recovery-conf"],
  ]);
  await startReplica();
  const there = (url) => url.replace(`:${cluster.port}/`, `:${port}/`);
  const superuser = cluster.superuserUrl(DATABASE);
  say({ ...urls, superuser, replica: there(urls.appUrl), replicaSuperuser: there(superuser) });
}

/** Root gives the copy to the account that PostgreSQL runs as. */
const asUser = () =>
  runAs(user).uid === undefined ? [] : ["setpriv", `--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups"];

const startReplica = async () =>
  (port = await launch({ bin: binaries(15, user), dataDir: into, port, user, settings: QUICK, home }));

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  await begin();
  for await (const line of readline.createInterface({ input: process.stdin }))
    if (line === "start") {
      await startReplica();
      say("started");
    }
} finally {
  await shutDown(into);
  await cluster?.stop();
  rmSync(root, { recursive: true, force: true });
}

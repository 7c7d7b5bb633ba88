import "./steps/node-version.mjs";
import { createInterface } from "node:readline/promises";
import { HOME } from "./steps/demo.mjs";
import { install } from "./steps/install.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

/** Deletes the demo's database and nothing else. The next start fills a new one. */
await inOneSentence(async () => {
  if (!process.argv.includes("--yes")) await confirm();
  await install();
  const { default: pg } = await import("pg");
  const { startCluster } = await import("./database/cluster.mjs");
  const cluster = await startCluster({ dir: HOME });
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  try {
    await refuseRunning(admin);
    await admin.query("DROP DATABASE IF EXISTS capacity_tracker");
    console.log("The demo's database has been deleted. npm run demo makes a new one.");
  } finally {
    await admin.end();
    await cluster.stop();
  }
});

async function confirm() {
  if (!process.stdin.isTTY) throw new Sentence("Nothing was deleted: to confirm, run npm run db:reset -- --yes.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Everything entered into the demo will be lost. Type yes to continue: ");
  terminal.close();
  if (answer.trim() !== "yes") throw new Sentence("Nothing was deleted.");
}

async function refuseRunning(admin) {
  const { rowCount } = await admin.query("SELECT FROM pg_stat_activity WHERE datname = 'capacity_tracker'");
  if (rowCount > 0) throw new Sentence("The demo is running: stop it with Ctrl-C first.");
}

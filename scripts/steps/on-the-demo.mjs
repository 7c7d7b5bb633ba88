import "./node-version.mjs";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { demoSettings, HOME } from "./demo.mjs";
import { must, tsx } from "./run.mjs";
import { inOneSentence, Sentence } from "./sentence.mjs";

/**
 * Runs one of our scripts with Node's arguments on the database in DATABASE_URL or, if that is not set, on the demo in
 * `.data/`. The demo's PostgreSQL is started if it is not running, and stopped afterwards if no one else uses it.
 */
await inOneSentence(async () => {
  const script = process.argv.slice(2);
  if (process.env.DATABASE_URL) return work(script, process.env);
  if (!existsSync(path.join(HOME, "cluster.json")))
    throw new Sentence("Set DATABASE_URL, as .env.example says, or make a demo first with npm run demo.");
  const { prepareDatabase, startCluster } = await import("../database/cluster.mjs");
  const cluster = await startCluster({ dir: HOME });
  try {
    console.log("Using the demo in .data/, because DATABASE_URL is not set.");
    const urls = await prepareDatabase(cluster, "capacity_tracker");
    const env = demoSettings({ port: process.env.PORT || 3000, urls });
    await must("Migrating the database", ...tsx("scripts/migrate.ts"), { env });
    await work(script, env);
  } finally {
    await cluster.stop();
  }
});

/** Uses our own terminal, so that the script can ask. Ctrl-C reaches it too, and we stay to tidy up. */
async function work(script, env) {
  const child = spawn(process.execPath, script, { env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

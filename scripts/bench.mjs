import "./steps/node-version.mjs";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { generate } from "./generate.mjs";
import { demoSettings } from "./steps/demo.mjs";
import { install } from "./steps/install.mjs";
import { must, ROOT, run, tsx } from "./steps/run.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

const FOLDER = path.join(ROOT, "scripts/bench");

/**
 * Runs one measurement over a new, migrated database of its own, or over a copy of a made-up England. Its output is
 * shown; the last line must be JSON.
 */
await inOneSentence(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => /^[a-z-]+\.ts$/.test(file)) : [];
  if (!name || !names.includes(`${name}.ts`)) {
    throw new Sentence(
      `Say what to measure: ${names.map((file) => file.replace(".ts", "")).join(", ") || "nothing yet"}.`,
    );
  }
  await install();
  const { prepareDatabase, startCluster } = await import("./database/cluster.mjs");
  await generate();
  const { copyOfEngland, DAY, onEngland } = await import("./bench/national/england.mjs");
  const home = path.join(ROOT, ".data/bench");
  const cluster = await startCluster({ dir: home });
  const database = `bench_${process.pid}`;
  try {
    const settings = (urls) => demoSettings({ port: 3000, urls, home });
    const months = onEngland[name];
    const env = {
      ...settings(
        months === undefined
          ? await prepareDatabase(cluster, database)
          : await copyOfEngland(cluster, database, months, settings),
      ),
      SUPERUSER_DATABASE_URL: cluster.superuserUrl(database),
      ...(months !== undefined && { DEMO_CLOCK: DAY }),
    };
    if (months === undefined) await must("Migrating the database", ...tsx("scripts/migrate.ts"), { env });
    const { code, said } = await run(...tsx(`scripts/bench/${name}.ts`, ...rest), { env });
    if (code !== 0) throw new Sentence(`Measuring ${name} failed.`);
    refuseOtherThanJson(name, said.trim().split("\n").at(-1) ?? "");
  } finally {
    await drop(cluster, database);
    await cluster.stop();
  }
});

function refuseOtherThanJson(name, line) {
  try {
    JSON.parse(line);
  } catch {
    throw new Sentence(`Measuring ${name} did not end with a line of JSON.`);
  }
}

async function drop(cluster, database) {
  const { default: pg } = await import("pg");
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  for (const part of ["owner", "app", "worker"]) await admin.query(`DROP ROLE IF EXISTS "${database}_${part}"`);
  await admin.end();
}

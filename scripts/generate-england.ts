import { parseArgs } from "node:util";
import pg from "pg";
import { learnShelfLife } from "@/lib/capacity/learn-shelf-life";
import { now } from "@/lib/clock";
import { disconnect } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { env } from "@/lib/env";
import { formatNumber } from "@/lib/format";
import { generateEngland, hasEngland } from "./england/generate";

const usage = "npm run generate:england -- --locations 30500 --months 36 [--seed 1]";

async function main(): Promise<void> {
  const { locations, months, seed, once } = read(process.argv.slice(2));
  if (env().SERVICE_MODE !== "demo")
    throw new Error("A made-up England is for SERVICE_MODE=demo only: nothing was changed.");
  await startDemoClock(now());
  const started = performance.now();
  const client = new pg.Client({ connectionString: process.env.MIGRATE_DATABASE_URL ?? process.env.DATABASE_URL });
  await client.connect();
  try {
    if (once && (await hasEngland(client))) return;
    const written = await generateEngland(client, { locations, months, seed, now: now(), progress: progress() });
    for (const [table, rows] of written) console.log(`${table.padEnd(22)}${formatNumber(rows).padStart(12)}`);
    console.log(await learnShelfLife(now()));
    const { rows } = await client.query<{ size: string }>(
      "select pg_size_pretty(pg_database_size(current_database())) as size",
    );
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    console.log(`Made up England in ${minutes} minutes: the database has ${rows[0]?.size ?? ""}.`);
  } finally {
    await client.end();
  }
}

function read(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      locations: { type: "string", default: "30500" },
      months: { type: "string", default: "36" },
      seed: { type: "string", default: "1" },
      once: { type: "boolean", default: false },
    },
  });
  const whole = (name: string, text: string, most: number) => {
    if (/^[1-9]\d*$/.test(text) && Number(text) <= most) return Number(text);
    throw new Error(`--${name} must be a whole number from 1 to ${formatNumber(most)}: ${usage}`);
  };
  if (!/^[A-Za-z0-9]{1,20}$/.test(values.seed)) throw new Error(`--seed must be up to 20 letters or figures: ${usage}`);
  return {
    locations: whole("locations", values.locations, 200_000),
    months: whole("months", values.months, 120),
    seed: values.seed,
    once: values.once,
  };
}

/** A line now and then, so that no one thinks it has stopped. */
function progress(): (places: number) => void {
  let shown = 0;
  return (places) => {
    if (places < shown + 2_500) return;
    shown = places;
    console.error(`${formatNumber(places)} places`);
  };
}

void main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  })
  .finally(disconnect);

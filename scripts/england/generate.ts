import type { ClientBase } from "pg";
import { dayOf, daysBetween, startOfDay } from "@/lib/london";
import { owedFromKey } from "@/lib/first-window";
import { type DemoMonths, demoMonths, firstDay } from "@/prisma/seed/demo/months";
import { figures } from "./figures";
import { type Ground, readGround } from "./ground";
import { others, socialCare } from "./groups";
import type { Place } from "./places";
import { worldOf } from "./world";
import { writeWorld } from "./write-world";

export interface Wanted {
  locations: number;
  months: number;
  seed: string;
  now: Date;
  progress?: (places: number) => void;
}

const atOnce = 250;
const key = "england";

/**
 * Fills a database with a made-up England: a number of social care locations, the other locations that a search finds
 * in CQC's proportions, and what they reported over a number of closed windows up to today. The same seed on the same
 * day makes the same England. What PostgreSQL knows of the tables is brought up to date, so that the first page does
 * not wait for autovacuum. Returns how many rows each table got. Refuses a database that has been filled, completely or
 * in part.
 */
export async function generateEngland(
  client: ClientBase,
  { seed, locations, ...wanted }: Wanted,
): Promise<Map<string, number>> {
  const today = dayOf(wanted.now);
  const months = demoMonths(startOfDay(today), wanted.months);
  await begin(client, JSON.stringify({ seed, locations, months: wanted.months, today }), months);
  const ground = await readGround(client);
  const era = { today, days: daysBetween(firstDay(months), today) };
  const beside = Math.round(locations * (figures.registered / figures.socialCare - 1));
  const written = new Map<string, number>();
  const addresses = new Map<string, number>();
  const count = (rows: [string, number][]) =>
    rows.forEach(([table, more]) => written.set(table, (written.get(table) ?? 0) + more));
  let done = 0;
  let writing: Promise<[string, number][]> = Promise.resolve([]);
  for (const places of batches(seed, locations, beside, ground, era)) {
    const world = await worldOf(places, months, addresses);
    count(await writing);
    writing = writeWorld(client, world, ground, months.now);
    writing.catch(() => undefined);
    wanted.progress?.((done += places.length));
  }
  count(await writing);
  await client.query("analyze");
  return written;
}

function* batches(seed: string, social: number, beside: number, ground: Ground, era: Parameters<typeof others>[3]) {
  for (const groups of [socialCare(seed, social, ground, era), others(seed, beside, ground, era)]) {
    let batch: Place[] = [];
    for (const group of groups) {
      batch.push(...group);
      if (batch.length < atOnce) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}

/** Whether a database already has a made-up England, complete or not. */
export const hasEngland = async (client: ClientBase): Promise<boolean> =>
  (await client.query("select from setting where key = $1", [key])).rowCount !== 0;

/** Records what is about to be made, and the first window for which returns are due if it has not been set. */
async function begin(client: ClientBase, what: string, months: DemoMonths): Promise<void> {
  if (await hasEngland(client)) throw new Error("This database already has a made-up England: nothing was changed.");
  await client.query("begin");
  await client.query("select set_config('capacity.actor', 'system:england', true)");
  await client.query("insert into setting (key, value) values ($1, $2), ($3, $4) on conflict (key) do nothing", [
    key,
    what,
    owedFromKey,
    firstDay(months).slice(0, 7),
  ]);
  await client.query("commit");
}

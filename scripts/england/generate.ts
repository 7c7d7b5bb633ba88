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
 * Fills a database with a made-up England: so many places of social care, in CQC's proportion what else a search finds,
 * and what they said over so many closed windows up to the day that has begun. The same seed on the same day makes the
 * same. Answers how many rows each table got; refuses a database that has been filled, or begun to be.
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

/** Whether one was made up in a database, or begun to be. */
export const hasEngland = async (client: ClientBase): Promise<boolean> =>
  (await client.query("select from setting where key = $1", [key])).rowCount !== 0;

/** Notes what is being made, before anything is; and from when returns are owed where nothing says that yet. */
async function begin(client: ClientBase, what: string, months: DemoMonths): Promise<void> {
  if (await hasEngland(client)) throw new Error("This database has a made-up England already: nothing was changed.");
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

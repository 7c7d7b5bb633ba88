import { disconnect, db, Prisma, system } from "../../lib/db";
import { registers } from "../../lib/locations/registers";
import { locationSearch } from "../../lib/locations/queries";
import { registerFile } from "../../lib/organisations/register-file/register-file";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { directoryColumns } from "./national/columns";
import { directoryLines } from "./national/directory";
import { writeCsv } from "./national/write";
import { now } from "../../lib/clock";

/** More lines than the register has, so that about 60,000 locations are kept. */
const lines = 118_000;
const rounds = 30;
const sought = [
  "OL1 1AA",
  "ol1",
  "S70",
  "oakwood",
  "willow house",
  "care",
  "manor 1",
  "BS1 9ZZ",
  "lodge",
  "nothing like it",
];

/** How long somebody who registers waits for a search among 60,000 locations, and what of it is the bare statement. */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "search-"));
  const file = path.join(folder, "national.csv");
  await writeCsv(file, directory());
  const outcome = await registers.cqc(system("bench"), { file: registerFile(file), now: now() });
  rmSync(folder, { recursive: true, force: true });
  if (!outcome.ok) throw new Error("The made-up register was refused.");
  const [{ locations } = { locations: 0 }] = await db.$queryRaw<
    { locations: number }[]
  >`select count(*)::int as locations from location`;
  const searches = await timed((text) => locationSearch(text, ["care_home", "home_care"]));
  const bare = await timed((text) => {
    const [first = ""] = text.toLowerCase().split(" ");
    return db.$queryRaw(Prisma.sql`
      select l.id, l.name, l.postcode, p.name as provider from location l join provider p on p.id = l.provider_id
      where (lower(l.name) like ${`%${first}%`} or l.postcode like ${`${first.toUpperCase()} %`})
        and l.deregistered_on is null and l.types && ${["care_home", "home_care"]}::location_type[]
      order by l.name limit 51`);
  });
  await disconnect();
  console.log(
    JSON.stringify({
      name: "location-search",
      locations,
      searches: searches.length,
      p50_ms: at(searches, 0.5),
      p95_ms: at(searches, 0.95),
      bare_sql_p95_ms: at(bare, 0.95),
      ratio: Math.round((at(searches, 0.95) / at(bare, 0.95)) * 100) / 100,
    }),
  );
}

function* directory(): Generator<readonly string[]> {
  yield directoryColumns;
  yield* directoryLines(lines);
}

async function timed(search: (text: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round++)
    for (const text of sought) {
      const started = performance.now();
      await search(text);
      if (round >= 0) times.push(performance.now() - started);
    }
  return times.sort((a, b) => a - b);
}

const at = (times: readonly number[], share: number): number =>
  Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

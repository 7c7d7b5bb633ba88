import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { now } from "@/lib/clock";
import { db, disconnect, Prisma, system } from "@/lib/db";
import { registers } from "@/lib/registers/registers";
import { locationSearch } from "@/lib/locations/search-queries";
import { sourceFile } from "@/lib/sheets/source-file";
import { directoryColumns } from "./national/columns";
import { databaseCpu } from "./national/database-cpu";
import { directoryLines } from "./national/directory";
import { writeCsv } from "./national/write";

/** More lines than the real register has, so that about 60,000 locations are kept. */
const lines = 118_000;
const rounds = 40;
const target_ms = 50;
const types = ["care_home", "home_care"] as const;

/** What people type, by kind. Each kind is measured separately, so that the others do not hide a slow one. */
const kinds: Record<string, string[]> = {
  postcode: ["OL1 1AA", "ol11aa"],
  district: ["ol1", "S70"],
  empty_postcode: ["BS1 9ZZ", "OL1 9ZZ"],
  first_letters: ["oa", "wil"],
  name: ["oakwood", "willow house"],
  common_part: ["care", "lodge", "house", "ood"],
  common_and_rare: ["manor 1", "house 117999"],
  nothing: ["nothing like it", "zq"],
};

/**
 * Measures how long someone who registers waits for a search among 60,000 locations, compared with the bare statement.
 */
async function main(): Promise<void> {
  const locations = await fill();
  const all: number[] = [];
  const bareAll: number[] = [];
  const by: Record<string, object> = {};
  for (const [kind, texts] of Object.entries(kinds)) {
    const { times, cpu } = await timed(texts, (text) => locationSearch(text, types));
    const bare = await timed(texts, bareStatement);
    all.push(...times);
    bareAll.push(...bare.times);
    by[kind] = {
      p50_ms: at(times, 0.5),
      p95_ms: at(times, 0.95),
      database_cpu_ms: cpu,
      bare_p95_ms: at(bare.times, 0.95),
      bare_database_cpu_ms: bare.cpu,
    };
    console.log(`${kind}: ${JSON.stringify(by[kind])}`);
  }
  await disconnect();
  const [p50_ms, p95_ms, bare_sql_p95_ms] = [at(all, 0.5), at(all, 0.95), at(bareAll, 0.95)];
  const ratio = Math.round((p95_ms / bare_sql_p95_ms) * 100) / 100;
  const figures = { locations, searches: all.length, p50_ms, p95_ms, target_ms, bare_sql_p95_ms, ratio };
  console.log(JSON.stringify({ name: "location-search", ...figures, kinds: by }));
}

async function fill(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "search-"));
  const file = path.join(folder, "national.csv");
  await writeCsv(file, directory());
  const outcome = await registers.cqc(system("bench"), { file: sourceFile(file), now: now() });
  rmSync(folder, { recursive: true, force: true });
  if (!outcome.ok) throw new Error("The made-up register was refused.");
  return db.location.count();
}

function* directory(): Generator<readonly string[]> {
  yield directoryColumns;
  yield* directoryLines(lines);
}

/** The same search as one plain statement, without ranking, folding or districts. */
function bareStatement(text: string) {
  const words = text.toLowerCase().split(" ");
  const named = words.map((word) => Prisma.sql`lower(l.name) like ${`%${word}%`}`);
  return db.$queryRaw(Prisma.sql`
    select l.id, l.name, l.postcode, p.name as provider from location l join provider p on p.id = l.provider_id
    where (${Prisma.join(named, " and ")} or l.postcode like ${`${text.toUpperCase()}%`})
      and l.deregistered_on is null and l.types && ${[...types]}::location_type[]
    order by l.name limit 51`);
}

/**
 * The milliseconds that each search took, and the database's processor time per search. The first round is not counted.
 */
async function timed(texts: readonly string[], search: (text: string) => Promise<unknown>) {
  const times: number[] = [];
  for (const text of texts) await search(text);
  const before = await databaseCpu();
  for (let round = 0; round < rounds; round++)
    for (const text of texts) {
      const started = performance.now();
      await search(text);
      times.push(performance.now() - started);
    }
  const after = await databaseCpu();
  const cpu = before === null || after === null ? null : Math.round(((after - before) / times.length) * 100) / 100;
  return { times, cpu };
}

const at = (times: readonly number[], share: number): number =>
  Math.round(([...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0) * 10) / 10;

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { directoryColumns, dualColumns } from "./national/columns";
import { directoryLines } from "./national/directory";
import { postcodeLines } from "./national/postcodes";
import { writeCsv, writeOds } from "./national/write";

const locations = 57_000;
const postcodes = 1_490_000;

interface Measured {
  seconds: number;
  /** Processor seconds, including the database's, which a busy machine does not increase. */
  cpu: number;
  megabytes: number;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
}

/** The same memory limit as the commands use: without one, Node keeps garbage for as long as the machine has memory. */
const bound = "--max-old-space-size=320";

/** The most that an import may take. */
const targets = { first_seconds: 60, second_seconds: 20, megabytes: 512, whole_to_half: 2.4 };

/**
 * Imports a made-up national register as .ods and as .csv, and all postcodes: first half of each, then all of it, then
 * all of it again, which must change nothing. "Linear" means that the whole takes twice the processor time of its half.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "national-"));
  const at = (name: string) => path.join(folder, name);
  try {
    await writeOds(at("half.ods"), sheets(locations / 2));
    await writeOds(at("national.ods"), sheets(locations));
    await writeCsv(at("half.csv"), directory(locations / 2));
    await writeCsv(at("national.csv"), directory(locations));
    await writeCsv(at("half-postcodes.csv"), postcodeLines(postcodes / 2));
    await writeCsv(at("postcodes.csv"), postcodeLines(postcodes));
    const figures = {
      ods: await thrice("cqc", at("half.ods"), at("national.ods")),
      csv: await thrice("cqc", at("half.csv"), at("national.csv")),
      postcodes: await thrice("postcodes", at("half-postcodes.csv"), at("postcodes.csv")),
    };
    console.log(JSON.stringify({ name: "import", lines: { locations, postcodes }, targets, ...figures }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function thrice(register: string, half: string, whole: string) {
  await empty();
  const ofHalf = measured(register, half);
  await empty();
  const [first, second] = [measured(register, whole), measured(register, whole)];
  if (second.added + second.changed > 0) throw new Error("The second import changed something.");
  return {
    first_seconds: rounded(first.seconds),
    first_cpu_seconds: rounded(first.cpu),
    second_seconds: rounded(second.seconds),
    second_cpu_seconds: rounded(second.cpu),
    megabytes: Math.round(Math.max(first.megabytes, second.megabytes)),
    whole_to_half_cpu: rounded(first.cpu / ofHalf.cpu),
    whole_to_half_rows: rounded(first.rows / ofHalf.rows),
  };
}

const rounded = (figure: number): number => Math.round(figure * 100) / 100;

const sheets = (count: number) => [
  { name: "HSCA_Active_Locations", lines: directory(count) },
  { name: "Dual_Registration_Locations", lines: [dualColumns] },
];

function* directory(count: number): Generator<readonly string[]> {
  yield directoryColumns;
  yield* directoryLines(count);
}

function measured(register: string, file: string): Measured {
  const script = path.join(__dirname, "national/measured-import.ts");
  const said = execFileSync(process.execPath, [require.resolve("tsx/cli"), bound, script, register, file], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const figures = JSON.parse(said.trim().split("\n").at(-1) ?? "") as Measured;
  console.log(`${path.basename(file)}: ${JSON.stringify(figures)}`);
  return figures;
}

async function empty(): Promise<void> {
  const owner = new pg.Client(process.env.SUPERUSER_DATABASE_URL);
  await owner.connect();
  await owner.query("truncate location, provider, postcode, import_run, audit restart identity cascade");
  await owner.end();
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

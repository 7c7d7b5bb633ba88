import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
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
  megabytes: number;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
}

/** Imports a made-up national register, twice, as .ods and .csv, and all postcodes; and half of each, to see whether time grows with the lines alone. */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "national-"));
  try {
    const ods = path.join(folder, "national.ods");
    const [csv, half] = [path.join(folder, "national.csv"), path.join(folder, "half.csv")];
    await writeOds(ods, [
      { name: "HSCA_Active_Locations", lines: directory(locations) },
      { name: "Dual_Registration_Locations", lines: [dualColumns] },
    ]);
    await writeCsv(csv, directory(locations));
    await writeCsv(half, directory(locations / 2));
    measured("cqc", half);
    await empty();
    const halfCsv = measured("cqc", half);
    await empty();
    const firstCsv = measured("cqc", csv);
    const secondCsv = unchanged(measured("cqc", csv));
    await empty();
    const firstOds = measured("cqc", ods);
    const secondOds = unchanged(measured("cqc", ods));
    const [all, halfPostcodes] = [await allPostcodes(folder), path.join(folder, "half-postcodes.csv")];
    await writeCsv(halfPostcodes, postcodeLines(postcodes / 2));
    const firstHalf = measured("postcodes", halfPostcodes);
    await empty();
    const firstPostcodes = measured("postcodes", all);
    const secondPostcodes = unchanged(measured("postcodes", all));
    const figures = {
      ods_first_seconds: firstOds.seconds,
      ods_second_seconds: secondOds.seconds,
      ods_megabytes: Math.max(firstOds.megabytes, secondOds.megabytes),
      csv_first_seconds: firstCsv.seconds,
      csv_second_seconds: secondCsv.seconds,
      csv_megabytes: Math.max(firstCsv.megabytes, secondCsv.megabytes),
      postcodes_first_seconds: firstPostcodes.seconds,
      postcodes_second_seconds: secondPostcodes.seconds,
      postcodes_megabytes: Math.max(firstPostcodes.megabytes, secondPostcodes.megabytes),
      csv_to_half_ratio: firstCsv.seconds / halfCsv.seconds,
      postcodes_to_half_ratio: firstPostcodes.seconds / firstHalf.seconds,
    };
    const rounded = Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]),
    );
    console.log(JSON.stringify({ name: "import", locations, postcodes: firstPostcodes.rows, ...rounded }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* directory(count: number): Generator<readonly string[]> {
  yield directoryColumns;
  yield* directoryLines(count);
}

function measured(register: string, file: string): Measured {
  const script = path.join(__dirname, "national/measured-import.ts");
  const said = execFileSync(process.execPath, [require.resolve("tsx/cli"), script, register, file], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const figures = JSON.parse(said.trim().split("\n").at(-1) ?? "") as Measured;
  console.log(`${path.basename(file)}: ${JSON.stringify(figures)}`);
  return figures;
}

function unchanged(second: Measured): Measured {
  if (second.added + second.changed > 0) throw new Error("The second import changed something.");
  return second;
}

/** The real file where a deployer has it, else one as large. */
async function allPostcodes(folder: string): Promise<string> {
  const real = path.join(process.env.SHARED_DATA ?? "", "postcodes/codepoint_open_england_2025-11.csv.gz");
  if (existsSync(real)) return real;
  const made = path.join(folder, "postcodes.csv");
  await writeCsv(made, postcodeLines(postcodes));
  return made;
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

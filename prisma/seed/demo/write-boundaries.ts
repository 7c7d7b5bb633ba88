import { readdirSync } from "node:fs";
import path from "node:path";
import { system } from "@/lib/db";
import { importBoundaries } from "@/lib/registers/boundaries/import-boundaries";
import { sourceFile } from "@/lib/sheets/source-file";

const folder = path.join(__dirname, "../reference/boundaries");

/** Imports the boundaries that ship, so that the demo's maps are drawn. The same again changes nothing. */
export async function writeBoundaries(now: Date): Promise<void> {
  for (const name of readdirSync(folder).sort()) {
    const done = await importBoundaries(system("demo"), { file: sourceFile(path.join(folder, name)), now });
    if (!done.ok) throw new Error(`The boundaries in ${name} were not imported.`);
  }
}

import type { Actor, Transaction } from "@/lib/db";
import { runImport, type ImportAsked } from "@/lib/registers/import/run-import";
import type { Tally } from "@/lib/registers/import/tally";
import { layoutOf, rowsOf } from "@/lib/sheets/source-file";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { readPopulation, type PopulationLine } from "./read-population";

/**
 * Imports how many adults live in each council's area: a line a council and year. A council is found by its ONS code or
 * one of its former codes; one that is not known, or an area that is no council, is skipped and told. The same line again
 * changes nothing, and none is ever taken away.
 */
export const importPopulation = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "population", asked, async (tx, { file }, tally) => {
    const layout = await layoutOf(file);
    if (layout === "jsonl") throw unreadableFile({ file: file.name }, "this is not a table of councils.");
    const councils = await councilsByCode(tx);
    const lines = await readPopulation(rowsOf(file, layout, tally.notUtf8), file.name, (heading) => {
      tally.notice("unknown column, ignored", () => heading);
    });
    tally.rows = lines.length;
    for (const line of lines) await keep(tx, line, councils.get(line.code), tally);
  });

async function councilsByCode(tx: Transaction): Promise<Map<string, { id: number; name: string }>> {
  const councils = await tx.area.findMany({
    where: { kind: "local_authority" },
    select: { id: true, name: true, onsCode: true, formerCodes: true },
  });
  const byCode = new Map<string, { id: number; name: string }>();
  for (const council of councils) for (const code of council.formerCodes) byCode.set(code, council);
  for (const council of councils) byCode.set(council.onsCode, council);
  return byCode;
}

async function keep(
  tx: Transaction,
  { line, code, year, adults }: PopulationLine,
  council: { id: number; name: string } | undefined,
  tally: Tally,
): Promise<void> {
  if (!council) {
    tally.skip("not a council with adult social services", () => `line ${line}: ${code}`);
    return;
  }
  const where = { areaId_year: { areaId: council.id, year } };
  const there = await tx.population.findUnique({ where });
  if (there?.adults === adults) tally.unchanged++;
  else if (there) tally.changed++;
  else tally.added++;
  if (there?.adults !== adults)
    await tx.population.upsert({ where, create: { areaId: council.id, year, adults }, update: { adults } });
}

import { sentWorkbook } from "@/lib/sheets/sent/sent-workbook";
import { findSheets } from "@/lib/workbook/find-sheets";
import { sentReturns } from "@/lib/workbook/sent-returns";
import type { Subject } from "@/lib/workbook/subjects";
import { sentBounds } from "./changed-workbook";
import { mutated } from "./mutated-workbooks";
import { careHomeTyped } from "./rosewood";
import { sheetsOf, workbookOfRows } from "./row-of-workbook";

const month = "2026-10";

/**
 * Sends so many spoiled workbooks through all that reads one before it is judged, each from its own seed. Throws, with
 * the seed, where one is neither read nor refused in a sentence.
 */
export async function readMutated(
  from: number,
  many: number,
): Promise<{ read: number; refused: number; slowest: number }> {
  const sections = sheetsOf("care_home", month, []);
  const homes = ["Rosewood", "Hawthorn House"].map((name, at) => ({ id: at + 7, registerId: `1-00${at}`, name }));
  const subjects = homes.map((home) => ({ ...home, collections: ["care_home"] })) as unknown as Subject[];
  const workbook = workbookOfRows(sections, homes, month, careHomeTyped);
  const counts = { read: 0, refused: 0, slowest: 0 };
  for (let seed = from; seed < from + many; seed++) {
    const began = performance.now();
    const sent = await sentWorkbook({ bytes: mutated(workbook, seed), name: "sent.xlsx", bounds: sentBounds }).catch(
      (fault: unknown) => Promise.reject(new Error(`The workbook of seed ${seed}`, { cause: fault })),
    );
    const sheets = "refused" in sent ? sent : findSheets(sent.sheets, sections, month);
    if ("refused" in sheets) counts.refused++;
    else if (sentReturns(sheets, subjects, month).rows >= 0) counts.read++;
    if ("refused" in sheets && !/^[A-Z].{10,}/.test(sheets.refused)) throw new Error(`Seed ${seed}: ${sheets.refused}`);
    counts.slowest = Math.max(counts.slowest, performance.now() - began);
  }
  return counts;
}

import type { Row, Rows } from "@/lib/sheets/rows";
import { isBlank } from "@/lib/sheets/rows";
import { unreadableFile } from "@/lib/sheets/unreadable";

/** The headings of a file of populations. */
const columns = ["code", "year", "adults"] as const;
type Named = (typeof columns)[number];

/** How many people of 18 and over lived in a council's area in the middle of a year. */
export interface PopulationLine {
  line: number;
  code: string;
  year: number;
  adults: number;
}

const mostLines = 20_000;
const mostAdults = 70_000_000;

/** Reads a file of populations: a heading with code, year and adults, and a line a council and year. */
export async function readPopulation(
  rows: Rows,
  file: string,
  unknown: (heading: string) => void,
): Promise<PopulationLine[]> {
  const lines: PopulationLine[] = [];
  const seen = new Map<string, number>();
  let where: Map<Named, number> | undefined;
  for await (const batch of rows)
    for (const row of batch) {
      if (isBlank(row)) continue;
      if (!where) {
        where = positionsIn(row, file, unknown);
        continue;
      }
      const read = lineOf(row, where, file);
      const before = seen.get(`${read.code} ${read.year}`);
      if (before !== undefined)
        throw unreadableFile(
          { file, line: row.line, column: "code" },
          `${read.code} appears twice for ${read.year}: in line ${before} and here.`,
        );
      seen.set(`${read.code} ${read.year}`, row.line);
      lines.push(read);
      if (lines.length > mostLines)
        throw unreadableFile({ file, line: row.line }, `it has more than ${mostLines} lines.`);
    }
  return lines;
}

function positionsIn(row: Row, file: string, unknown: (heading: string) => void): Map<Named, number> {
  const where = new Map<Named, number>();
  for (const [at, cell] of row.cells.entries()) {
    const named = columns.find((each) => each === cell.trim().toLowerCase());
    if (named === undefined) unknown(cell.trim());
    else if (where.has(named))
      throw unreadableFile({ file, line: row.line, column: named }, "this column appears twice in the file.");
    else where.set(named, at);
  }
  const missing = columns.find((column) => !where.has(column));
  if (missing)
    throw unreadableFile(
      { file, line: row.line, column: missing },
      `this column is missing. The headings are ${columns.join(", ")}.`,
    );
  return where;
}

function lineOf(row: Row, where: Map<Named, number>, file: string): PopulationLine {
  const text = (column: Named) => row.cells[where.get(column) ?? -1]?.trim() ?? "";
  const whole = (column: Named, least: number, most: number): number => {
    const digits = text(column).replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, "");
    const value = /^\d{1,9}$/.test(digits) ? Number(digits) : NaN;
    if (value >= least && value <= most) return value;
    throw unreadableFile(
      { file, line: row.line, column },
      `“${text(column)}” is not a whole number from ${least} to ${most}.`,
    );
  };
  const code = text("code").toUpperCase();
  if (!/^[A-Z]\d{8}$/.test(code))
    throw unreadableFile({ file, line: row.line, column: "code" }, `“${text("code")}” is not an ONS code.`);
  return { line: row.line, code, year: whole("year", 2001, 2100), adults: whole("adults", 1, mostAdults) };
}

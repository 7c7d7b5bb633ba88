import { partsOf } from "@/lib/london";
import type { AreaKind } from "@/lib/access/user";
import { dayInCell, workbookDay, type Row, type Rows } from "@/lib/sheets/rows";
import { unreadableFile, type FilePosition } from "@/lib/sheets/unreadable";

/** The headings of a file of corrections, as in `prisma/seed/reference/areas.csv`. */
export const headings = [
  "kind",
  "ons_code",
  "former_codes",
  "ods_code",
  "name",
  "place_name",
  "other_names",
  "valid_from",
  "valid_to",
  "nhs_region",
  "ons_region",
  "icb",
  "sub_icb",
  "lrf",
  "latitude",
  "longitude",
  "successors",
] as const;

export type Heading = (typeof headings)[number];

/** A line of corrections. A column that is not in `said` stays as it is; "-" clears a value. */
export interface AreaCorrection {
  line: number;
  onsCode: string;
  said: ReadonlyMap<Heading, string>;
  /** The position of a column, for a message about it. */
  at(column: Heading): FilePosition;
}

const correctableKinds: readonly AreaKind[] = [
  "country",
  "nhs_region",
  "ons_region",
  "icb",
  "sub_icb",
  "local_authority",
  "lrf",
];

const mostLines = 10_000;

/**
 * Reads a file of corrections: a heading with at least `ons_code`, and one line for each area. With `exact`, every line
 * must have as many values as the heading, as in comma-separated files but not in spreadsheets.
 */
export async function readCorrections(
  rows: Rows,
  file: string,
  exact: boolean,
  unknown: (heading: string) => void,
): Promise<AreaCorrection[]> {
  const corrections: AreaCorrection[] = [];
  const lines = new Map<string, number>();
  let where: Map<Heading, number> | undefined;
  let columns = 0;
  for await (const batch of rows) {
    for (const row of batch) {
      if (!where) {
        where = positions(row, file, unknown);
        columns = row.cells.length;
        continue;
      }
      if (exact && row.cells.length !== columns)
        throw unreadableFile(
          { file, line: row.line },
          `this line has ${row.cells.length} values where the heading has ${columns}. The file may not be whole.`,
        );
      const correction = read(row, where, file);
      const before = lines.get(correction.onsCode);
      if (before !== undefined)
        throw unreadableFile(
          correction.at("ons_code"),
          `${correction.onsCode} appears twice in the file: in line ${before} and here.`,
        );
      lines.set(correction.onsCode, row.line);
      corrections.push(correction);
      if (corrections.length > mostLines)
        throw unreadableFile({ file, line: row.line }, `it holds more than ${mostLines} areas.`);
    }
  }
  return corrections;
}

function positions(row: Row, file: string, unknown: (heading: string) => void): Map<Heading, number> {
  const where = new Map<Heading, number>();
  for (const [index, cell] of row.cells.entries()) {
    const heading = headings.find((each) => each === cell.trim().toLowerCase());
    if (heading === undefined) unknown(cell.trim());
    else if (where.has(heading))
      throw unreadableFile({ file, line: row.line, column: heading }, "this column appears twice in the file.");
    else where.set(heading, index);
  }
  if (!where.has("ons_code"))
    throw unreadableFile(
      { file, line: row.line, column: "ons_code" },
      `this column is missing. The headings are ${headings.join(", ")}; all but ons_code may be left out.`,
    );
  return where;
}

function read(row: Row, where: Map<Heading, number>, file: string): AreaCorrection {
  const at = (column: Heading): FilePosition => ({ file, line: row.line, column });
  const said = new Map<Heading, string>();
  for (const [heading, index] of where) {
    const value = dayText(row, heading, row.cells[index]?.trim() ?? "");
    if (value !== "")
      said.set(
        heading,
        check(heading, value, () => at(heading)),
      );
  }
  const onsCode = said.get("ons_code");
  if (onsCode === undefined) throw unreadableFile(at("ons_code"), "this must be filled in.");
  return { line: row.line, onsCode, said, at };
}

const days: readonly Heading[] = ["valid_from", "valid_to"];

/** Turns a workbook's date number into text as in a file of corrections. */
function dayText(row: Row, heading: Heading, value: string): string {
  const serial = dayInCell(row, value);
  return days.includes(heading) && /^\d{5}$/.test(serial) ? workbookDay(Number(serial)) : value;
}

function check(heading: Heading, value: string, at: () => FilePosition): string {
  const refuse = (what: string) => unreadableFile(at(), `“${value.slice(0, 40)}” is not ${what}.`);
  if (heading === "kind" && !correctableKinds.some((kind) => kind === value))
    throw refuse(`a kind of area: ${correctableKinds.join(", ")}`);
  if (heading === "ons_code" && !/^E\d{8}$/.test(value)) throw refuse("an ONS code such as E08000004");
  if (heading === "name" && value === "-") throw refuse("a name");
  if (heading === "former_codes" && !/^(-|[A-Z0-9]{3,9}( *\| *[A-Z0-9]{3,9})*)$/.test(value))
    throw refuse("a list of codes such as E08000016|E08000019");
  if (value.length > 500) throw refuse("shorter than 500 characters");
  if (value === "-") return value;
  if (days.includes(heading) && !isDay(value)) throw refuse("a date such as 2026-04-01");
  if (heading === "latitude" && !(Number(value) > 49.8 && Number(value) < 56)) throw refuse("a latitude in England");
  if (heading === "longitude" && !(Number(value) > -6.6 && Number(value) < 2)) throw refuse("a longitude in England");
  return value;
}

function isDay(value: string): boolean {
  try {
    return partsOf(value).year > 1900;
  } catch {
    return false;
  }
}

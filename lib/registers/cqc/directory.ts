import type { Tally } from "@/lib/registers/import/tally";
import type { ListedInFile } from "@/lib/registers/incoming/keep-blanks";
import { dayInCell, type Row, type Rows } from "@/lib/sheets/rows";
import { unreadableFile, type FilePosition } from "@/lib/sheets/unreadable";
import {
  columnsNotKept,
  dualFields,
  locationFields,
  providerFields,
  tickedColumns,
  tickedThatAreKnown,
  type Field,
} from "./fields";
import type { GivenDual, GivenLocation } from "./given";
import { decidingServices } from "./types-of-location";
import { headingsOf, positions } from "./headings";
import { readFields, readRegisterYesNo } from "./values";

/** The contents of the directory, in batches. */
export interface DirectoryBatch {
  locations: GivenLocation[];
  duals: GivenDual[];
}

/**
 * Reads CQC's "care directory with filters": the sheet of locations and, if there is one, that of dual registrations;
 * other sheets are ignored. Refuses a file of another kind, or one in which a column that we need is missing or appears
 * twice. With `exact`, every line must have as many values as the heading, as in comma-separated files but not in
 * spreadsheets.
 */
export async function* directory(
  rows: Rows,
  { file, exact, held }: Asked,
  tally: Tally,
): AsyncIterable<DirectoryBatch> {
  const sheets = new Map<string, Sheet>();
  let found = false;
  for await (const batch of rows) {
    const out: DirectoryBatch = { locations: [], duals: [] };
    for (const row of batch) {
      const sheet = sheets.get(row.sheet) ?? { tried: 0, read: null };
      sheets.set(row.sheet, sheet);
      if (sheet.read) sheet.read(row, out);
      else if (sheet.tried++ < headingLines) {
        sheet.read = readerFor(row, { file, exact, held }, tally);
        found ||= sheet.read?.ofLocations ?? false;
      }
    }
    yield out;
  }
  if (!found)
    throw unreadableFile(
      exact ? { file, line: 1 } : { file },
      `${exact ? "the first lines have not" : "no sheet has"} the headings of CQC's “care directory with filters”, such as “Location ID”. ${whichFile}`,
    );
}

/** `held` is called with the services, activities and user bands that have a column in the file. */
interface Asked {
  file: string;
  exact: boolean;
  held: ListedInFile;
}

interface Sheet {
  tried: number;
  read: Reader | null;
}

type Reader = ((row: Row, out: DirectoryBatch) => void) & { ofLocations: boolean };

/**
 * Headings are near the top, so we stop looking for them after this many lines, for example in a sheet of explanations.
 */
const headingLines = 15;

const whichFile =
  "Download the “care directory with filters” (HSCA_Active_Locations) from CQC's page “Using CQC data”.";

function readerFor(row: Row, { file, exact, held }: Asked, tally: Tally): Reader | null {
  const headings = headingsOf(row);
  const has = (heading: string) => headings.includes(heading);
  const at = { file, sheet: row.sheet, line: row.line };
  if (
    headings.some(
      (heading) =>
        heading.startsWith("CQC Location (for office use only") ||
        heading.startsWith("CQC Location ID (for office use only"),
    )
  )
    throw unreadableFile(at, `this is CQC's weekly directory, which has no beds, ratings or coordinates. ${whichFile}`);
  if (has("Domain") && has("Latest Rating"))
    throw unreadableFile(
      at,
      "this is CQC's file of latest ratings. Import it as CQC's latest ratings (npm run import:ratings).",
    );
  if (has(dualFields.linkedId)) return duals(headings, at);
  const known = [...keptColumns].filter(has).length;
  return known >= keptColumns.size / 2 ? locations(headings, at, { exact, held }, tally) : null;
}

const columnsOf = (fields: Record<string, Field>) => Object.values(fields).flatMap(({ column }) => column ?? []);
const keptColumns = new Set([...columnsOf(locationFields), ...columnsOf(providerFields)]);
const neededColumns = Object.values<Field>({ ...locationFields })
  .concat(Object.values<Field>(providerFields))
  .flatMap(({ column, mayLack }) => (mayLack ? [] : (column ?? [])));
const ticked = Object.entries(tickedColumns) as [keyof typeof tickedColumns, string][];

function locations(
  headings: string[],
  at: FilePosition & { line: number },
  { exact, held }: Omit<Asked, "file">,
  tally: Tally,
): Reader {
  const where = positions(headings, at);
  const { file, sheet } = at;
  const unknown = headings.filter((heading) => heading !== "" && !isKnown(heading));
  const missing = neededColumns.find((column) => !where.has(column));
  if (missing !== undefined)
    throw unreadableFile({ ...at, column: missing }, `this column is missing.${renamed(unknown)}`);
  for (const [, prefix] of ticked)
    if (!headings.some((heading) => heading.startsWith(prefix)))
      throw unreadableFile({ ...at, column: `${prefix}…` }, `these columns are missing.${renamed(unknown)}`);
  const lacking = decidingServices
    .map((service) => tickedColumns.services + service)
    .find((heading) => !where.has(heading));
  if (lacking !== undefined)
    throw unreadableFile({ ...at, column: lacking }, `this column is missing.${renamed(unknown)}`);
  for (const heading of unknown)
    tally.notice(
      ticked.some(([, prefix]) => heading.startsWith(prefix)) ? "column that is new, kept" : "unknown column, ignored",
      () => heading,
    );
  for (const column of [...columnsNotKept, ...tickedThatAreKnown].filter((each) => !where.has(each)))
    tally.notice("column that CQC no longer gives", () => column);

  const marks = ticked.map(([name, prefix]) => ({
    name,
    columns: headings.flatMap((heading, index) =>
      heading.startsWith(prefix) ? [{ index, means: heading.slice(prefix.length) }] : [],
    ),
  }));
  for (const { name, columns } of marks) for (const { means } of columns) held[name].add(means);
  const read = (row: Row, out: DirectoryBatch) => {
    if (exact && row.cells.length !== headings.length)
      throw unreadableFile(
        { file, line: row.line },
        `this line has ${row.cells.length} values where the heading has ${headings.length}. The file may not be whole: download it again.`,
      );
    const marked: Record<string, string[]> = {};
    for (const { name, columns } of marks)
      marked[name] = columns
        .filter(({ index }) =>
          isTicked(row.cells[index] ?? "", () => ({ ...at, line: row.line, column: headings[index] ?? index })),
        )
        .map(({ means }) => means)
        .sort();
    const fields = <F extends Record<string, Field>>(set: F) =>
      readFields(
        set,
        (name) => {
          const cell = row.cells[where.get(set[name]?.column ?? "") ?? -1] ?? "";
          return set[name]?.kind === "date" ? dayInCell(row, cell) : cell;
        },
        (name) => ({ file, sheet, line: row.line, column: set[name]?.column ?? name }),
      );
    const location = fields(locationFields);
    out.locations.push({
      line: row.line,
      location,
      provider: fields(providerFields),
      activities: marked.activities ?? [],
      services: marked.services ?? [],
      userBands: marked.userBands ?? [],
      specialisms: [],
      ratings:
        location.overallRating === null
          ? []
          : [{ domain: "Overall", rating: location.overallRating, reportedOn: location.ratedOn, current: true }],
      reportUri: null,
      predecessors: [],
      successors: [],
      dualWith: null,
    });
  };
  return Object.assign(read, { ofLocations: true });
}

function isTicked(cell: string, where: () => FilePosition): boolean {
  if (cell === "" || cell === "Y") return cell === "Y";
  const given = cell.trim();
  return given !== "" && !/^[-–—]$/.test(given) && readRegisterYesNo(given, where);
}

const isKnown = (heading: string) =>
  keptColumns.has(heading) || columnsNotKept.includes(heading) || tickedThatAreKnown.includes(heading);

const renamed = (unknown: string[]) =>
  unknown.length === 0
    ? ` ${whichFile}`
    : ` It may have been renamed: the file has ${unknown
        .slice(0, 3)
        .map((each) => `“${each}”`)
        .join(", ")}, which is not known.`;

function duals(headings: string[], at: FilePosition): Reader {
  const where = positions(headings, at);
  const missing = Object.values(dualFields).find((column) => !where.has(column));
  if (missing !== undefined) throw unreadableFile({ ...at, column: missing }, "this column is missing.");
  const cell = (row: Row, column: string) => row.cells[where.get(column) ?? -1]?.trim() ?? "";
  const read = (row: Row, out: DirectoryBatch) => {
    out.duals.push({
      line: row.line,
      registerId: cell(row, dualFields.registerId),
      linkedId: cell(row, dualFields.linkedId),
      primaryId: cell(row, dualFields.primaryId),
    });
  };
  return Object.assign(read, { ofLocations: false });
}

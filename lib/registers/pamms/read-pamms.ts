import type { Field } from "@/lib/registers/cqc/fields";
import { headingsOf, positions } from "@/lib/registers/cqc/headings";
import { readFields } from "@/lib/registers/cqc/values";
import type { Tally } from "@/lib/registers/import/tally";
import { formatList } from "@/lib/format";
import type { Day } from "@/lib/london";
import { dayInCell, type Row, type Rows } from "@/lib/sheets/rows";
import { unreadableFile, type FilePosition } from "@/lib/sheets/unreadable";
import { isReportAddress, pammsRatings, type PammsRating } from "./assessment";

/** The columns of a file of PAMMS ratings. */
export const pammsFields = {
  location: { column: "Location ID", kind: "text", needed: true },
  rating: { column: "Rating", kind: "text" },
  assessedOn: { column: "Assessed on", kind: "date" },
  reportUri: { column: "Report", kind: "text", mayLack: true },
} as const satisfies Record<string, Field>;
/** The sheet of our template that explains the columns. */
export const guideSheet = "How to fill it in";
type Named = keyof typeof pammsFields;

/** One assessment of a location: a line of a file of PAMMS ratings. */
export interface PammsLine {
  line: number;
  /** The location's id in its register, such as CQC's, or our own number for it. */
  location: string;
  rating: PammsRating;
  assessedOn: Day;
  /** Null is not said, so a report that we know of stays. */
  reportUri: string | null;
  at(name: Named): FilePosition;
}

/** How a file is to be read. */
interface Asked {
  file: string;
  /** Every line must have as many values as the heading, as in comma-separated files but not in spreadsheets. */
  exact: boolean;
  today: Day;
}

interface Sheet {
  tried: number;
  where: Map<string, number> | null;
  width: number;
}

const columns: string[] = Object.values(pammsFields).map(({ column }) => column);
const headingLines = 15;
const mostLines = 100_000;

/**
 * Reads a file of PAMMS ratings. Lines above the headings and sheets without them are left out; so is a location with
 * neither rating nor date, which was not assessed. A rating outside the scale, an assessment in the future and a report
 * that is not at https:// are refused with their line.
 */
export async function readPamms(rows: Rows, asked: Asked, tally: Tally): Promise<PammsLine[]> {
  const { file, exact } = asked;
  const sheets = new Map<string, Sheet>();
  const lines: PammsLine[] = [];
  for await (const batch of rows)
    for (const row of batch) {
      const sheet = sheets.get(row.sheet) ?? { tried: 0, where: null, width: 0 };
      sheets.set(row.sheet, sheet);
      if (sheet.where) lines.push(...lineOf(row, sheet.where, sheet.width));
      else if (sheet.tried++ < headingLines) {
        sheet.where = columnsOf(row, file, tally);
        sheet.width = row.cells.length;
      }
      if (tally.rows > mostLines)
        throw unreadableFile({ file, line: row.line }, `it has more than ${mostLines} lines.`);
    }
  const bare = [...sheets].flatMap(([name, { where }]) => (where ? [] : [name]));
  if (bare.length === sheets.size)
    throw unreadableFile({ file }, `no line has the headings of PAMMS ratings: ${formatList(columns)}.`);
  for (const name of bare)
    if (name !== guideSheet) tally.notice("sheet without the headings of PAMMS ratings, left out", () => name);
  return lines;

  function lineOf(row: Row, where: Map<string, number>, width: number): PammsLine[] {
    tally.rows++;
    if (exact && row.cells.length !== width)
      throw unreadableFile(
        { file, line: row.line },
        `this line has ${row.cells.length} values where the heading has ${width}. The file may be incomplete.`,
      );
    const at = (name: Named) => ({ file, sheet: row.sheet, line: row.line, column: pammsFields[name].column });
    const text = (name: Named) => {
      const cell = row.cells[where.get(pammsFields[name].column) ?? -1] ?? "";
      return name === "assessedOn" ? dayInCell(row, cell.trim()) : cell;
    };
    const given = readFields(pammsFields, text, at);
    if (given.rating === null && given.assessedOn === null) {
      tally.skipEach("no rating given", `line ${row.line}: ${given.location}`);
      return [];
    }
    return [{ ...checked(given, asked.today, at), location: given.location ?? "", line: row.line, at }];
  }
}

function checked(
  given: { rating: string | null; assessedOn: string | null; reportUri: string | null },
  today: Day,
  at: (name: Named) => FilePosition,
): Pick<PammsLine, "rating" | "assessedOn" | "reportUri"> {
  const { assessedOn, reportUri } = given;
  if (given.rating === null) throw unreadableFile(at("rating"), "this must be filled in.");
  const rating = pammsRatings.find((one) => one.toLowerCase() === given.rating?.toLowerCase());
  if (rating === undefined)
    throw unreadableFile(
      at("rating"),
      `“${given.rating.slice(0, 40)}” is not a PAMMS rating. The ratings are ${formatList(pammsRatings)}.`,
    );
  if (assessedOn === null) throw unreadableFile(at("assessedOn"), "this must be filled in.");
  if (assessedOn > today) throw unreadableFile(at("assessedOn"), "the assessment must be today or earlier.");
  if (reportUri !== null && !isReportAddress(reportUri))
    throw unreadableFile(
      at("reportUri"),
      `“${reportUri.slice(0, 40)}” is not the full address of a report, beginning https://.`,
    );
  return { rating, assessedOn, reportUri };
}

/** The positions of our columns in a line of headings, however they are capitalised; null if it is not one. */
function columnsOf(row: Row, file: string, tally: Tally): Sheet["where"] {
  const ours = (heading: string) => columns.find((each) => each.toLowerCase() === heading.toLowerCase());
  const headings = headingsOf(row).map((heading) => ours(heading) ?? heading);
  if (!headings.includes(pammsFields.location.column)) return null;
  const at = { file, sheet: row.sheet, line: row.line };
  const where = positions(headings, at);
  const missing = Object.values<Field>(pammsFields).find(({ column = "", mayLack }) => !mayLack && !where.has(column));
  if (missing)
    throw unreadableFile(
      { ...at, column: missing.column ?? "" },
      `this column is missing. The headings are ${formatList(columns)}; ${pammsFields.reportUri.column} may be left out.`,
    );
  for (const heading of headings)
    if (heading !== "" && !ours(heading)) tally.notice("unknown column, ignored", () => heading);
  return where;
}

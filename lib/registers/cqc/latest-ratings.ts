import type { Tally } from "@/lib/registers/import/tally";
import { dayInCell, type Row, type Rows } from "@/lib/sheets/rows";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { ratingFields } from "./fields";
import { headingsOf, positions } from "./headings";
import { isKnownRating } from "./ratings";
import { readFields, type Values } from "./values";

/** One rating of a location: a line of CQC's file of latest ratings. */
export interface LatestRating extends Values<typeof ratingFields> {
  line: number;
}

const domains = ["Overall", "Safe", "Effective", "Caring", "Responsive", "Well-led"];
const neededColumns = Object.values(ratingFields).map(({ column }) => column);

/**
 * Headings are in the first lines of a sheet, so we stop looking for them after this many, for example in a sheet of
 * explanations.
 */
const headingLines = 15;

/**
 * Reads CQC's "care directory with ratings" (Latest_ratings), in batches: the ratings of locations as a whole, overall
 * and for each key question. Ratings of single services and of providers are counted and left out. With `exact`, every
 * line must have as many values as the heading.
 */
export async function* latestRatings(
  rows: Rows,
  { file, exact }: { file: string; exact: boolean },
  tally: Tally,
): AsyncIterable<LatestRating[]> {
  const sheets = new Map<string, Sheet>();
  let found = false;
  for await (const batch of rows) {
    const out: LatestRating[] = [];
    for (const row of batch) {
      const sheet = sheets.get(row.sheet) ?? { tried: 0, where: null, width: 0 };
      sheets.set(row.sheet, sheet);
      if (sheet.where === "of providers") skipped(row, "rating of a provider", tally);
      else if (sheet.where) out.push(...read(row, sheet.where, sheet.width));
      else if (sheet.tried++ < headingLines) {
        sheet.where = columnsOf(row, file);
        sheet.width = row.cells.length;
        found ||= sheet.where !== null && sheet.where !== "of providers";
      }
    }
    yield out;
  }
  if (!found)
    throw unreadableFile(
      exact ? { file, line: 1 } : { file },
      `${exact ? "the first lines have not" : "no sheet has"} the headings of CQC's latest ratings, such as “Location ID” and “Latest Rating”. ${whichFile}`,
    );

  function read(row: Row, where: Map<string, number>, width: number): LatestRating[] {
    if (exact && row.cells.length !== width)
      throw unreadableFile(
        { file, line: row.line },
        `this line has ${row.cells.length} values where the heading has ${width}. The file may be incomplete: download it again.`,
      );
    const given = readFields(
      ratingFields,
      (name) => {
        const cell = row.cells[where.get(ratingFields[name].column) ?? -1] ?? "";
        return ratingFields[name].kind === "date" ? dayInCell(row, cell) : cell;
      },
      (name) => ({ file, sheet: row.sheet, line: row.line, column: ratingFields[name].column }),
    );
    if (given.group?.toLowerCase() !== "overall")
      return skipped(row, "rating of one service, not of the location", tally);
    if (given.rating === null) return skipped(row, "no rating given", tally);
    const domain = domains.find((each) => each.toLowerCase() === given.domain?.toLowerCase());
    if (domain === undefined) return skipped(row, `unknown domain: ${given.domain}`, tally);
    tally.rows++;
    if (!isKnownRating(given.rating))
      tally.notice(`unknown rating: ${given.rating}`, () => `line ${row.line}: ${given.name ?? ""}`);
    return [{ ...given, domain, line: row.line }];
  }
}

interface Sheet {
  tried: number;
  /** Where its columns are, once its heading has been read. */
  where: Map<string, number> | "of providers" | null;
  width: number;
}

const whichFile = "Download the “care directory with ratings” (Latest_ratings) from CQC's page “Using CQC data”.";

function columnsOf(row: Row, file: string): Sheet["where"] {
  const headings = headingsOf(row);
  if (!headings.includes("Domain") || !headings.includes("Latest Rating")) return null;
  if (!headings.includes("Location ID") && headings.includes("Provider ID")) return "of providers";
  const at = { file, sheet: row.sheet, line: row.line };
  const where = positions(headings, at);
  const missing = neededColumns.find((column) => !where.has(column));
  if (missing !== undefined) throw unreadableFile({ ...at, column: missing }, `this column is missing. ${whichFile}`);
  return where;
}

function skipped(row: Row, kind: string, tally: Tally): [] {
  tally.rows++;
  tally.skip(kind, () => `line ${row.line}`);
  return [];
}

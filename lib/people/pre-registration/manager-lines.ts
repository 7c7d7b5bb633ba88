import type { Row } from "@/lib/sheets/rows";
import { done, refusedAt, type Outcome } from "@/lib/outcome";
import { oneLine } from "@/lib/people/support/details";
import { uploadBounds } from "@/lib/sheets/uploaded-rows";
import { managerColumns, requiredColumns, type ColumnKey, type ManagerLine } from "./columns";

/** Headings stand at the head of a sheet: further down no one looks for them. */
const lastHeading = 100;

const folded = (text: string) => oneLine(text).toLowerCase();
const keys = Object.keys(managerColumns) as ColumnKey[];

/**
 * The managers that a spreadsheet names: of the first sheet with our headings, wherever they stand in it. Lines without
 * anything in our columns are left out; others keep the number that Excel shows.
 */
export function managerLines(rows: readonly Row[]): Outcome<ManagerLine[]> {
  const at = rows.findIndex(
    (row) => row.line <= lastHeading && requiredColumns.every((key) => placeOf(row.cells, key) >= 0),
  );
  const head = rows[at];
  if (!head)
    return refusedAt(
      "file",
      `The headings were not found. A file needs ${requiredColumns.map((key) => `“${managerColumns[key]}”`).join(", ")}. Start from the template`,
    );
  const twice = keys.find(
    (key) => head.cells.filter((cell) => folded(cell) === folded(managerColumns[key])).length > 1,
  );
  if (twice) return refusedAt("file", `The heading “${managerColumns[twice]}” appears twice`);
  const places = new Map(keys.map((key) => [key, placeOf(head.cells, key)]));
  const lines = rows
    .slice(at + 1)
    .filter(({ sheet }) => sheet === head.sheet)
    .map(({ line, cells }): ManagerLine => {
      const cell = (key: ColumnKey) => oneLine(cells[places.get(key) ?? -1] ?? "").slice(0, 300);
      return {
        line,
        location: cell("location"),
        place: cell("place"),
        name: cell("name"),
        email: cell("email"),
        telephone: cell("telephone"),
        job: cell("job"),
      };
    })
    .filter((line) => keys.some((key) => line[key] !== ""));
  if (lines.length > uploadBounds.lines)
    return refusedAt("file", `Use ${uploadBounds.lines} lines or fewer in one file`);
  return lines.length > 0 ? done(lines) : refusedAt("file", "There are no rows under the headings");
}

const placeOf = (cells: readonly string[], key: ColumnKey) =>
  cells.findIndex((cell) => folded(cell) === folded(managerColumns[key]));

import type { Row } from "@/lib/sheets/rows";
import { unreadableFile, type FilePosition } from "@/lib/sheets/unreadable";

/** The cells of a line as headings, without a byte order mark or double spaces. */
export const headingsOf = ({ cells }: Row): string[] =>
  cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, "")
      .replace(/\s+/g, " ")
      .trim(),
  );

/** The position of each heading in a line. Refuses a heading that appears twice. */
export function positions(headings: readonly string[], at: FilePosition): Map<string, number> {
  const where = new Map<string, number>();
  headings.forEach((heading, index) => {
    if (heading !== "" && where.has(heading))
      throw unreadableFile({ ...at, column: heading }, "this column appears twice in the file.");
    where.set(heading, index);
  });
  return where;
}

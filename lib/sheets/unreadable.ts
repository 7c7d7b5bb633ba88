/** Why a register file was refused, as one sentence naming the file and, where there is one, the line and column. */
export class Unreadable extends Error {}

/** Where in a file something stands. Columns are named by their heading or, without one, by their number. */
export interface Position {
  file: string;
  /** A sheet of a workbook, or a table of an archive. */
  sheet?: string | undefined;
  line?: number;
  column?: string | number;
}

/** "File.csv, line 12, column “Care homes beds”: …" */
export function unreadable(position: Position, sentence: string): Unreadable {
  const { file, sheet, line, column } = position;
  const where = [
    file,
    sheet && (/\.csv$/i.test(sheet) ? sheet : `sheet ${sheet}`),
    line !== undefined && `line ${line}`,
    column !== undefined && `column ${typeof column === "string" ? `“${column}”` : column}`,
  ];
  return new Unreadable(`${where.filter(Boolean).join(", ")}: ${sentence}`);
}

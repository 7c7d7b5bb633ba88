/** Why a file was refused: one sentence that names the file and, if known, the line and column. */
export class Unreadable extends Error {}

/** The file is not of a kind that we can read. */
export class WrongKind extends Unreadable {}

/** A position in a file. Columns are named by their heading or, without one, by their number. */
export interface FilePosition {
  file: string;
  /** A sheet of a workbook, or a table of an archive. */
  sheet?: string | undefined;
  line?: number;
  column?: string | number;
}

/** "File.csv, line 12, column “Care homes beds”: …" */
export function unreadableFile(position: FilePosition, sentence: string): Unreadable {
  return new Unreadable(sentenceAt(position, sentence));
}

export const wrongKind = (file: string, sentence: string): WrongKind => new WrongKind(sentenceAt({ file }, sentence));

function sentenceAt({ file, sheet, line, column }: FilePosition, sentence: string): string {
  const where = [
    file,
    sheet && (/\.csv$/i.test(sheet) ? sheet : `sheet ${sheet}`),
    line !== undefined && `line ${line}`,
    column !== undefined && `column ${typeof column === "string" ? `“${column}”` : column}`,
  ];
  return `${where.filter(Boolean).join(", ")}: ${sentence}`;
}

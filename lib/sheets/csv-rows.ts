import { decoded, type LineTold } from "./decoded";
import { sheetBounds, unstorableCharacter, type Row, type Rows } from "./rows";
import { unreadableFile } from "./unreadable";

/** Reads comma-separated text as a stream, with quoted commas, quotes and line breaks; empty lines are left out. */
export async function* csvRows(bytes: AsyncIterable<Buffer>, file: string, notUtf8?: LineTold): Rows {
  const reader = new CsvReader(file);
  for await (const text of decoded(bytes, file, notUtf8)) {
    const rows = reader.push(text);
    if (rows.length > 0) yield rows;
  }
  const last = reader.end();
  if (last.length > 0) yield last;
}

/** Turns text into rows. The text given to `push` may end anywhere. */
export class CsvReader {
  private rest = "";
  private line = 1;
  private begun = false;

  constructor(private readonly file: string) {}

  push(text: string): Row[] {
    const rows: Row[] = [];
    const all = this.rest + text;
    let from = 0;
    for (let end = recordEnd(all, from); end >= 0; end = recordEnd(all, from)) {
      this.read(all.slice(from, end), rows);
      from = end + 1;
    }
    this.rest = all.slice(from);
    if (this.rest.length > sheetBounds.line)
      throw unreadableFile(
        { file: this.file, line: this.line },
        "this line has no end: a quotation mark may be missing.",
      );
    return rows;
  }

  end(): Row[] {
    const rows: Row[] = [];
    if (oddQuotes(this.rest))
      throw unreadableFile(
        { file: this.file, line: this.line },
        "a quotation mark is opened but never closed. The file is incomplete: download it again.",
      );
    if (this.rest !== "") this.read(this.rest, rows);
    return rows;
  }

  private read(record: string, rows: Row[]): void {
    const line = this.line;
    this.line += 1 + breaks(record);
    if (record.includes("\0")) throw unreadableFile({ file: this.file, line }, unstorableCharacter);
    const text = record.endsWith("\r") ? record.slice(0, -1) : record;
    if (text === "") return;
    if (!this.begun && isOtherwiseSeparated(text))
      throw unreadableFile(
        { file: this.file, line },
        "its values are separated by semicolons or tabs. Save it with commas.",
      );
    this.begun = true;
    rows.push({ sheet: "", line, cells: text.includes('"') ? quoted(text) : text.split(",") });
  }
}

/**
 * Where the record that starts at `from` ends: at a line break outside quotation marks. -1 if its end is not there yet.
 */
function recordEnd(text: string, from: number): number {
  let end = text.indexOf("\n", from);
  let quote = text.indexOf('"', from);
  let open = false;
  while (end >= 0) {
    while (quote >= 0 && quote < end) {
      open = !open;
      quote = text.indexOf('"', quote + 1);
    }
    if (!open) return end;
    end = text.indexOf("\n", quote >= 0 ? quote : text.length);
  }
  return -1;
}

const times = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;
const isOtherwiseSeparated = (text: string): boolean => times(text, /[;\t]/g) > 2 * times(text, /,/g) + 4;

const oddQuotes = (text: string): boolean => text.split('"').length % 2 === 0;

function breaks(record: string): number {
  let found = 0;
  for (let at = record.indexOf("\n"); at >= 0; at = record.indexOf("\n", at + 1)) found++;
  return found;
}

function quoted(text: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] !== '"') {
      const comma = text.indexOf(",", at);
      const end = comma < 0 ? text.length : comma;
      cells.push(text.slice(at, end));
      at = end + 1;
      continue;
    }
    let cell = "";
    let from = at + 1;
    for (;;) {
      const close = text.indexOf('"', from);
      cell += text.slice(from, close < 0 ? text.length : close);
      if (close < 0) return [...cells, cell];
      from = close + 1;
      if (text[from] !== '"') break;
      cell += '"';
      from++;
    }
    const comma = text.indexOf(",", from);
    const end = comma < 0 ? text.length : comma;
    cells.push(cell + text.slice(from, end));
    at = end + 1;
  }
  return cells;
}

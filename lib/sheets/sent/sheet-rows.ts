import { workbookDay } from "@/lib/sheets/rows";
import { attributeIn, scanXml, type Scanned } from "./scan-xml";
import { type CellFault, NotRead, type SentBounds, type SentRow } from "./sent-sheets";

/** What the cells of a workbook share. */
export interface SharedParts {
  texts: readonly string[];
  formats: readonly (CellFault | undefined)[];
  /** Added to each day that is counted: of a workbook that counts from 1904. */
  dayOffset: number;
}

const mostMerged = 2_000;

/** The rows of one sheet that are not blank, wherever they are. Empty rows with a style cost nothing. */
export function sheetRows(xml: string, name: string, shared: SharedParts, bounds: SentBounds): SentRow[] {
  const gatherer = new SheetGatherer(name, shared, bounds);
  scanXml(xml, gatherer);
  return gatherer.finished();
}

class SheetGatherer implements Scanned {
  private readonly rows: SentRow[] = [];
  private readonly merged: string[] = [];
  private row: SentRow = { line: 0, cells: [] };
  private column = 0;
  private type = "n";
  private style = 0;
  private value = "";
  private formula = false;
  private reading = false;

  constructor(
    private readonly name: string,
    private readonly shared: SharedParts,
    private readonly bounds: SentBounds,
  ) {}

  open(tag: string, attributes: string): void {
    if (tag === "c") {
      const at = attributeIn(attributes, "r");
      this.column = at === undefined ? this.column + 1 : columnOf(at);
      this.type = attributeIn(attributes, "t") ?? "n";
      this.style = Number(attributeIn(attributes, "s") ?? 0);
      this.value = "";
      this.formula = false;
    } else if (tag === "v" || tag === "t") this.reading = true;
    else if (tag === "f") this.formula = true;
    else if (tag === "row") {
      const line = Number(attributeIn(attributes, "r") ?? this.row.line + 1);
      this.row = { line, cells: [] };
      this.column = 0;
    } else if (tag === "mergeCell" && this.merged.length < mostMerged)
      this.merged.push(attributeIn(attributes, "ref") ?? "");
  }

  text(text: string): void {
    if (this.reading) this.value += text;
  }

  close(tag: string): void {
    if (tag === "v" || tag === "t") this.reading = false;
    else if (tag === "c") this.endCell();
    else if (tag === "row" && this.row.cells.length > 0) {
      this.rows.push(this.row);
      if (this.rows.length > this.bounds.rows)
        throw new NotRead(
          `Sheet ${this.name} has more than ${this.bounds.rows.toLocaleString("en-GB")} rows. Split it into several files`,
        );
    }
  }

  private endCell(): void {
    const { value, type, formula } = this;
    const format = type === "n" ? this.shared.formats[this.style] : undefined;
    const fault: CellFault | undefined =
      type === "e"
        ? "error"
        : formula && value === ""
          ? "formula"
          : type === "d"
            ? "date"
            : value === ""
              ? undefined
              : format;
    const text = this.textOf();
    if (text.trim() === "" && fault === undefined) return;
    if (!(this.column >= 1 && this.column <= this.bounds.columns))
      throw new NotRead(
        `Sheet ${this.name} has something in a cell far outside the table, in row ${this.row.line}. Clear it, then send the workbook again`,
      );
    while (this.row.cells.length < this.column) this.row.cells.push("");
    this.row.cells[this.column - 1] = text.slice(0, longest);
    if (fault) (this.row.faults ??= {})[this.column - 1] = fault;
    const day = fault === "date" && this.dayOf();
    if (day) (this.row.days ??= {})[this.column - 1] = day;
  }

  /** "2026-11-27", where the cell holds a day that there is. */
  private dayOf(): string | null {
    const serial = Number(this.value) + this.shared.dayOffset;
    if (this.type === "d") return this.value.slice(0, 10);
    return serial >= 1 && serial < latestDay ? workbookDay(serial) : null;
  }

  private textOf(): string {
    if (this.type === "s") return this.shared.texts[Number(this.value)] ?? "";
    if (this.type === "b") return this.value === "1" ? "yes" : "no";
    if (this.type !== "n" || this.value === "") return this.value;
    const figure = Number(this.value);
    return Number.isFinite(figure) ? String(Number(figure.toPrecision(15))) : this.value;
  }

  /** A merged cell does not say for certain which of its rows or columns it is about. */
  finished(): SentRow[] {
    for (const ref of this.merged) {
      const [from = "", to = from] = ref.split(":");
      const [left, right, top, bottom] = [columnOf(from), columnOf(to), lineOf(from), lineOf(to)];
      if (left === right && top === bottom) continue;
      for (const row of this.rows)
        if (row.line >= top && row.line <= bottom)
          for (let column = left; column <= Math.min(right, this.bounds.columns); column++)
            (row.faults ??= {})[column - 1] = "merged";
    }
    return this.rows;
  }
}

const longest = 5_000;
/** The day after 31 December 9999. */
const latestDay = 2_958_466;
const lineOf = (reference: string) => Number(/\d+/.exec(reference)?.[0] ?? 0);

function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

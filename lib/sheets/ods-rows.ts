import type { Archive } from "./archive";
import { sheetBounds, type Row, type Rows } from "./rows";
import { unreadableFile } from "./unreadable";
import { throughXml, type XmlEvents } from "./xml";

/** Reads an OpenDocument spreadsheet's sheets one after the other, as a stream. */
export async function* odsRows(archive: Archive, file: string): Rows {
  const gatherer = new OdsGatherer(file);
  yield* throughXml(await archive.open("content.xml"), file, gatherer, () => gatherer.take());
}

const valueOf: Record<string, string> = {
  date: "office:date-value",
  float: "office:value",
  percentage: "office:value",
  currency: "office:value",
  boolean: "office:boolean-value",
};

/** Identical rows and cells are stored once with a count; blank ones may run to the far end of the sheet. */
class OdsGatherer implements XmlEvents {
  private rows: Row[] = [];
  private sheet = "";
  private line = 1;
  private cells: string[] = [];
  private column = 0;
  private rowRepeats = 1;
  private cellRepeats = 1;
  private value: string | undefined;
  private shown: string | undefined;
  private paragraphs = 0;
  private aside = 0;
  private dayOffset = 0;

  constructor(private readonly file: string) {}

  take(): Row[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.aside > 0 || name === "office:annotation") {
      this.aside++;
      return;
    }
    switch (name) {
      case "table:null-date":
        this.dayOffset = daysFromTheUsual(attributes["table:date-value"]);
        return;
      case "table:table":
        this.sheet = attributes["table:name"] ?? "";
        this.line = 1;
        return;
      case "table:table-row":
        this.cells = [];
        this.column = 0;
        this.rowRepeats = repeats(attributes["table:number-rows-repeated"]);
        return;
      case "table:table-cell":
      case "table:covered-table-cell": {
        this.cellRepeats = repeats(attributes["table:number-columns-repeated"]);
        const typed = valueOf[attributes["office:value-type"] ?? ""];
        this.value = typed && attributes[typed];
        this.shown = undefined;
        this.paragraphs = 0;
        return;
      }
      case "text:p":
        this.shown = this.paragraphs++ === 0 ? "" : `${this.shown ?? ""}\n`;
        return;
      case "text:s":
        if (this.shown !== undefined) this.shown += " ".repeat(Math.min(repeats(attributes["text:c"]), 100));
        return;
      case "text:line-break":
      case "text:tab":
        if (this.shown !== undefined) this.shown += name === "text:tab" ? "\t" : "\n";
    }
  }

  text(text: string): void {
    if (this.aside > 0 || this.shown === undefined) return;
    this.shown += text;
    if (this.shown.length > sheetBounds.cell)
      throw unreadableFile(this.here(), `a cell holds more than ${sheetBounds.cell} characters.`);
  }

  close(name: string): void {
    if (this.aside > 0) {
      this.aside--;
      return;
    }
    if (name === "table:table-cell" || name === "table:covered-table-cell") this.endCell();
    else if (name === "table:table-row") this.endRow();
  }

  private endCell(): void {
    const value = this.value ?? this.shown ?? "";
    this.shown = undefined;
    if (value !== "") {
      if (this.column + this.cellRepeats > sheetBounds.columns)
        throw unreadableFile(this.here(), `a cell is filled beyond column ${sheetBounds.columns}.`);
      while (this.cells.length < this.column) this.cells.push("");
      for (let n = 0; n < this.cellRepeats; n++) this.cells.push(value);
    }
    this.column += this.cellRepeats;
  }

  private endRow(): void {
    if (this.cells.length > 0) {
      if (this.rowRepeats > sheetBounds.repeats)
        throw unreadableFile(this.here(), `a filled line is repeated ${this.rowRepeats} times.`);
      if (this.line > sheetBounds.rows)
        throw unreadableFile(this.here(), `a line is filled beyond line ${sheetBounds.rows}.`);
      for (let n = 0; n < this.rowRepeats; n++)
        this.rows.push({ sheet: this.sheet, line: this.line + n, cells: this.cells, dayOffset: this.dayOffset });
    }
    this.line += this.rowRepeats;
  }

  here() {
    return { file: this.file, ...(this.sheet !== "" && { sheet: this.sheet, line: this.line }) };
  }
}

/** How many days after 30 December 1899 a spreadsheet starts counting. */
function daysFromTheUsual(first: string | undefined): number {
  const days = (Date.parse(first ?? "") - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isInteger(days) ? days : 0;
}

const repeats = (attribute: string | undefined): number => Math.max(1, Number.parseInt(attribute ?? "1", 10) || 1);

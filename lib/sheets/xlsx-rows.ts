import type { Archive } from "./archive";
import { from1904, sheetBounds, type Row, type Rows } from "./rows";
import { unreadableFile } from "./unreadable";
import { throughXml, type XmlEvents } from "./xml";

/** Reads an Excel workbook's sheets one after the other, as a stream, after its table of shared texts. */
export async function* xlsxRows(archive: Archive, file: string): Rows {
  const shared = await sharedTexts(archive, file);
  const { sheets, dayOffset } = await contentsOf(archive, file);
  for (const { name, part } of sheets) {
    const gatherer = new XlsxGatherer(file, name, shared, dayOffset);
    yield* throughXml(await archive.open(part), file, gatherer, () => gatherer.take());
  }
}

const nothing = () => [];

async function whole(archive: Archive, part: string, file: string, events: XmlEvents): Promise<void> {
  const pieces = throughXml(await archive.open(part), file, events, nothing)[Symbol.asyncIterator]();
  while ((await pieces.next()).done !== true);
}

interface Contents {
  sheets: { name: string; part: string }[];
  dayOffset: number;
}

/**
 * The sheets in the order of their tabs, including hidden ones, with each name and part; and the day from which dates
 * count.
 */
async function contentsOf(archive: Archive, file: string): Promise<Contents> {
  const targets = new Map<string, string>();
  const ignore = { close: () => undefined, text: () => undefined };
  await whole(archive, "xl/_rels/workbook.xml.rels", file, {
    ...ignore,
    open: (_, { Id, Target }) =>
      Id && Target && targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`),
  });
  const found: Contents = { sheets: [], dayOffset: 0 };
  await whole(archive, "xl/workbook.xml", file, {
    ...ignore,
    open: (tag, attributes) => {
      const part = targets.get(attributes["r:id"] ?? "");
      if (plain(tag) === "sheet" && part) found.sheets.push({ name: attributes.name ?? "", part });
      if (plain(tag) === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? "")) found.dayOffset = from1904;
    },
  });
  return found;
}

/** The most characters and the most shared texts: a national register has half a million texts. */
const mostShared = { size: 100_000_000, texts: 3_000_000 };

async function sharedTexts(archive: Archive, file: string): Promise<string[]> {
  const part = "xl/sharedStrings.xml";
  if (!archive.names.includes(part)) return [];
  const tooMuch = () => unreadableFile({ file }, "its cells hold more text than can be read here.");
  const texts: string[] = [];
  let text = "";
  let size = 0;
  let inText = false;
  let phonetic = false;
  await whole(archive, part, file, {
    open: (tag) => {
      const name = plain(tag);
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    close: (tag) => {
      const name = plain(tag);
      if (name === "rPh") phonetic = false;
      if (name === "t") inText = false;
      if (name === "si") texts.push(ownText(text));
      if (texts.length > mostShared.texts) throw tooMuch();
    },
    text: (more) => {
      if (!inText) return;
      text += more;
      size += more.length;
      if (text.length > sheetBounds.cell || size > mostShared.size) throw tooMuch();
    },
  });
  return texts;
}

/** Makes a copy, because a slice of a larger text would keep the larger one in memory. */
const ownText = (text: string): string => Buffer.from(text).toString();

/** Cells name their position, so a cell far away costs nothing unless it has a value, and then it is refused. */
class XlsxGatherer implements XmlEvents {
  private rows: Row[] = [];
  private line = 0;
  private column = 0;
  private cells: string[] = [];
  private type = "";
  private value = "";
  private reading = false;

  constructor(
    private readonly file: string,
    private readonly sheet: string,
    private readonly shared: readonly string[],
    private readonly dayOffset: number,
  ) {}

  take(): Row[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(tag: string, attributes: Record<string, string>): void {
    switch (plain(tag)) {
      case "row":
        this.line = attributes.r === undefined ? this.line + 1 : Number(attributes.r);
        if (!(this.line > 0 && this.line <= sheetBounds.rows && Number.isInteger(this.line)))
          throw unreadableFile(
            { file: this.file, sheet: this.sheet },
            `a line is numbered “${attributes.r?.slice(0, 20)}”.`,
          );
        this.cells = [];
        this.column = 0;
        return;
      case "c":
        this.column = attributes.r === undefined ? this.column + 1 : columnNumber(attributes.r);
        this.type = attributes.t ?? "n";
        this.value = "";
        return;
      case "v":
      case "t":
        this.reading = true;
    }
  }

  text(text: string): void {
    if (!this.reading) return;
    this.value += text;
    if (this.value.length > sheetBounds.cell)
      throw unreadableFile(this.here(), `a cell holds more than ${sheetBounds.cell} characters.`);
  }

  close(tag: string): void {
    const name = plain(tag);
    if (name === "v" || name === "t") this.reading = false;
    else if (name === "c") this.endCell();
    else if (name === "row" && this.cells.length > 0)
      this.rows.push({ sheet: this.sheet, line: this.line, cells: this.cells, dayOffset: this.dayOffset });
  }

  private endCell(): void {
    const value = this.type === "s" ? this.shared[Number(this.value)] : this.value;
    if (value === undefined) throw unreadableFile(this.here(), "a cell refers to text that is missing.");
    if (value === "") return;
    if (this.column > sheetBounds.columns || !(this.column > 0))
      throw unreadableFile(this.here(), `a cell is filled beyond column ${sheetBounds.columns}.`);
    while (this.cells.length < this.column - 1) this.cells.push("");
    this.cells[this.column - 1] = this.type === "b" ? (value === "1" ? "TRUE" : "FALSE") : value;
  }

  here() {
    return { file: this.file, sheet: this.sheet, line: this.line };
  }
}

/** The name of a tag without its namespace prefix. */
const plain = (tag: string): string => tag.slice(tag.indexOf(":") + 1);

function columnNumber(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column;
}

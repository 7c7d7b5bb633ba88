import { Zip, ZipDeflate } from "fflate";

/** A fraction, shown as a percentage with one decimal place. */
export interface Share {
  share: number;
}

export type StreamedCell = string | number | Share | null | undefined;

/** A sheet whose rows arrive a few at a time. */
export interface StreamedSheet {
  name: string;
  headings: readonly string[];
  /** How wide each column is, in characters. */
  widths?: readonly number[];
  rows: Iterable<readonly StreamedCell[]> | AsyncIterable<readonly (readonly StreamedCell[])[]>;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * Writes an Excel workbook while its rows arrive, so that a national one needs no more memory than a small one. Text is
 * always written as text, so that no cell becomes a formula; figures stay figures.
 */
export async function streamXlsx(sheets: readonly StreamedSheet[], push: (chunk: Uint8Array) => void): Promise<void> {
  const faults: Error[] = [];
  const zip = new Zip((error: Error | null, chunk) => {
    if (error) faults.push(error);
    else if (chunk.length > 0) push(chunk);
  });
  const names = sheets.map(({ name }) => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31));
  for (const [name, text] of Object.entries(partsOf(names))) fileIn(zip, name)(text, true);
  for (const [nth, sheet] of sheets.entries())
    await writeSheet(fileIn(zip, `xl/worksheets/sheet${nth + 1}.xml`), sheet);
  zip.end();
  if (faults[0]) throw faults[0];
}

function fileIn(zip: Zip, name: string): (text: string, last?: boolean) => void {
  const file = new ZipDeflate(name, { level: 6 });
  zip.add(file);
  const bytes = new TextEncoder();
  return (text, last = false) => file.push(bytes.encode(text), last);
}

async function writeSheet(write: ReturnType<typeof fileIn>, { headings, widths, rows }: StreamedSheet) {
  const columns = (widths ?? []).map(
    (width, nth) => `<col min="${nth + 1}" max="${nth + 1}" width="${width}" customWidth="1"/>`,
  );
  const cols = columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "";
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  write(`${head}<worksheet xmlns="${main}">${frozen}${cols}<sheetData>${rowXml(headings, 3)}`);
  if (Symbol.asyncIterator in rows) for await (const some of rows) write(some.map((row) => rowXml(row)).join(""));
  else for (const row of rows) write(rowXml(row));
  write("</sheetData></worksheet>", true);
}

const rowXml = (cells: readonly StreamedCell[], look?: number) =>
  `<row>${cells.map((cell) => cellXml(cell, look)).join("")}</row>`;

function cellXml(cell: StreamedCell, look = 1): string {
  if (cell === null || cell === undefined || cell === "") return "<c/>";
  if (typeof cell === "number") return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : "<c/>";
  if (typeof cell === "object") return `<c s="2"><v>${Math.round(cell.share * 1000) / 1000}</v></c>`;
  return `<c t="inlineStr" s="${look}"><is><t xml:space="preserve">${escaped(cell.slice(0, 32_767))}</t></is></c>`;
}

const escaped = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/**
 * The parts of the workbook beside its sheets. Styles: 1 is text, 2 a percentage with one decimal place, 3 a heading.
 */
function partsOf(names: readonly string[]): Record<string, string> {
  const each = (of: (name: string, nth: number) => string) => names.map((name, nth) => of(name, nth + 1)).join("");
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${sheetType}.${type}+xml"/>`;
  return {
    "[Content_Types].xml": `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("workbook", "sheet.main")}${part("styles", "styles")}${each((_, nth) => part(`worksheets/sheet${nth}`, "worksheet"))}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((name, nth) => `<sheet name="${escaped(name)}" sheetId="${nth}" r:id="rId${nth}"/>`)}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packaged}/relationships">${each((_, nth) => `<Relationship Id="rId${nth}" Type="${office}/worksheet" Target="worksheets/sheet${nth}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" numFmtId="49" applyFont="1"/></cellXfs></styleSheet>`,
  };
}

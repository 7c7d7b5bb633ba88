import { lookNumber, type Look } from "./styles";
import type { Allows, ReadingSheet, TemplateCell, TemplateColumn, TemplateSheet } from "./sheets";
import { columnName, escaped, xmlHead } from "./xml-text";

/** The table of shared texts, each with its number. */
export type Texts = Map<string, number>;

type ListAt = (list: readonly string[]) => string;

const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const margins = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';

/** The XML of one sheet. `plain` rows have no style, for a sheet that no one sees. */
export function sheetXml(
  sheet: ReadingSheet | TemplateSheet,
  texts: Texts,
  listAt: ListAt,
  noted: boolean,
  plain: readonly (readonly TemplateCell[])[] = [],
): string {
  const body = "columns" in sheet ? toFillIn(sheet, texts, listAt, noted) : toRead(sheet, texts, plain);
  return `${xmlHead}<worksheet ${space} ${office}>${body}</worksheet>`;
}

function toRead({ lines }: ReadingSheet, texts: Texts, plain: readonly (readonly TemplateCell[])[]): string {
  const looks = { title: "title", heading: "subheading", text: "reading" } as const;
  const rows = [
    ...lines.map(({ text, look }, index) => rowXml(index + 1, [cellXml("A", index + 1, text, looks[look], texts)])),
    ...plain.map((cells, index) =>
      rowXml(
        index + 1,
        cells.map((cell, column) => cellXml(columnName(column + 1), index + 1, cell, "plain", texts)),
      ),
    ),
  ];
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="100" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData>${margins}`;
}

function toFillIn({ columns, rows, frozen }: TemplateSheet, texts: Texts, listAt: ListAt, noted: boolean): string {
  const names = columns.map((_, index) => columnName(index + 1));
  const last = names.at(-1) ?? "A";
  const lastRow = Math.max(2, rows.length + 1);
  const headings = columns.map(({ heading, marked }, index) =>
    cellXml(names[index] ?? "", 1, heading, marked ? "marked" : "heading", texts),
  );
  const body = rows.map((cells, index) =>
    rowXml(
      index + 2,
      columns.map(({ look }, at) => cellXml(names[at] ?? "", index + 2, cells[at] ?? null, look, texts)),
    ),
  );
  const corner = `${columnName(frozen + 1)}2`;
  const rules = columns.flatMap((column, index) =>
    ruleXml(column, `${names[index]}2:${names[index]}${lastRow}`, listAt),
  );
  const widths = columns.map(
    ({ width, hidden }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ""}/>`,
  );
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${last}${rows.length + 1}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${frozen}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.join("")}</cols>`,
    `<sheetData><row r="1" ht="62" customHeight="1">${headings.join("")}</row>${body.join("")}</sheetData>`,
    `<autoFilter ref="A1:${last}${rows.length + 1}"/>`,
    rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>` : "",
    margins,
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    noted ? '<legacyDrawing r:id="rId1"/>' : "",
  ].join("");
}

const rowXml = (row: number, cells: readonly string[]) => `<row r="${row}">${cells.join("")}</row>`;

/** An empty cell has a style too, so that what is typed into it keeps the column's format. */
function cellXml(column: string, row: number, value: TemplateCell, look: Look, texts: Texts): string {
  const head = `<c r="${column}${row}"${look === "plain" ? "" : ` s="${lookNumber(look)}"`}`;
  if (value === null || value === "") return look === "plain" ? "" : `${head}/>`;
  if (typeof value === "number") return `${head}><v>${value}</v></c>`;
  const text = value.slice(0, 32_767);
  const nth = texts.get(text) ?? texts.size;
  texts.set(text, nth);
  return `${head} t="s"><v>${nth}</v></c>`;
}

/** Excel shows at most 225 characters of an error message. */
const longestRefusal = 225;

function ruleXml({ allows, refusal }: TemplateColumn, where: string, listAt: ListAt): string[] {
  if (!allows) return [];
  const said = refusal ? ` error="${escaped(refusal.slice(0, longestRefusal))}"` : "";
  return [
    `<dataValidation ${ruleOf(allows)} allowBlank="1" showErrorMessage="1"${said} sqref="${where}">${formulas(allows, listAt)}</dataValidation>`,
  ];
}

const ruleOf = (allows: Allows) =>
  "list" in allows ? 'type="list"' : `type="${allows.whole ? "whole" : "decimal"}" operator="between"`;

const formulas = (allows: Allows, listAt: ListAt) =>
  "list" in allows
    ? `<formula1>${listAt(allows.list)}</formula1>`
    : `<formula1>${allows.from}</formula1><formula2>${allows.to}</formula2>`;

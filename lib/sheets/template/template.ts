import { strToU8, zipSync, type Zippable } from "fflate";
import { notesXml, notesDrawing } from "./notes";
import { sheetXml, type Texts } from "./sheet-xml";
import type { ReadingSheet, TemplateColumn, TemplateSheet } from "./sheets";
import { stylesXml } from "./styles";
import { columnName, escaped, relations, xmlHead } from "./xml-text";

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const listsName = "Lists";

/**
 * Writes an Excel workbook for people to fill in, with frozen and explained headings, filters, drop-down lists, cell
 * rules and notes. Text is written as text, so that no cell becomes a formula. The same sheets always produce the same
 * bytes.
 */
export function templateWorkbook(reading: ReadingSheet, sheets: readonly TemplateSheet[]): Buffer {
  const lists = [...new Set(sheets.flatMap(({ columns }) => columns.flatMap(listOf)))];
  const texts: Texts = new Map();
  const parts: Record<string, string> = {};
  const listAt = (list: readonly string[]) => {
    const column = columnName(lists.indexOf(list.join("\n")) + 1);
    return `${listsName}!$${column}$1:$${column}$${list.length}`;
  };
  const all = [reading, ...sheets];
  all.forEach((sheet, index) => {
    const nth = index + 1;
    const notes = "columns" in sheet ? sheet.columns.map(({ note }) => note) : [];
    const noted = notes.some((note) => note !== undefined);
    parts[`xl/worksheets/sheet${nth}.xml`] = sheetXml(sheet, texts, listAt, noted);
    if (!noted) return;
    parts[`xl/comments${nth}.xml`] = notesXml(notes);
    parts[`xl/drawings/vmlDrawing${nth}.vml`] = notesDrawing(notes);
    parts[`xl/worksheets/_rels/sheet${nth}.xml.rels`] = relations([
      ["rId1", `${officeRelation}/vmlDrawing`, `../drawings/vmlDrawing${nth}.vml`],
      ["rId2", `${officeRelation}/comments`, `../comments${nth}.xml`],
    ]);
  });
  const longest = Math.max(0, ...lists.map((list) => list.split("\n").length));
  const listRows = Array.from({ length: longest }, (_, row) => lists.map((list) => list.split("\n")[row] ?? null));
  const last = all.length + 1;
  parts[`xl/worksheets/sheet${last}.xml`] = sheetXml({ name: listsName, lines: [] }, texts, listAt, false, listRows);
  parts["xl/workbook.xml"] = workbookXml(all, last);
  parts["xl/_rels/workbook.xml.rels"] = relations([
    ...Array.from({ length: last }, (_, index): [string, string, string] => [
      `rId${index + 1}`,
      `${officeRelation}/worksheet`,
      `worksheets/sheet${index + 1}.xml`,
    ]),
    [`rId${last + 1}`, `${officeRelation}/styles`, "styles.xml"],
    [`rId${last + 2}`, `${officeRelation}/sharedStrings`, "sharedStrings.xml"],
  ]);
  parts["xl/styles.xml"] = stylesXml;
  parts["xl/sharedStrings.xml"] =
    `${xmlHead}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${texts.size}">${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`;
  parts["_rels/.rels"] = relations([["rId1", `${officeRelation}/officeDocument`, "xl/workbook.xml"]]);
  return packed({ "[Content_Types].xml": contentTypes(Object.keys(parts)), ...parts });
}

const listOf = ({ allows }: TemplateColumn): string[] => (allows && "list" in allows ? [allows.list.join("\n")] : []);

function workbookXml(all: readonly (ReadingSheet | TemplateSheet)[], last: number): string {
  const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;
  const names = all.flatMap((sheet, index) => {
    if (!("columns" in sheet)) return [];
    const area = `${escaped(quoted(sheet.name))}!$A$1:$${columnName(sheet.columns.length)}$${sheet.rows.length + 1}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${area}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(quoted(sheet.name))}!$1:$1</definedName>`,
    ];
  });
  const sheet = (name: string, nth: number, hidden = "") =>
    `<sheet name="${escaped(name)}" sheetId="${nth}"${hidden} r:id="rId${nth}"/>`;
  return `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelation}"><bookViews><workbookView/></bookViews><sheets>${all.map(({ name }, index) => sheet(name, index + 1)).join("")}${sheet(listsName, last, ' state="hidden"')}</sheets><definedNames>${names.join("")}</definedNames></workbook>`;
}

const partTypes: [RegExp, string][] = [
  [/^xl\/workbook\.xml$/, `${sheetType}.sheet.main+xml`],
  [/^xl\/worksheets\/sheet\d+\.xml$/, `${sheetType}.worksheet+xml`],
  [/^xl\/comments\d+\.xml$/, `${sheetType}.comments+xml`],
  [/^xl\/styles\.xml$/, `${sheetType}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${sheetType}.sharedStrings+xml`],
];

function contentTypes(names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    const type = partTypes.find(([pattern]) => pattern.test(name))?.[1];
    return type ? [`<Override PartName="/${name}" ContentType="${type}"/>`] : [];
  });
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join("")}</Types>`;
}

/** Every part has the same date, so that the same sheets produce the same file. */
function packed(parts: Record<string, string>): Buffer {
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml);
  return Buffer.from(zipSync(files, { mtime: "1980-01-02", level: 6 }));
}

import path from "node:path";
import { attributeIn } from "@/lib/sheets/sent/scan-xml";
import { escaped } from "@/lib/sheets/template/xml-text";

export type TextOf = (part: string) => string | undefined;
export type Put = (part: string, xml: string) => void;

export interface Relation {
  id: string;
  type: string;
  target: string;
}

const officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

const relationsPart = (part: string): string =>
  path.posix.join(path.posix.dirname(part), "_rels", `${path.posix.basename(part)}.rels`);

/** The parts that a part refers to, by name. */
export const relationsOf = (part: string, text: TextOf): Relation[] =>
  [...(text(relationsPart(part)) ?? "").matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, attributes = ""]) => {
    const target = attributeIn(attributes, "Target") ?? "";
    return {
      id: attributeIn(attributes, "Id") ?? "",
      type: attributeIn(attributes, "Type") ?? "",
      target: target.startsWith("/") ? target.slice(1) : path.posix.join(path.posix.dirname(part), target),
    };
  });

/** Makes a part refer to another. Returns the id of the relation. */
export function relate(part: string, type: string, target: string, text: TextOf, put: Put): string {
  const known = relationsOf(part, text).map(({ id }) => id);
  const id = Array.from({ length: known.length + 2 }, (_, nth) => `rIdCt${nth + 1}`).find(
    (each) => !known.includes(each),
  );
  const xml = text(relationsPart(part)) ?? emptyRelations;
  const relation = `<Relationship Id="${id}" Type="${officeRelation}/${type}" Target="/${target}"/>`;
  put(
    relationsPart(part),
    xml.replace(/<\/((?:\w+:)?)Relationships>/, (end) => relation + end),
  );
  return id ?? "";
}

/** Registers the content type of a new part. */
export function declare(kind: string, text: TextOf, put: Put): void {
  const types = text("[Content_Types].xml") ?? "";
  if (!types.includes(kind))
    put(
      "[Content_Types].xml",
      types.replace(/<\/((?:\w+:)?)Types>/, (end) => kind + end),
    );
}

/** Each sheet's name and its part. */
export function sheetParts(text: TextOf): { name: string; part: string }[] {
  const related = new Map(relationsOf("xl/workbook.xml", text).map(({ id, target }) => [id, target]));
  return [...(text("xl/workbook.xml") ?? "").matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = ""]) => ({
    name: attributeIn(attributes, "name") ?? "",
    part: related.get(/:id\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? "") ?? "",
  }));
}

/** A name for a part that is not yet in use. */
export function freeName(before: string, after: string, text: TextOf): string {
  let nth = 1;
  while (text(`${before}${nth}${after}`) !== undefined) nth++;
  return `${before}${nth}${after}`;
}

/** Adds a sheet after the others, or replaces the sheet of that name that we added earlier. */
export function addSheet(name: string, xml: string, text: TextOf, put: Put): void {
  const earlier = sheetParts(text).find((sheet) => sheet.name === name);
  if (earlier) return put(earlier.part, xml);
  const part = freeName("xl/worksheets/sheetCt", ".xml", text);
  put(part, xml);
  const id = relate("xl/workbook.xml", "worksheet", part, text, put);
  const book = text("xl/workbook.xml") ?? "";
  const ids = [...book.matchAll(/\bsheetId="(\d+)"/g)].map(([, each]) => Number(each));
  const prefix = /<((?:\w+:)?)sheets>/.exec(book)?.[1] ?? "";
  const sheet = `<${prefix}sheet name="${escaped(name)}" sheetId="${Math.max(0, ...ids) + 1}" xmlns:ct="${officeRelation}" ct:id="${id}"/>`;
  put(
    "xl/workbook.xml",
    book.replace(/<\/(?:\w+:)?sheets>/, (end) => sheet + end),
  );
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  declare(`<Override PartName="/${part}" ContentType="${type}"/>`, text, put);
}

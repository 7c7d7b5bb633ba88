import { columnName, escaped } from "@/lib/sheets/template/xml-text";
import type { CellMark } from "./mark-cells";
import { declare, freeName, type Put, relate, relationsOf, type TextOf } from "./package-parts";

const noNotes =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Capacity Tracker</author></authors><commentList></commentList></comments>';
const noDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';
const notesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

/**
 * The most notes on one sheet: a sheet with thousands of them opens slowly. The list of corrections has all of them.
 */
const mostNotes = 500;

/**
 * Adds a note to each marked cell of a sheet, and keeps the notes already there. In a cell that has a note, the
 * person's own text comes first.
 */
export function noteCells(sheet: string, marks: readonly CellMark[], text: TextOf, put: Put): void {
  const related = relationsOf(sheet, text);
  const of = (kind: string) => related.find(({ type }) => type.endsWith(`/${kind}`))?.target;
  if (related.some(({ type }) => type.endsWith("/threadedComment"))) return;
  const [notes, drawing] = [of("comments"), of("vmlDrawing")];
  if ((notes === undefined) !== (drawing === undefined)) return;
  const notesPart = notes ?? freeName("xl/commentsCt", ".xml", text);
  const drawingPart = drawing ?? freeName("xl/drawings/vmlDrawingCt", ".vml", text);
  const messages = new Map<string, string[]>();
  for (const { line, column, message } of marks) {
    const at = `${columnName(column)}${line}`;
    messages.set(at, [...(messages.get(at) ?? []), message]);
  }
  let notesXml = text(notesPart) ?? noNotes;
  let shapes = "";
  for (const [at, said] of [...messages].slice(0, mostNotes)) {
    const there = new RegExp(
      `(<(?:\\w+:)?comment\\b[^>]*\\bref="${at}"[^>]*>\\s*<(\\w+:)?text>)([\\s\\S]*?)(</(?:\\w+:)?text>)`,
    );
    const words = said.join("\n");
    if (there.test(notesXml)) {
      notesXml = notesXml.replace(there, (_, start: string, prefix = "", inner: string, end: string) => {
        const before = inner.replace(/<[^>]*>/g, "");
        return `${start}<${prefix}t xml:space="preserve">${escaped(words)}\n\n${before}</${prefix}t>${end}`;
      });
      continue;
    }
    const note = `<comment ref="${at}" authorId="0"><text><t xml:space="preserve">${escaped(words)}</t></text></comment>`;
    notesXml = notesXml.replace(
      /<\/((?:\w+:)?)commentList>/,
      (end, prefix: string) => note.replace(/(<\/?)(?=\w)/g, `$1${prefix}`) + end,
    );
    shapes += shapeOf(at, shapes.length);
  }
  put(notesPart, notesXml);
  put(
    drawingPart,
    (text(drawingPart) ?? noDrawing).replace(/<\/xml>\s*$/, (end) => shapes + end),
  );
  if (notes !== undefined) return;
  relate(sheet, "comments", notesPart, text, put);
  const id = relate(sheet, "vmlDrawing", drawingPart, text, put);
  declare(`<Override PartName="/${notesPart}" ContentType="${notesType}"/>`, text, put);
  if (!/Extension="vml"/.test(text("[Content_Types].xml") ?? ""))
    declare(
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
      text,
      put,
    );
  const xml = text(sheet) ?? "";
  const drawn = `<legacyDrawing xmlns:ct="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ct:id="${id}"/>`;
  const behind =
    /<(?:\w+:)?(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/(?:\w+:)?worksheet>/;
  put(
    sheet,
    xml.replace(behind, (next) => drawn + next),
  );
}

function shapeOf(at: string, nth: number): string {
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const line = Number(row) - 1;
  return `<v:shape id="_x0000_ct${nth}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${line}, 2, ${column + 4}, 15, ${line + 5}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${line}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

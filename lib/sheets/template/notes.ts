import { columnName, escaped, xmlHead } from "./xml-text";

type Notes = readonly (string | undefined)[];

const noted = (notes: Notes) => notes.flatMap((note, index) => (note === undefined ? [] : [{ note, index }]));

/** The notes on the headings in row 1, one for each column. */
export function notesXml(notes: Notes): string {
  const each = noted(notes).map(
    ({ note, index }) =>
      `<comment ref="${columnName(index + 1)}1" authorId="0"><text><t xml:space="preserve">${escaped(note)}</t></text></comment>`,
  );
  return `${xmlHead}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Capacity Tracker</author></authors><commentList>${each.join("")}</commentList></comments>`;
}

/** Where the notes are drawn: Excel needs a drawing in its older format (VML) for this. */
export function notesDrawing(notes: Notes): string {
  const each = noted(notes).map(({ note, index }, nth) => {
    const rows = Math.min(14, 3 + Math.ceil(note.length / 34));
    return `<v:shape id="_x0000_s${1025 + nth}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${index + 1}, 15, 0, 2, ${index + 4}, 15, ${rows}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${index}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${each.join("")}</xml>`;
}

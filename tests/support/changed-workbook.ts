import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readSent } from "@/lib/sheets/sent/read-sent";
import type { SentSheet } from "@/lib/sheets/sent/sent-sheets";
import { columnName, escaped } from "@/lib/sheets/template/xml-text";

export const sentBounds = { bytes: 16_000_000, unpacked: 256_000_000, rows: 20_000, columns: 256 };

/** A cell to change: by its sheet, the row whose cells hold all of `row`, and its heading. */
export interface Change {
  sheet: string;
  row: readonly string[];
  heading: string;
  to: string | number | null;
}

/** What people do in a spreadsheet: some cells of a workbook say something else, and all else is as it was. */
export async function changed(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  const read = await readSent({ bytes, name: "template.xlsx", bounds: sentBounds });
  if ("refused" in read) throw new Error(read.refused);
  return atCells(
    bytes,
    changes.map(({ sheet, row, heading, to }) => ({
      ...{ sheet, to },
      cell: referenceIn(
        read.sheets.find(({ name }) => name === sheet),
        row,
        heading,
      ),
    })),
  );
}

/** The same by the positions of the cells: "H3". */
export async function atCells(
  bytes: Uint8Array,
  changes: readonly { sheet: string; cell: string; to: Change["to"] }[],
): Promise<Uint8Array> {
  const read = await readSent({ bytes, name: "template.xlsx", bounds: sentBounds });
  if ("refused" in read) throw new Error(read.refused);
  const parts = unzipSync(bytes);
  for (const { sheet, cell: reference, to } of changes) {
    const name = `xl/worksheets/sheet${read.sheets.findIndex(({ name }) => name === sheet) + 1}.xml`;
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const cell = new RegExp(`<c r="${reference}"([^>]*?)(?: t="\\w+")?([^>]*?)(?:/>|>.*?</c>)`);
    if (!cell.test(xml)) throw new Error(`There is no cell ${reference} on ${sheet}`);
    parts[name] = strToU8(
      xml.replace(cell, (_, before: string, after: string) =>
        cellXml(reference, (before + after).replace(/ t="\w+"/, ""), to),
      ),
    );
  }
  return zipSync(parts);
}

const cellXml = (reference: string, style: string, to: Change["to"]) =>
  to === null
    ? `<c r="${reference}"${style}/>`
    : typeof to === "number"
      ? `<c r="${reference}"${style}><v>${to}</v></c>`
      : `<c r="${reference}"${style} t="inlineStr"><is><t>${escaped(to)}</t></is></c>`;

/** The position of a cell: "H3". */
export function referenceIn(sheet: SentSheet | undefined, row: readonly string[], heading: string): string {
  const column = sheet?.rows[0]?.cells.indexOf(heading) ?? -1;
  const found = sheet?.rows.find(({ cells }) => row.every((text) => cells.includes(text)));
  if (column < 0 || !found) throw new Error(`There is no ${heading} for ${row.join(", ")}`);
  return `${columnName(column + 1)}${found.line}`;
}

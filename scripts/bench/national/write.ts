import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** Writes a comma-separated file as it is generated. */
export async function writeCsv(path: string, lines: Iterable<readonly string[]>): Promise<void> {
  const out = createWriteStream(path);
  let text = "\uFEFF";
  for (const line of lines) {
    text += `${line.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await finished(out);
}

export interface WrittenSheet {
  name: string;
  lines: Iterable<readonly string[]>;
}

/** Writes an OpenDocument spreadsheet as it is generated, with blank cells stored together as office programs do. */
export async function writeOds(path: string, sheets: readonly WrittenSheet[]): Promise<void> {
  const out = createWriteStream(path);
  const state = { full: false };
  const zip = new Zip((error, chunk, final) => {
    if (error) out.destroy(error);
    state.full = !out.write(chunk) || state.full;
    if (final) out.end();
  });
  const type = new ZipPassThrough("mimetype");
  zip.add(type);
  type.push(Buffer.from("application/vnd.oasis.opendocument.spreadsheet"), true);
  const content = new ZipDeflate("content.xml", { level: 6 });
  zip.add(content);
  for (const piece of contentXml(sheets)) {
    content.push(Buffer.from(piece));
    if (state.full) await once(out, "drain");
    state.full = false;
  }
  content.push(new Uint8Array(0), true);
  zip.end();
  await finished(out);
}

const names = ["office", "table", "text"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

function* contentXml(sheets: readonly WrittenSheet[]): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names}><office:body><office:spreadsheet>`;
  for (const { name, lines } of sheets) {
    let text = `<table:table table:name="${escaped(name)}">`;
    for (const line of lines) {
      text += `<table:table-row>${cellsXml(line)}</table:table-row>`;
      if (text.length < 500_000) continue;
      yield text;
      text = "";
    }
    yield `${text}<table:table-row table:number-rows-repeated="990000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
  }
  yield "</office:spreadsheet></office:body></office:document-content>";
}

function cellsXml(line: readonly string[]): string {
  let text = "";
  for (let at = 0; at < line.length; at++) {
    const value = line[at] ?? "";
    if (value !== "") {
      text += /^-?\d{1,3}\.\d+$/.test(value)
        ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
        : `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`;
      continue;
    }
    const from = at;
    while (line[at + 1] === "") at++;
    text +=
      at === from ? "<table:table-cell/>" : `<table:table-cell table:number-columns-repeated="${at - from + 1}"/>`;
  }
  return text;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { NotRead, type SentBounds, type SentRow, type SentSheet } from "./sent-sheets";

/**
 * The rows of a CSV file: UTF-8 with or without a byte order mark, UTF-16 or Windows-1252, with commas, semicolons or
 * tabs. A row has the number that a spreadsheet shows beside it, so a cell with several lines counts as one row.
 */
export function csvSheet(bytes: Uint8Array, name: string, bounds: SentBounds): SentSheet {
  if (bytes.length > bounds.bytes) throw new NotRead("This file is too large");
  const text = textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const first = text.slice(0, 20_000).split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [",", ";", "\t"].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
  const rows = read(text, delimiter, bounds);
  return { name, rows };
}

function read(text: string, delimiter: string, bounds: SentBounds): SentRow[] {
  let records: string[][];
  try {
    records = parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      to: bounds.rows + 2,
    });
  } catch {
    throw new NotRead("A quotation mark in this file is opened but never closed. Save it again as CSV");
  }
  if (records.length > bounds.rows + 1)
    throw new NotRead(
      `This file has more than ${bounds.rows.toLocaleString("en-GB")} rows. Split it into several files`,
    );
  return records.flatMap((record, nth) => {
    const line = nth + 1;
    if (record.every((cell) => cell.trim() === "")) return [];
    if (record.length > bounds.columns && record.slice(bounds.columns).some((cell) => cell.trim() !== ""))
      throw new NotRead(`Row ${line} has something far outside the table. Clear it, then send the file again`);
    const cells = record.slice(0, bounds.columns).map((cell) => cell.slice(0, 5_000));
    const faults = Object.fromEntries(
      cells.flatMap((cell, at) =>
        /^#(?:REF|VALUE|NAME\?|DIV\/0|N\/A|NUM|NULL)!?$/.test(cell.trim()) ? [[at, "error" as const]] : [],
      ),
    );
    return [{ line, cells, ...(Object.keys(faults).length > 0 && { faults }) }];
  });
}

function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return bytes.subarray(2).toString("utf16le");
  if (mark === "feff") return iconv.decode(bytes, "utf16be").replace(/^\uFEFF/, "");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, "windows-1252");
  }
}
